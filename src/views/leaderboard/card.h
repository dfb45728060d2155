// The card of one cell: everything that is known about a score, a rank or a model. Shown on hover,
// and as a dialog after a press, so that touch and keyboard reach the same facts.
#pragma once

#include "model/leaderboard/rows.h"
#include "views/view_context.h"

namespace tablero {

// Draws the facts of `model` in `column` into the open window. `dialog` adds links and buttons.
void draw_card(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows,
               const LeaderboardColumn& column, std::size_t model, bool dialog);

// Facts of a task alone (header of a column, task explorer).
void draw_task_facts(ViewContext& context, const ScoreTable* table, std::size_t index,
                     const Task& task, bool dialog);

}  // namespace tablero
