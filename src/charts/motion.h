// Short transitions of marks: a value that glides to its new target within the theme's motion time
// (150 to 250 ms, eased out), or jumps there when the reader wants reduced motion.
#pragma once

#include <cstdint>

#include "ui/ui.h"

namespace tablero {

// The value to draw now for the mark KEY (a semantics id) whose value is TARGET. A mark that is
// seen for the first time stands at its target: only changes move. Asks for frames while it moves.
// Kept in the window's storage; nothing is allocated after a mark's first frame.
float glide(Ui& ui, std::uint32_t key, float target);

}  // namespace tablero
