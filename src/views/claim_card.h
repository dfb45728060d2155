// One figure in Fuentes: its claims side by side.
#pragma once

#include "model/figure_groups.h"
#include "views/view_context.h"

namespace tablero {

float figure_card_height(ViewContext& context, const FigureGroup& group, float width);
void draw_figure_card(ViewContext& context, const FigureGroup& group, ImVec2 pos, ImVec2 size);

}  // namespace tablero
