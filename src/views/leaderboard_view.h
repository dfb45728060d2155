// Leaderboard: one snapshot as a heat-shaded table with two sticky columns.
#pragma once

#include "views/leaderboard_rows.h"
#include "views/view_context.h"

namespace tablero {

class LeaderboardView {
 public:
  void draw(ViewContext& context);

 private:
  void draw_head(ViewContext& context, const Snapshot& snapshot);
  void draw_picker(ViewContext& context, const Snapshot& current);
  void draw_table(ViewContext& context, const ScoreTable& table);
  void draw_header_row(ViewContext& context, const ScoreTable& table);
  void header_cell(ViewContext& context, int column, std::string_view key, std::string_view text,
                   bool descending_first);
  void draw_row(ViewContext& context, const ScoreTable& table, std::uint32_t model, int position);
  void score_cell(ViewContext& context, int column, double value, double low, double high,
                  std::string_view column_name);
  void task_tooltip(ViewContext& context, const ScoreTable& table, std::size_t task);

  LeaderboardRows rows_;
};

}  // namespace tablero
