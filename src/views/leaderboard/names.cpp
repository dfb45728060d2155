#include "views/leaderboard/names.h"

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "base/number.h"

namespace tablero {

std::string_view short_model_name(std::string_view id) {
  const std::size_t slash = id.find('/');
  return slash == std::string_view::npos ? id : id.substr(slash + 1);
}

std::string_view task_name(const Store& store, std::string_view id) {
  const Task* task = store.tasks.find(id);
  return task != nullptr ? std::string_view(task->name) : id;
}

std::string_view column_word(Ui& ui, const ColumnSpec& spec) {
  return ui.t(ui.text.join({"leaderboard.column.", spec.id}));
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
  const List<std::string>& cols = context.state.cols;
  switch (column.kind()) {
    case ColumnKind::kChosenMean:
      if (cols.size() == 1 && cols[0].rfind("lang:", 0) == 0) {
        return ui.t(ui.text.join({"leaderboard.mean:", std::string_view(cols[0]).substr(5)}));
      }
      break;
    case ColumnKind::kPublished:
      return ui.t(ui.text.join({"leaderboard.", column.id}));
    case ColumnKind::kTask:
      return task_name(context.store, table.tasks[column.index]);
    case ColumnKind::kRank:
    case ColumnKind::kModel:
    case ColumnKind::kMean:
    case ColumnKind::kNumber:
    case ColumnKind::kWord:
      break;
  }
  return column_word(ui, *column.spec);
}

std::string_view facet_name(Ui& ui, const ColumnSpec& facet) {
  if (facet.kind == ColumnKind::kWord) return column_word(ui, facet);
  return ui.t(ui.text.join({"leaderboard.classes.", facet.id}));
}

std::string_view facet_value_name(Ui& ui, const ColumnSpec& facet, std::string_view value) {
  if (value == kUnknownWord) return ui.t("leaderboard.unknown");
  return facet.worded ? ui.t(ui.text.join({"model.", facet.id, ".", value})) : value;
}

std::string_view fitted(Ui& ui, TextStyle style, std::string_view text, float width) {
  if (measure(ui, style, text).x <= width) return text;
  const float room = std::max(width - measure(ui, style, "…").x, 1.0f);
  const char* rest = text.data();
  ui.font(style)->CalcTextSizeA(ui.font_size(style), room, 0.0f, text.data(),
                                text.data() + text.size(), &rest);
  return ui.text.join({text.substr(0, static_cast<std::size_t>(rest - text.data())), "…"});
}

std::string_view amount_text(Ui& ui, double value, std::string_view unit) {
  if (std::isnan(value)) return ui.t("leaderboard.unknown");
  const int decimals = value < 10 && value != std::floor(value) ? 1 : 0;
  return ui.text.join({ui.number(value, decimals), " ", unit});
}

std::string_view attribute_text(Ui& ui, const ColumnSpec& spec, const Model* model) {
  switch (spec.kind) {
    case ColumnKind::kNumber:
      return amount_text(ui, model != nullptr ? spec.number(*model) : kNaN, spec.unit);
    case ColumnKind::kWord:
      return facet_value_name(ui, spec, model_facet_value(model, spec));
    case ColumnKind::kRank:
    case ColumnKind::kModel:
    case ColumnKind::kMean:
    case ColumnKind::kChosenMean:
    case ColumnKind::kPublished:
    case ColumnKind::kTask:
      break;
  }
  return {};
}

std::string_view size_text(Ui& ui, double params_b) { return amount_text(ui, params_b, "B"); }

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
