// Score against size with the Pareto front: no other model is both smaller and better. Models of
// unknown size are listed beside the chart; a press on a point grays out the models that it
// dominates.
#pragma once

#include <string>
#include <string_view>

#include "base/list.h"
#include "charts/scatter.h"
#include "model/leaderboard/rows.h"
#include "views/view_context.h"

namespace tablero {

class SizePanel {
 public:
  void draw(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);

 private:
  void update(const ViewState& state, const ScoreTable& table, const LeaderboardRows& rows);
  void picker(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);
  void unknown_list(ViewContext& context, const ScoreTable& table);

  std::string score_;  // of the link, from which the rest was computed
  LeaderboardColumn shown_;
  List<std::uint32_t> models_;   // with size and score
  List<std::uint32_t> unknown_;  // with score, size unknown
  List<double> sizes_, scores_, unknown_scores_;
  List<std::uint8_t> front_;
  List<ScatterPoint> points_;
  std::uint32_t generation_ = 0;
  const ScoreTable* table_ = nullptr;
};

}  // namespace tablero
