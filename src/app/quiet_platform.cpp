#include "app/quiet_platform.h"

namespace tablero {

void QuietPlatform::clear() {
  texts_.clear();
  bytes_.reset();
}

void QuietPlatform::drew_text(const DrawnText& drawn) {
  if (drawn.text.empty()) return;
  texts_.push_back({drawn, 0});
  texts_.back().drawn.text = bytes_.keep(drawn.text);
}

}  // namespace tablero
