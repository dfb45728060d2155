// Two to four models side by side: their means by skill, language and scale over the tasks that all
// of them have, their scores task by task, and the differences of the means.
#pragma once

#include <string_view>

#include "base/list.h"
#include "model/leaderboard/rows.h"
#include "model/table.h"
#include "query/rank.h"

namespace tablero {

inline constexpr std::size_t kMaxCompared = 4;

struct Comparison {
  List<std::uint32_t> models;  // numbers in the score table, in the order of models=
  List<std::string_view> skills, languages;
  int scale_tasks = 0;                             // tasks with both scales in all models
  List<PairedDifference> differences;              // the first model minus each other one
  List<std::size_t> missing;                       // tasks that only some of the models have
  Table by_skill, by_language, by_scale, by_task;  // of two models or more
};

// The models that `state` compares; those that the snapshot does not have are left out.
Comparison compare_models(const Reader& reader, const Store& store, const ViewState& state,
                          const ScoreTable& table, const LeaderboardRows& rows);

}  // namespace tablero
