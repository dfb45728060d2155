// Two to four models side by side: radar by skill, means by language, task by task on a dot plot,
// and the difference of the means with its interval.
#pragma once

#include <string>

#include "base/list.h"
#include "model/leaderboard/comparison.h"
#include "views/made_of.h"

namespace tablero {

class ComparePanel {
 public:
  void draw(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);

 private:
  void update(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);
  void picker(ViewContext& context, const ScoreTable& table);
  void summary(ViewContext& context, const ScoreTable& table);
  void radar(ViewContext& context);
  void slope(ViewContext& context, const Table& table, std::string_view note);
  void tasks(ViewContext& context);

  Comparison now_;
  List<std::string> compared_;  // models of the link
  List<Color> colors_;          // per model
  MadeOf made_of_;
  std::uint32_t generation_ = 0;
  const ScoreTable* table_ = nullptr;
};

}  // namespace tablero
