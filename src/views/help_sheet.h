// The keys and gestures of the program: a sheet under a button of the top bar, also opened by "?".
#pragma once

#include <cstdint>

#include "ui/ui.h"

namespace tablero {

// The button at the cursor, and the sheet while it is open.
void draw_help(Ui& ui);
float help_width(const Ui& ui);

// Semantics id of the button, for pressing it programmatically ("?").
std::uint32_t help_button();

}  // namespace tablero
