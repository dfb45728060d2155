// What stands in a cell of the leaderboard's table and how it is drawn, by the kind of its column.
#pragma once

#include <string_view>

#include "model/leaderboard/rows.h"
#include "views/view_context.h"

struct ImRect;

namespace tablero {

enum class CellText : std::uint8_t {
  kShown,
  kSpoken  // says in words what is drawn beside the figure
};

// The text of `model` in `column`.
std::string_view cell_text(ViewContext& context, const ScoreTable& table,
                           const LeaderboardRows& rows, const LeaderboardColumn& column,
                           std::size_t model, CellText form);

// Draws the cell over `rect` into the window of the open ImGui table.
void draw_cell(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows,
               const LeaderboardColumn& column, std::size_t model, const ImRect& rect,
               bool hovered);

}  // namespace tablero
