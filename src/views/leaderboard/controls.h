// The controls above the leaderboard's table: board and snapshot, panel, filters with counts,
// columns, scale, shading, chips of what is filtered, and the downloads.
#pragma once

#include "model/leaderboard/rows.h"
#include "views/view_context.h"

namespace tablero {

// Board and snapshot in one menu: La Leaderboard, other evaluations of the same tasks, neighbors.
// `title` is the current choice.
void draw_board_picker(ViewContext& context, std::string_view title, std::string_view current);
// The switch between table, compare, size and tasks, and the downloads.
void draw_panel_switch(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);
// Filters, columns, scale and shading of the table.
void draw_table_controls(ViewContext& context, const ScoreTable& table,
                         const LeaderboardRows& rows);
// The chosen facet values as chips; a press removes the filter.
void draw_filter_chips(ViewContext& context);

}  // namespace tablero
