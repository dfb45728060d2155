#include "model/facet_label.h"

namespace tablero {

std::string_view facet_label(const Wording& words, Facet facet, std::string_view value) {
  const std::string_view key = words.join({facet_name(facet), ".", value});
  if (!words.strings.has(key)) return value;
  if (facet == Facet::kSdg) return words.join({value, ". ", words.t(key)});
  return words.t(key);
}

}  // namespace tablero
