// Two to four models side by side: radar by skill, means by language, task by task on a dot plot,
// and the difference of the means with its interval.
#pragma once

#include <string>
#include <string_view>

#include "base/list.h"
#include "model/leaderboard/rows.h"
#include "model/table.h"
#include "query/rank.h"
#include "views/made_of.h"

namespace tablero {

class ComparePanel {
 public:
  void draw(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);

 private:
  void update(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);
  List<List<double>> means_by(const Store& store, const ScoreTable& table,
                              const LeaderboardRows& rows, std::string Task::*word,
                              List<std::string_view>& words) const;
  void picker(ViewContext& context, const ScoreTable& table);
  void summary(ViewContext& context, const ScoreTable& table);
  void mean_scales(const ScoreTable& table);
  Table means_table(const Ui& ui, const ScoreTable& table, const TableHead& head,
                    const List<std::string_view>& ids, const List<std::string_view>& names,
                    const List<List<double>>& means) const;
  Table tasks_table(ViewContext& context, const ScoreTable& table,
                    const LeaderboardRows& rows) const;
  void make_tables(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);
  void radar(ViewContext& context);
  void slope(ViewContext& context, const Table& table, std::string_view note);
  void tasks(ViewContext& context);

  List<std::uint32_t> models_;  // numbers in the table, in the order of models=
  List<std::string_view> skills_;
  List<List<double>> skill_means_;  // per model, one per skill
  List<std::string_view> languages_;
  List<List<double>> language_means_;  // per model, one per language
  List<List<double>> scale_means_;     // per model: raw, normalised
  int scale_tasks_ = 0;
  List<PairedDifference> differences_;  // the first model minus each other one
  List<std::size_t> common_, missing_;  // tasks that all models have; that only some have
  Table radar_, languages_table_, scales_table_, tasks_;  // of two models or more
  List<Color> colors_;                                    // per model
  MadeOf made_of_;
  std::uint32_t generation_ = 0;
  const ScoreTable* table_ = nullptr;
};

// Half width of the 95 % interval of the difference of two scores on one task (raw percent), from
// the standard errors, or for a share of right answers from the number of items (binomial, not
// paired); NaN when neither is known.
double task_difference_margin(const ScoreTable& table, const Task* task, std::size_t task_index,
                              std::size_t a, std::size_t b);

}  // namespace tablero
