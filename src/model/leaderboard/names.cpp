#include "model/leaderboard/names.h"

#include <cmath>

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

std::string_view column_word(const Wording& words, const ColumnSpec& spec) {
  return words.named("leaderboard.column.", spec.id);
}

std::string_view source_of(const Store& store, const ScoreTable& table) {
  const Snapshot* snapshot = store.results.find(table.snapshot);
  return snapshot == nullptr || snapshot->sources.empty()
             ? std::string_view("results.json")
             : std::string_view(snapshot->sources.front());
}

std::string_view column_name(const Wording& words, const Store& store, const ViewState& state,
                             const ScoreTable& table, const LeaderboardColumn& column) {
  const List<std::string>& cols = state.cols;
  switch (column.kind()) {
    case ColumnKind::kChosenMean:
      if (cols.size() == 1 && cols[0].rfind("lang:", 0) == 0) {
        return words.named("leaderboard.mean:", std::string_view(cols[0]).substr(5));
      }
      break;
    case ColumnKind::kPublished:
      return words.named("leaderboard.", column.id);
    case ColumnKind::kTask:
      return task_name(store, table.tasks[column.index]);
    case ColumnKind::kRank:
    case ColumnKind::kModel:
    case ColumnKind::kMean:
    case ColumnKind::kNumber:
    case ColumnKind::kWord:
      break;
  }
  return column_word(words, *column.spec);
}

std::string_view facet_name(const Wording& words, const ColumnSpec& facet) {
  if (facet.kind == ColumnKind::kWord) return column_word(words, facet);
  return words.named("leaderboard.classes.", facet.id);
}

std::string_view facet_value_name(const Wording& words, const ColumnSpec& facet,
                                  std::string_view value) {
  if (value == kUnknownWord) return words.t("leaderboard.unknown");
  return facet.worded ? words.named(words.join({"model.", facet.id, "."}), value) : value;
}

std::string_view amount_text(const Wording& words, double value, std::string_view unit) {
  if (std::isnan(value)) return words.t("leaderboard.unknown");
  const int decimals = value < 10 && value != std::floor(value) ? 1 : 0;
  return words.join({words.number(value, decimals), " ", unit});
}

std::string_view attribute_text(const Wording& words, const ColumnSpec& spec, const Model* model) {
  switch (spec.kind) {
    case ColumnKind::kNumber:
      return amount_text(words, model != nullptr ? spec.number(*model) : kNaN, spec.unit);
    case ColumnKind::kWord:
      return facet_value_name(words, spec, model_facet_value(model, spec));
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

std::string_view size_text(const Wording& words, double params_b) {
  return amount_text(words, params_b, "B");
}

bool at_or_below_chance(const Task* task, double normalised) {
  return task != nullptr && task->baseline > 0 && normalised == 0;
}

Coverage coverage(const LeaderboardRows& rows, ColumnKind kind, std::size_t model) {
  if (kind == ColumnKind::kChosenMean) return {rows.chosen_covered(model), rows.chosen_tasks()};
  return {rows.covered(model), static_cast<int>(rows.ranked_tasks().size())};
}

namespace {

std::string_view rank_text(const Wording& words, const Ranking& ranking, std::size_t m,
                           CellText form) {
  const bool spoken = form == CellText::kSpoken;
  if (ranking.rank[m] == 0) return spoken ? words.t("missing.no_data") : "–";
  if (!spoken || ranking.low[m] == 0) return words.text.number(ranking.rank[m]);
  return words.t("card.rank", {{"rank", words.text.number(ranking.rank[m])},
                               {"low", words.text.number(ranking.low[m])},
                               {"high", words.text.number(ranking.high[m])}});
}

std::string_view score_text(const Wording& words, double value, CellText form) {
  if (std::isnan(value)) return form == CellText::kSpoken ? words.t("missing.no_data") : "–";
  return words.number(value, 1);
}

std::string_view mean_text(const Wording& words, double value, const Coverage& over,
                           CellText form) {
  const std::string_view text = score_text(words, value, form);
  if (form != CellText::kSpoken || !over.partial()) return text;
  return words.t(
      "leaderboard.mean.partial",
      {{"v", text}, {"n", words.text.number(over.covered)}, {"m", words.text.number(over.total)}});
}

}  // namespace

std::string_view cell_text(const Wording& words, const Store& store, const ScoreTable& table,
                           const LeaderboardRows& rows, const LeaderboardColumn& column,
                           std::size_t model, CellText form) {
  const double value = rows.number(table, column, model);
  switch (column.kind()) {
    case ColumnKind::kRank:
      return rank_text(words, rows.ranking(), model, form);
    case ColumnKind::kModel:
      return short_model_name(table.models[model]);
    case ColumnKind::kNumber:
    case ColumnKind::kWord:
      return attribute_text(words, *column.spec, rows.model(model));
    case ColumnKind::kMean:
    case ColumnKind::kChosenMean:
      return mean_text(words, value, coverage(rows, column.kind(), model), form);
    case ColumnKind::kTask:
      if (rows.normalised() &&
          at_or_below_chance(store.tasks.find(table.tasks[column.index]), value)) {
        return words.t(form == CellText::kSpoken ? "leaderboard.chance.spoken"
                                                 : "leaderboard.chance");
      }
      break;
    case ColumnKind::kPublished:
      break;
  }
  return score_text(words, value, form);
}

}  // namespace tablero
