#include "app/quiet_platform.h"

namespace tablero {

void QuietPlatform::drew_text(const DrawnText& drawn) {
  if (drawn.text.empty()) return;
  Kept kept;
  kept.drawn = drawn;
  kept.drawn.text = {};
  kept.offset = bytes_.size();
  kept.length = drawn.text.size();
  kept_.push_back(kept);
  bytes_.insert(bytes_.end(), drawn.text.begin(), drawn.text.end());
}

}  // namespace tablero
