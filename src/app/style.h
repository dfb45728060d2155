// ImGui's own style from our theme, for the parts that ImGui draws itself (fields, tables, scroll
// bars).
#pragma once

#include "ui/ui.h"

namespace tablero {

void apply_style(const Ui& ui);

}  // namespace tablero
