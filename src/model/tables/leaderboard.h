// The tables of Leaderboard beside its scores (model/leaderboard/): models and snapshots.
#pragma once

#include "data/store.h"
#include "model/table.h"

namespace tablero {

// All models with scores in any snapshot: model and what the sources give of it.
Table model_list_table(const Reader& reader, const Store& store);

// All snapshots, the board's own and others with its tasks: id, title, date, models, tasks.
Table snapshot_list_table(const Reader& reader, const Store& store);

}  // namespace tablero
