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
std::string_view facet_name(Ui& ui, ModelFacet facet);
// Word for a value of a facet ("pretrained", "5-10", "unknown") in the reader's language.
std::string_view facet_value_name(Ui& ui, ModelFacet facet, std::string_view value);
// `text`, truncated with an ellipsis "…" if it is wider than `width` CSS pixels.
std::string_view fitted(Ui& ui, TextStyle style, std::string_view text, float width);
// "9,2 B"; the word for unknown when NaN.
std::string_view size_text(Ui& ui, double params_b);
// Whether the score is no better than guessing: 0 normalized on a task with a chance baseline.
bool at_or_below_chance(const Task* task, double normalised);
// Pins or unpins a model for comparison; shows a notice when there are already four.
void toggle_compared(ViewContext& context, const std::string& model);
bool is_compared(const ViewState& state, std::string_view model);

}  // namespace tablero
