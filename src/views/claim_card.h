// One figure in Fuentes: its claims side by side.
#pragma once

#include "views/sources_view.h"

namespace tablero {

// The id of a statement as it is shown, searched and reported.
std::string_view statement_id(Ui& ui, const FigureGroup& group, const Statement& s);
std::string_view figure_group_title(Ui& ui, const FigureGroup& group);

float figure_card_height(ViewContext& context, const FigureGroup& group, float width);
void draw_figure_card(ViewContext& context, const FigureGroup& group, ImVec2 pos, ImVec2 size);

}  // namespace tablero
