// Score against size with the Pareto front: no other model is both smaller and better. Models of
// unknown size are listed beside the chart; a press on a point grays out the models that it
// dominates.
#pragma once

#include <string>

#include "base/list.h"
#include "charts/chart.h"
#include "model/leaderboard/size_figures.h"
#include "views/made_of.h"

namespace tablero {

class SizePanel {
 public:
  void draw(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);

 private:
  void update(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);
  void picker(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);
  void unknown_list(Ui& ui);
  int look(ViewContext& context);

  std::string score_;  // of the link, from which the rest was computed
  SizeFigures figures_;
  List<Look> looks_;
  MadeOf made_of_;
  std::uint32_t generation_ = 0;
  const ScoreTable* table_ = nullptr;
};

}  // namespace tablero
