// The leaderboard as CSV. Missing values are the codes of model/csv.h; the lines at the end name
// the four codes, the source, the date, the caveat and the method of the ranks.
#pragma once

#include "data/related.h"
#include "model/csv.h"
#include "model/leaderboard/rows.h"

namespace tablero {

enum class CsvScope : std::uint8_t {
  kView,  // rows, order and columns as on the screen, on the scale shown
  kAll    // all models, one line per model and task, raw and normalised
};

Csv leaderboard_csv(const Reader& reader, const Store& store, const ViewState& state,
                    const ScoreTable& table, const LeaderboardRows& rows, CsvScope scope);
// `table`: related_table() of the board.
Csv related_csv(const RelatedBoard& board, const Table& table);

}  // namespace tablero
