// Names and texts of the leaderboard: of models, tasks, columns and cells, in the reader's
// language.
#pragma once

#include <string_view>

#include "model/leaderboard/rows.h"
#include "model/wording.h"

namespace tablero {

// "org/name" without the organisation.
std::string_view short_model_name(std::string_view id);
// The board's label of a task, or its id.
std::string_view task_name(const Store& store, std::string_view id);
// What Fuentes is searched for to find where the scores come from.
std::string_view source_of(const Store& store, const ScoreTable& table);
// Heading of a column.
std::string_view column_name(const Wording& words, const Store& store, const ViewState& state,
                             const ScoreTable& table, const LeaderboardColumn& column);
// The same of a row of the table of columns that has an id.
std::string_view column_word(const Wording& words, const ColumnSpec& spec);
// Heading of a facet among the filters: with the unit where its values are classes of numbers.
std::string_view facet_name(const Wording& words, const ColumnSpec& facet);
// Word for a value of a facet ("pretrained", "5-10", "unknown") in the reader's language.
std::string_view facet_value_name(const Wording& words, const ColumnSpec& facet,
                                  std::string_view value);
// What `model` has in a column of kNumber or kWord; empty in other columns. `model` may be null.
std::string_view attribute_text(const Wording& words, const ColumnSpec& spec, const Model* model);
// "9,2 B": an attribute with its unit; the word for unknown when NaN.
std::string_view amount_text(const Wording& words, double value, std::string_view unit);
// The same of parameters, in thousands of millions.
std::string_view size_text(const Wording& words, double params_b);
// Whether the score is no better than guessing: 0 normalized on a task with a chance baseline.
bool at_or_below_chance(const Task* task, double normalised);

// Over how many of how many tasks a mean is.
struct Coverage {
  int covered = 0, total = 0;

  bool partial() const { return covered > 0 && covered < total; }
};
// Of a column of kMean or kChosenMean.
Coverage coverage(const LeaderboardRows& rows, ColumnKind kind, std::size_t model);

enum class CellText : std::uint8_t {
  kShown,
  kSpoken  // says in words what is drawn beside the figure
};

// The text of `model` in `column`.
std::string_view cell_text(const Wording& words, const Store& store, const ScoreTable& table,
                           const LeaderboardRows& rows, const LeaderboardColumn& column,
                           std::size_t model, CellText form);

}  // namespace tablero
