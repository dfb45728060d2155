// The leaderboard as CSV (RFC 4180, UTF-8, decimal point).
#pragma once

#include <string>

#include "data/related.h"
#include "views/leaderboard/rows.h"

namespace tablero {

enum class CsvScope : std::uint8_t {
  kView,  // rows, order and columns as on the screen, on the scale shown
  kAll    // all models, one line per model and task, raw and normalised
};

// Missing values are codes, never blanks or zeros: NO_DATA (no score or no source). The other codes
// of the dashboard (NOT_ASKED, FEWER_THAN_K, ZERO as the number 0) are the same in every download;
// the comment lines at the end name all four, the source, the date and the caveat.
std::string leaderboard_csv(const Store& store, const ScoreTable& table,
                            const LeaderboardRows& rows, CsvScope scope);
std::string related_csv(const RelatedBoard& board);

// TEXT as one field: quoted when it holds a comma, a quote or a line break; a leading = + - @ of a
// text gets an apostrophe, so that no spreadsheet runs it as a formula.
std::string csv_field(std::string_view text);

}  // namespace tablero
