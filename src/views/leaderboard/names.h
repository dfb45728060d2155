// Display names that several parts of the leaderboard share.
#pragma once

#include <string_view>

#include "model/leaderboard/rows.h"
#include "views/view_context.h"

namespace tablero {

inline constexpr std::size_t kMaxCompared = 4;

// "org/name" without the organisation.
std::string_view short_model_name(std::string_view id);
// The board's label of a task, or its id.
std::string_view task_name(const Store& store, std::string_view id);
// What Fuentes is searched for to find where the scores come from.
std::string_view source_of(const Store& store, const ScoreTable& table);
// Heading of a column.
std::string_view column_name(ViewContext& context, const ScoreTable& table,
                             const LeaderboardColumn& column);
// The same of a row of the table of columns that has an id.
std::string_view column_word(Ui& ui, const ColumnSpec& spec);
// Heading of a facet among the filters: with the unit where its values are classes of numbers.
std::string_view facet_name(Ui& ui, const ColumnSpec& facet);
// Word for a value of a facet ("pretrained", "5-10", "unknown") in the reader's language.
std::string_view facet_value_name(Ui& ui, const ColumnSpec& facet, std::string_view value);
// What `model` has in a column of kNumber or kWord; empty in other columns. `model` may be null.
std::string_view attribute_text(Ui& ui, const ColumnSpec& spec, const Model* model);
// `text`, truncated with an ellipsis "…" if it is wider than `width` CSS pixels.
std::string_view fitted(Ui& ui, TextStyle style, std::string_view text, float width);
// "9,2 B": an attribute with its unit; the word for unknown when NaN.
std::string_view amount_text(Ui& ui, double value, std::string_view unit);
// The same of parameters, in thousands of millions.
std::string_view size_text(Ui& ui, double params_b);
// Whether the score is no better than guessing: 0 normalized on a task with a chance baseline.
bool at_or_below_chance(const Task* task, double normalised);
// Pins or unpins a model for comparison; shows a notice when there are already four.
void toggle_compared(ViewContext& context, const std::string& model);
bool is_compared(const ViewState& state, std::string_view model);

}  // namespace tablero
