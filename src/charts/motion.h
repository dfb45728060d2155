// Short transitions of marks (tweening): a value eases out to its new target within the theme's
// motion time (150 to 250 ms), or jumps there when the reader prefers reduced motion.
#pragma once

#include <cstdint>

#include "ui/ui.h"

namespace tablero {

// The value to draw now for the mark `key` (a semantics id) whose value is `target`. A mark that
// appears for the first time starts at its target: only changes are animated. Requests frames while
// it moves. The state is in the window's storage; nothing is allocated after a mark's first frame.
float glide(Ui& ui, std::uint32_t key, float target);

}  // namespace tablero
