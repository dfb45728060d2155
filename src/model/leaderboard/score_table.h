// The leaderboard as tables: what is on the screen, and everything that a snapshot has.
#pragma once

#include "model/leaderboard/rows.h"
#include "model/table.h"

namespace tablero {

// Rows, order and columns as on the screen, on the scale shown; of the rows at most `count` from
// `first` on, so that a download of a large board needs little memory at a time.
Table score_table(const Reader& reader, const Store& store, const ViewState& state,
                  const ScoreTable& table, const LeaderboardRows& rows, std::size_t first = 0,
                  std::size_t count = static_cast<std::size_t>(-1));

// All that the snapshot has of one model: a row per task and published mean, raw and normalised.
// Only for downloads.
Table result_table(const Reader& reader, const Store& store, const ScoreTable& table,
                   const LeaderboardRows& rows, std::size_t model);

}  // namespace tablero
