// A table of scores as the text of data/leaderboard/results/<snapshot>.json.
#pragma once

#include <string>

#include "data/results.h"

namespace tablero {

// One line per row of a matrix and per detail; missing scores are null. The same table gives the
// same bytes.
std::string score_table_json(const ScoreTable& table);

}  // namespace tablero
