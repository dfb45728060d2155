#include "views/leaderboard/card.h"

#include <cmath>

#include "ui/widgets.h"
#include "views/leaderboard/names.h"

namespace tablero {
namespace {

constexpr int kSmallSample = 100;  // fewer test items: one item moves the score visibly
constexpr float kCardWidth = 330;

void line(Ui& ui, std::string_view text) {
  label(ui, TextStyle::kSmall, ui.colors().text, text, ui.px(kCardWidth));
}
void quiet(Ui& ui, std::string_view text) {
  label(ui, TextStyle::kSmall, ui.colors().muted, text, ui.px(kCardWidth));
}
void mark(Ui& ui, std::string_view text) {
  const ImVec2 pos = ImGui::GetCursorScreenPos();
  const float side = ui.px(13);
  draw_icon(ImGui::GetWindowDrawList(), Icon::kWarning,
            {pos.x + side * 0.5f, pos.y + ui.font_size(TextStyle::kSmall) * 0.5f}, side,
            ui.colors().danger);
  ImGui::Indent(ui.px(19));
  label(ui, TextStyle::kSmall, ui.colors().text, text, ui.px(kCardWidth - 19));
  ImGui::Unindent(ui.px(19));
}

void score_lines(ViewContext& context, const ScoreTable& table, std::size_t t, std::size_t m) {
  Ui& ui = context.ui;
  const double normalised = table.normalised_at(m, t);
  const double raw = table.raw_at(m, t);
  if (std::isnan(normalised) && std::isnan(raw)) {
    line(ui, ui.t("card.no_score"));
    return;
  }
  if (!std::isnan(normalised)) {
    line(ui, ui.t(table.normalised_derived ? "card.normalised.derived" : "card.normalised",
                  {{"v", ui.number(normalised, 1)}}));
  }
  if (!std::isnan(raw)) {
    line(ui, ui.t(table.raw_derived ? "card.raw.derived" : "card.raw", {{"v", ui.number(raw, 1)}}));
  }
  const double error = table.stderr_at(m, t);
  if (!std::isnan(error)) line(ui, ui.t("card.stderr", {{"v", ui.number(error, 2)}}));
}

void score_card(ViewContext& context, const ScoreTable& table, std::size_t t, std::size_t m,
                bool dialog) {
  Ui& ui = context.ui;
  const Task* task = context.store.tasks.find(table.tasks[t]);
  heading(ui, TextStyle::kStrong, 2, task_name(context.store, table.tasks[t]));
  quiet(ui, table.models[m]);
  score_lines(context, table, t, m);
  if (at_or_below_chance(task, table.normalised_at(m, t))) mark(ui, ui.t("card.chance"));
  space(ui, 4);
  if (task != nullptr) draw_task_facts(context, &table, t, *task, dialog);
}

void rank_card(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows,
               std::size_t m) {
  Ui& ui = context.ui;
  const Ranking& r = rows.ranking();
  heading(ui, TextStyle::kStrong, 2, short_model_name(table.models[m]));
  if (r.low[m] == 0) {
    line(ui, ui.t("card.rank.none",
                  {{"n", ui.text.number(rows.covered(m))},
                   {"m", ui.text.number(static_cast<long long>(rows.ranked_tasks().size()))}}));
    return;
  }
  line(ui, ui.t("card.rank", {{"rank", ui.text.number(r.rank[m])},
                              {"low", ui.text.number(r.low[m])},
                              {"high", ui.text.number(r.high[m])}}));
  line(ui, ui.t("card.group", {{"n", ui.text.number(r.group[m])}}));
  for (std::uint32_t other : r.order) {
    if (other != m && r.group[other] == r.group[m]) {
      quiet(ui, ui.text.join({"· ", short_model_name(table.models[other])}));
    }
  }
  for (std::size_t i = 0; i + 1 < r.order.size(); ++i) {
    if (r.order[i] != m) continue;
    line(ui, ui.t("card.p", {{"p", ui.number(r.adjacent_p[i], 2)},
                             {"name", short_model_name(table.models[r.order[i + 1]])}}));
  }
  quiet(ui, ui.t("leaderboard.method",
                 {{"n", ui.text.number(static_cast<long long>(rows.ranked_tasks().size()))},
                  {"b", ui.number(r.resamples, 0)}}));
}

void model_card(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows,
                std::size_t m, bool dialog) {
  Ui& ui = context.ui;
  const Model* model = rows.model(m);
  heading(ui, TextStyle::kStrong, 2, table.models[m]);
  line(ui, ui.text.join({ui.t("leaderboard.size"), ": ", size_text(ui, rows.size(m))}));
  if (model != nullptr && model->params_nominal) quiet(ui, ui.t("card.size.nominal"));
  for (std::size_t i = 0; i < kModelFacetCount - 1; ++i) {  // all but the size
    const auto f = static_cast<ModelFacet>(i);
    line(ui, ui.text.join(
                 {facet_name(ui, f), ": ", facet_value_name(ui, f, model_facet_value(model, f))}));
  }
  if (model != nullptr && !model->same_as.empty()) {
    quiet(ui, ui.t("card.same_as", {{"name", model->same_as}}));
  }
  if (!dialog) return;
  if (model != nullptr && !model->url.empty()) {
    link(ui, "hub", ui.t("card.model_page"), model->url, TextStyle::kSmall);
  }
  space(ui, 4);
  const bool on = is_compared(context.state, table.models[m]);
  if (button(ui, "pin", ui.t(on ? "leaderboard.unpin" : "leaderboard.pin"), ButtonKind::kPlain,
             Icon::kPin)) {
    toggle_compared(context, table.models[m]);
  }
}

void mean_card(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows,
               const LeaderboardColumn& column, std::size_t m) {
  Ui& ui = context.ui;
  const bool chosen = column.kind == ColumnKind::kChosenMean;
  heading(ui, TextStyle::kStrong, 2, column_name(context, table, column));
  quiet(ui, table.models[m]);
  const long long total =
      chosen ? rows.chosen_tasks() : static_cast<long long>(rows.ranked_tasks().size());
  const int covered = chosen ? rows.chosen_covered(m) : rows.covered(m);
  line(ui, ui.t("card.mean", {{"v", ui.number(rows.number(table, column, m), 2)},
                              {"n", ui.text.number(covered)},
                              {"m", ui.text.number(total)}}));
  if (covered < total) mark(ui, ui.t("card.mean.partial"));
}

}  // namespace

void draw_task_facts(ViewContext& context, const ScoreTable* table, std::size_t index,
                     const Task& task, bool dialog) {
  Ui& ui = context.ui;
  const int own_shots = table != nullptr && index < table->shots.size() ? table->shots[index] : -1;
  const int own_n = table != nullptr && index < table->n.size() ? table->n[index] : 0;
  const int n = own_n > 0 ? own_n : task.n_test;
  const std::string_view metric =
      table != nullptr && index < table->metrics.size() && !table->metrics[index].empty()
          ? std::string_view(table->metrics[index])
          : std::string_view(task.metric);
  quiet(ui, ui.t(ui.text.join({"skill.", task.skill})));
  line(ui,
       ui.t("card.metric", {{"metric", metric},
                            {"shots", ui.text.number(own_shots >= 0 ? own_shots : task.shots)}}));
  line(ui,
       ui.t("card.baseline",
            {{"v", ui.number(task.baseline, 1)},
             {"basis",
              ui.t(ui.text.join(
                  {"card.basis.", kBasisNames[static_cast<std::size_t>(task.baseline_basis)]}))}}));
  if (n > 0) {
    line(ui, ui.count("task.items", n));
    if (n < kSmallSample) {
      mark(ui, ui.t("card.small", {{"v", ui.number(100.0 / n, 1)}}));
    }
  } else {
    quiet(ui, ui.t("card.items.unknown"));
  }
  if (task.baseline_basis == BaselineBasis::kInferred) mark(ui, ui.t("card.inferred"));
  if (!task.note.empty()) mark(ui, task.note.in(ui.lang));
  quiet(ui,
        task.donor.empty() ? ui.t("card.no_donor") : ui.t("task.donor", {{"name", task.donor}}));
  if (dialog && !task.url.empty()) {
    link(ui, "dataset",
         task.dataset.empty() ? ui.t("card.dataset") : std::string_view(task.dataset), task.url,
         TextStyle::kSmall);
  }
}

void draw_card(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows,
               const LeaderboardColumn& column, std::size_t model, bool dialog) {
  Ui& ui = context.ui;
  switch (column.kind) {
    case ColumnKind::kRank:
      rank_card(context, table, rows, model);
      break;
    case ColumnKind::kTask:
      score_card(context, table, column.index, model, dialog);
      break;
    case ColumnKind::kMean:
    case ColumnKind::kChosenMean:
      mean_card(context, table, rows, column, model);
      break;
    case ColumnKind::kPublished:
      heading(ui, TextStyle::kStrong, 2, column_name(context, table, column));
      quiet(ui, table.models[model]);
      line(ui, ui.t("card.published", {{"v", ui.number(rows.number(table, column, model), 2)}}));
      if (rows.number(table, column, model) > 100) mark(ui, ui.t("card.over_100"));
      break;
    default:
      model_card(context, table, rows, model, dialog);
      break;
  }
}

}  // namespace tablero
