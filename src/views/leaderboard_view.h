// Leaderboard: one snapshot of La Leaderboard (table, comparison, score against size, tasks), or a
// neighboring board as a table of its own.
#pragma once

#include "model/leaderboard/rows.h"
#include "views/leaderboard/board.h"
#include "views/leaderboard/compare.h"
#include "views/leaderboard/size_panel.h"
#include "views/leaderboard/table.h"
#include "views/leaderboard/tasks_panel.h"
#include "views/tab_view.h"

namespace tablero {

class LeaderboardView : public TabView {
 public:
  void draw(ViewContext& context) override;
  Selection::Count count(const ViewContext& context) const override {
    return context.selection.count_models(context.store, context.state);
  }

 private:
  void draw_head(ViewContext& context, std::string_view title, std::string_view id);
  void draw_snapshot(ViewContext& context, const Snapshot& snapshot);
  void draw_notes(ViewContext& context, const Snapshot& snapshot);
  void draw_table_panel(ViewContext& context, const ScoreTable& table);

  LeaderboardRows rows_;
  LeaderboardTable table_;
  RelatedTable related_;
  ComparePanel compare_;
  SizePanel size_;
  TasksPanel tasks_;
};

}  // namespace tablero
