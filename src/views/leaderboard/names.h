// Names of the leaderboard as the views show them, and which models are compared.
#pragma once

#include <string_view>

#include "model/leaderboard/comparison.h"
#include "model/leaderboard/names.h"
#include "views/view_context.h"

namespace tablero {

// Heading of a column.
inline std::string_view column_name(ViewContext& context, const ScoreTable& table,
                                    const LeaderboardColumn& column) {
  return column_name(context.ui, context.store, context.state, table, column);
}
// `text`, truncated with an ellipsis "…" if it is wider than `width` CSS pixels.
std::string_view fitted(Ui& ui, TextStyle style, std::string_view text, float width);
// Pins or unpins a model for comparison; shows a notice when there are already four.
void toggle_compared(ViewContext& context, const std::string& model);
bool is_compared(const ViewState& state, std::string_view model);

}  // namespace tablero
