// Two to four models side by side: radar by skill, means by language, task by task on a dot plot,
// and the difference of the means with its interval.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/list.h"
#include "charts/dot_plot.h"
#include "charts/radar.h"
#include "charts/slope.h"
#include "model/leaderboard/rows.h"
#include "query/rank.h"
#include "views/view_context.h"

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
  void radar(ViewContext& context, const ScoreTable& table);
  void mean_scales(const ScoreTable& table);
  template <class Values>
  void slope(Ui& ui, const ScoreTable& table, std::string_view id, std::string_view title,
             std::string_view note, const Values& values);
  void languages(ViewContext& context, const ScoreTable& table);
  void scales(ViewContext& context, const ScoreTable& table);
  void tasks(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);

  List<std::uint32_t> models_;  // numbers in the table, in the order of models=
  List<std::string_view> skills_;
  List<List<double>> skill_means_;  // per model, one per skill
  List<std::string_view> languages_;
  List<List<double>> language_means_;        // per model, one per language
  List<std::array<double, 2>> scale_means_;  // per model: raw, normalised
  int scale_tasks_ = 0;
  List<PairedDifference> differences_;  // the first model minus each other one
  List<std::size_t> common_, missing_;  // tasks that all models have; that only some have
  List<DotRow> rows_;
  List<std::string_view> axes_;
  List<RadarSeries> series_;
  List<SlopeLine> slopes_;
  List<Color> colors_;
  std::uint32_t generation_ = 0;
  const ScoreTable* table_ = nullptr;
};

// Half width of the 95 % interval of the difference of two scores on one task (raw percent), from
// the standard errors, or for a share of right answers from the number of items (binomial, not
// paired); NaN when neither is known.
double task_difference_margin(const ScoreTable& table, const Task* task, std::size_t task_index,
                              std::size_t a, std::size_t b);

}  // namespace tablero
