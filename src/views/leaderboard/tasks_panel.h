// Task explorer: the board's tasks by language, skill, domain, donor and metric with the spread of
// the snapshot's scores on each, and the correlations between tasks.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/list.h"
#include "model/leaderboard/rows.h"
#include "model/table.h"
#include "views/made_of.h"

namespace tablero {

class TasksPanel {
 public:
  void draw(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);

 private:
  enum Filter : std::uint8_t { kLanguage, kSkill, kDomain, kDonor, kMetric, kFilterCount };
  static std::string_view value_of(const Task& task, Filter filter);
  std::string_view value_name(Ui& ui, Filter filter, std::string_view value);
  Table correlation_table(ViewContext& context, const ScoreTable& table) const;
  void update(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);
  void filters(ViewContext& context);
  // The value that the link asks for; empty: all, also when no task has it.
  std::string_view chosen(const ViewState& state, Filter filter) const;
  bool passes(const ViewState& state, const Task& task) const;
  void list(ViewContext& context, const ScoreTable& table);
  void task_row(ViewContext& context, const ScoreTable& table, std::size_t index);
  void correlations(ViewContext& context, const ScoreTable& table);

  std::array<List<std::string>, kFilterCount> values_;
  List<List<double>> scores_;  // per task of the snapshot, all models
  List<int> columns_;          // per task of tasks.json: its column, -1
  Table correlations_;
  MadeOf made_of_;
  std::uint32_t generation_ = 0;
  const ScoreTable* table_ = nullptr;
};

}  // namespace tablero
