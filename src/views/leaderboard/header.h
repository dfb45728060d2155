// Header row of the leaderboard's table: a press sorts, a press with Shift adds a sort key.
#pragma once

#include <imgui.h>

#include "model/leaderboard/rows.h"
#include "views/view_context.h"

namespace tablero {

// Flags for tables of scores: La Leaderboard's and those of the neighboring boards.
inline constexpr ImGuiTableFlags kScoreTableFlags =
    ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit |
    ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_NoPadOuterX | ImGuiTableFlags_NoPadInnerX;

float header_height(const Ui& ui);
// Height of the header row with room for angled names on narrow screens.
float slanted_header_height(const Ui& ui);
float column_width(const Ui& ui, const LeaderboardColumn& column);
// The arrow of a column in `sort`, with its position if there is more than one key.
void draw_sort_arrow(Ui& ui, ImVec2 at, std::string_view sort, std::string_view key);
// Inside an open ImGui table whose columns are rows.columns().
void draw_header_row(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);

// The sort keys after a press on `key`: that key alone, or with `add` appended to the current ones;
// an existing key reverses its direction. `descending_first`: the initial direction of a new key.
std::string next_sort(std::string_view sort, std::string_view key, bool descending_first, bool add);
// -1 descending, 1 ascending, 0 not a key of `sort`; an empty `sort` is "-average". `place` (may be
// null) receives the key's position from 1.
int sort_direction(std::string_view sort, std::string_view key, int* place);

}  // namespace tablero
