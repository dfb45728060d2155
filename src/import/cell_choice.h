// Of several evaluations of one task by one row, the one that counts.
#pragma once

#include <string>
#include <vector>

#include "data/tasks.h"
#include "import/evaluation_file.h"

namespace tablero {

// One task of one row, from one file.
struct Cell {
  EvaluatedTask task;
  bool limited = false;
  bool exact = true;  // under the id of today, not an earlier one
  std::string file;
};

// Whether the cell covers only some items of the task.
bool only_a_part(const Cell& cell, const Task& task);

// Whether the cell has the number that the board shows, of all items.
bool is_usable(const Cell& cell, const Task& task);

// The cell that counts out of `cells`, newest first and at least one: usable before others, the
// task itself before an earlier name of it, then the newest, as long as it has as many examples in
// the prompt as another one has that agrees with tasks.json. `left_out`: a sentence for each one
// that says something else.
Cell choose_cell(std::vector<Cell> cells, const Task& task, std::vector<std::string>& left_out);

}  // namespace tablero
