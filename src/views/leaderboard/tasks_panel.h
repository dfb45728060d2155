// Task explorer: the board's tasks by language, skill, domain, donor and metric with the spread of
// the snapshot's scores on each, and the correlations between tasks.
#pragma once

#include <array>
#include <string>

#include "base/list.h"
#include "model/leaderboard/rows.h"
#include "model/leaderboard/task_list.h"
#include "model/table.h"
#include "views/made_of.h"

namespace tablero {

class TasksPanel {
 public:
  void draw(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);

 private:
  static constexpr auto kTaskFacets = static_cast<std::size_t>(TaskFacet::kCount);
  void update(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);
  void refilter(const ViewContext& context);
  void filters(ViewContext& context);
  void list(ViewContext& context, const ScoreTable& table);
  void task_row(ViewContext& context, const ScoreTable& table, std::size_t index);
  void correlations(ViewContext& context, const ScoreTable& table);

  std::array<List<std::string>, kTaskFacets> values_;
  List<int> listed_;           // tasks that pass the filters
  List<std::string> tasks_;    // the filters that they passed
  List<List<double>> scores_;  // per task of the snapshot, all models
  List<int> columns_;          // per task of tasks.json: its column, -1
  Table correlations_;
  MadeOf made_of_;
  std::uint32_t generation_ = 0;
  const ScoreTable* table_ = nullptr;
};

}  // namespace tablero
