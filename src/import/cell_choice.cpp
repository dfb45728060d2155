#include "import/cell_choice.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "import/score_metrics.h"

namespace tablero {
namespace {

bool same_shots(const Cell& a, const Cell& b) {
  return a.task.shots == b.task.shots || a.task.shots < 0 || b.task.shots < 0;
}

// Why `cell` is left out where `chosen` counts; empty: it is only older.
std::string reason(const Cell& cell, const Cell& chosen, const Task& task, bool newer) {
  const bool partial = only_a_part(cell, task);
  if (!is_usable(cell, task) && is_usable(chosen, task)) {
    if (!newer && cell.exact == chosen.exact) return {};
    return partial ? "only a part of the items: the whole score stays"
                   : "no number for " + task.metric + ": the score with one stays";
  }
  if (!cell.exact && chosen.exact)
    return cell.task.id + " is another task beside " + task.id + ", which was evaluated too";
  if (same_shots(cell, chosen)) return {};
  return std::to_string(cell.task.shots) + " examples in the prompt, not " +
         std::to_string(chosen.task.shots) + " as in the score that counts";
}

}  // namespace

bool only_a_part(const Cell& cell, const Task& task) {
  const int whole = cell.task.n_whole > 0 ? cell.task.n_whole : task.n_test;
  return cell.limited || (cell.task.n > 0 && whole > 0 && cell.task.n < whole);
}

bool is_usable(const Cell& cell, const Task& task) {
  const EvaluatedMetric* shown = shown_metric(cell.task, task.metric);
  return shown != nullptr && !only_a_part(cell, task) &&
         !std::isnan(percent_score(shown->name, shown->value));
}

Cell choose_cell(std::vector<Cell> cells, const Task& task, std::vector<std::string>& left_out) {
  const auto rank = [&](const Cell& cell) {
    return std::make_pair(is_usable(cell, task) ? 0 : 1, cell.exact ? 0 : 1);
  };
  std::size_t best = 0;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    if (rank(cells[i]) < rank(cells[best])) best = i;
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool as_on_the_board = cells[i].task.shots == task.shots;
    if (rank(cells[i]) != rank(cells[best]) || same_shots(cells[i], cells[best]) ||
        !as_on_the_board)
      continue;
    best = i;
    break;
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i == best) continue;
    const std::string why = reason(cells[i], cells[best], task, i < best);
    if (!why.empty()) left_out.push_back(cells[i].file + ": " + why);
  }
  return std::move(cells[best]);
}

}  // namespace tablero
