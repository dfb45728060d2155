// A table of scores as the text of data/leaderboard/results/<snapshot>.json.
#pragma once

#include <cstdint>
#include <string>

#include "data/results.h"

namespace tablero {

// The list of snapshots contains the table of the one that opens, without the version of a file.
enum class TablePlace : std::uint8_t { kFile, kInList };

// One line per row of a matrix and per detail; missing scores are null. The same table gives the
// same bytes.
std::string score_table_json(const ScoreTable& table, TablePlace place = TablePlace::kFile);

}  // namespace tablero
