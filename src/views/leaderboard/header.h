// Header row of the leaderboard's table: sort by a press, a further key with shift.
#pragma once

#include <imgui.h>

#include "views/leaderboard/rows.h"
#include "views/view_context.h"

namespace tablero {

// Of a table of scores: La Leaderboard's and those of the neighbouring boards.
inline constexpr ImGuiTableFlags kScoreTableFlags =
    ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit |
    ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_NoPadOuterX | ImGuiTableFlags_NoPadInnerX;

float header_height(const Ui& ui);
// The same with room for names at an angle on narrow screens.
float slanted_header_height(const Ui& ui);
float column_width(const Ui& ui, ColumnKind kind);
// The arrow of a column that SORT is by, and its place where there are more keys than one.
void draw_sort_arrow(Ui& ui, ImVec2 at, std::string_view sort, std::string_view key);
// Inside an open ImGui table whose columns are rows.columns().
void draw_header_row(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);

// Sort keys after a press on KEY: a new order with that key alone, or with ADD a further key behind
// the present ones; a key that is there already turns round. DESCENDING_FIRST: its first direction.
std::string next_sort(std::string_view sort, std::string_view key, bool descending_first, bool add);
// -1 descending, 1 ascending, 0 not a key of SORT; an empty SORT is "-average". PLACE (may be null)
// receives the key's position from 1.
int sort_direction(std::string_view sort, std::string_view key, int* place);

}  // namespace tablero
