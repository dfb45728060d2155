// What stands above the leaderboard's table: board and snapshot, panel, filters with counts,
// columns, scale, shading, chips of what is filtered, and the downloads.
#pragma once

#include "views/leaderboard/rows.h"
#include "views/view_context.h"

namespace tablero {

// Board and snapshot in one menu: La Leaderboard, other evaluations of the same tasks, neighbours.
// TITLE is the present choice.
void draw_board_picker(ViewContext& context, std::string_view title, std::string_view current);
// Table, compare, size, tasks, and what can be taken along.
void draw_panel_switch(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);
// Filters, columns, scale and shading of the table.
void draw_table_controls(ViewContext& context, const ScoreTable& table,
                         const LeaderboardRows& rows);
// The chosen facet values as chips that go away when pressed.
void draw_filter_chips(ViewContext& context);

}  // namespace tablero
