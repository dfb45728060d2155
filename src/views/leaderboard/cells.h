// How a cell of the leaderboard's table is drawn, by the kind of its column.
#pragma once

#include "model/leaderboard/rows.h"
#include "views/view_context.h"

struct ImRect;

namespace tablero {

// Draws the cell over `rect` into the window of the open ImGui table.
void draw_cell(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows,
               const LeaderboardColumn& column, std::size_t model, const ImRect& rect,
               bool hovered);

}  // namespace tablero
