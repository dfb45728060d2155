#include "views/leaderboard/names.h"

#include <algorithm>
#include <cmath>

#include "base/list.h"

namespace tablero {

std::string_view short_model_name(std::string_view id) {
  const std::size_t slash = id.find('/');
  return slash == std::string_view::npos ? id : id.substr(slash + 1);
}

std::string_view task_name(const Store& store, std::string_view id) {
  const Task* task = store.tasks.find(id);
  return task != nullptr ? std::string_view(task->name) : id;
}

std::string_view source_of(const Store& store, const ScoreTable& table) {
  const Snapshot* snapshot = store.results.find(table.snapshot);
  return snapshot == nullptr || snapshot->sources.empty()
             ? std::string_view("results.json")
             : std::string_view(snapshot->sources.front());
}

std::string_view column_name(ViewContext& context, const ScoreTable& table,
                             const LeaderboardColumn& column) {
  Ui& ui = context.ui;
  // In the order of ColumnKind.
  constexpr std::string_view kKeys[] = {"leaderboard.rank", "leaderboard.model", "leaderboard.mean",
                                        "leaderboard.mean_chosen", "leaderboard.size"};
  const List<std::string>& cols = context.state.cols;
  if (column.kind == ColumnKind::kChosenMean && cols.size() == 1 &&
      cols[0].rfind("lang:", 0) == 0) {
    return ui.t(ui.text.join({"leaderboard.mean:", std::string_view(cols[0]).substr(5)}));
  }
  if (column.kind <= ColumnKind::kSize) return ui.t(kKeys[static_cast<std::size_t>(column.kind)]);
  if (is_facet(column.kind)) return facet_name(ui, facet_of(column.kind));
  if (column.kind == ColumnKind::kPublished) {
    return ui.t(ui.text.join({"leaderboard.", column.id}));
  }
  return task_name(context.store, table.tasks[column.index]);
}

std::string_view facet_name(Ui& ui, ModelFacet facet) {
  return ui.t(ui.text.join({"leaderboard.facet.", model_facet_name(facet)}));
}

std::string_view facet_value_name(Ui& ui, ModelFacet facet, std::string_view value) {
  if (value == "unknown") return ui.t("leaderboard.unknown");
  const bool worded = facet == ModelFacet::kType || facet >= ModelFacet::kAvailable;
  return worded ? ui.t(ui.text.join({"model.", model_facet_name(facet), ".", value})) : value;
}

std::string_view fitted(Ui& ui, TextStyle style, std::string_view text, float width) {
  if (measure(ui, style, text).x <= width) return text;
  const float room = std::max(width - measure(ui, style, "…").x, 1.0f);
  const char* rest = text.data();
  ui.font(style)->CalcTextSizeA(ui.font_size(style), room, 0.0f, text.data(),
                                text.data() + text.size(), &rest);
  return ui.text.join({text.substr(0, static_cast<std::size_t>(rest - text.data())), "…"});
}

std::string_view size_text(Ui& ui, double params_b) {
  if (std::isnan(params_b)) return ui.t("leaderboard.size.unknown");
  const int decimals = params_b < 10 && params_b != std::floor(params_b) ? 1 : 0;
  return ui.text.join({ui.number(params_b, decimals), " B"});
}

bool at_or_below_chance(const Task* task, double normalised) {
  return task != nullptr && task->baseline > 0 && normalised == 0;
}

bool is_compared(const ViewState& state, std::string_view model) {
  return std::find(state.models.begin(), state.models.end(), model) != state.models.end();
}

void toggle_compared(ViewContext& context, const std::string& model) {
  List<std::string>& models = context.state.models;
  const auto at = std::find(models.begin(), models.end(), model);
  if (at != models.end()) {
    models.erase(at);
  } else if (models.size() >= kMaxCompared) {
    context.ui.show_notice(context.ui.t("leaderboard.compare.full"));
  } else {
    models.push_back(model);
  }
}

}  // namespace tablero
