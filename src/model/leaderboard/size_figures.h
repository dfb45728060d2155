// Score against size: the models that have both, and which of them no other one beats.
#pragma once

#include "base/list.h"
#include "model/leaderboard/rows.h"
#include "model/table.h"

namespace tablero {

struct SizeFigures {
  LeaderboardColumn shown;   // of the scores
  Table table;               // model, size, score; models without a size come last, without mark
  List<std::uint8_t> front;  // per model with a size: whether no other is both smaller and better
  std::size_t unknown = 0;   // models without a size
};

// `state.score`: the column; the first one with scores if there is none such.
SizeFigures size_figures(const Reader& reader, const Store& store, const ViewState& state,
                         const ScoreTable& table, const LeaderboardRows& rows);

}  // namespace tablero
