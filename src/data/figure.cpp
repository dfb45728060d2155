#include "data/figure.h"

namespace tablero {

int text_language(std::string_view tag) {
  for (std::size_t i = 0; i < kTextLanguages.size(); ++i) {
    if (kTextLanguages[i] == tag) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace tablero
