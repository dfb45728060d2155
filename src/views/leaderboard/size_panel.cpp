#include "views/leaderboard/size_panel.h"

#include <algorithm>
#include <cmath>

#include "query/pareto.h"
#include "ui/widgets.h"
#include "views/leaderboard/names.h"

namespace tablero {

void SizePanel::update(const ViewState& state, const ScoreTable& table,
                       const LeaderboardRows& rows) {
  if (generation_ == rows.generation() && table_ == &table && score_ == state.score) return;
  score_ = state.score;
  generation_ = rows.generation();
  table_ = &table;
  bool found = false;
  for (const LeaderboardColumn& c : rows.all_columns()) {
    if (!holds_scores(c.kind()) || (found && c.id != score_)) continue;
    shown_ = c;
    found = true;
    if (c.id == score_) break;
  }
  models_.clear();
  unknown_.clear();
  sizes_.clear();
  scores_.clear();
  unknown_scores_.clear();
  if (!found) return;
  for (std::uint32_t m : rows.order()) {
    const double score = rows.number(table, shown_, m);
    // A mean over fewer tasks is not comparable.
    const bool partial = shown_.kind() == ColumnKind::kMean && rows.ranking().rank[m] == 0;
    if (std::isnan(score) || partial) continue;
    if (std::isnan(rows.size(m)) || rows.size(m) <= 0) {
      unknown_.push_back(m);
      unknown_scores_.push_back(score);
      continue;
    }
    models_.push_back(m);
    sizes_.push_back(rows.size(m));
    scores_.push_back(score);
  }
  front_ = pareto_front(sizes_, scores_);
}

void SizePanel::picker(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  const std::string_view name = column_name(context, table, shown_);
  if (begin_dropdown(ui, "score", name, ui.t("leaderboard.size.score"))) {
    bool first = true;
    for (const LeaderboardColumn& c : rows.all_columns()) {
      if (!holds_scores(c.kind())) continue;
      if (check_row(ui, c.id, column_name(context, table, c), c.id == shown_.id, ui.px(300))) {
        context.state.score = first ? std::string_view() : c.id;
        ImGui::CloseCurrentPopup();
      }
      first = false;
    }
    end_dropdown(ui);
  }
}

void SizePanel::unknown_list(ViewContext& context, const ScoreTable& table) {
  Ui& ui = context.ui;
  if (unknown_.empty()) return;
  heading(ui, TextStyle::kStrong, 2,
          ui.count("leaderboard.size.unknown_list", static_cast<long long>(unknown_.size())));
  for (std::size_t i = 0; i < unknown_.size(); ++i) {
    label(ui, TextStyle::kSmall, ui.colors().muted,
          ui.text.join({short_model_name(table.models[unknown_[i]]), ": ",
                        ui.number(unknown_scores_[i], 1)}));
  }
}

void SizePanel::draw(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  update(context.state, table, rows);
  picker(context, table, rows);
  update(context.state, table, rows);
  if (models_.empty()) {
    label(ui, TextStyle::kBody, ui.colors().muted, ui.t("leaderboard.size.none"), ui.px(700));
    unknown_list(context, table);
    return;
  }
  label(ui, TextStyle::kSmall, ui.colors().muted, ui.t("leaderboard.size.note"), ui.px(900));
  points_.clear();
  int dominated = 0;
  const auto pick = static_cast<std::size_t>(
      std::find_if(models_.begin(), models_.end(),
                   [&](std::uint32_t m) { return table.models[m] == context.state.model; }) -
      models_.begin());
  const bool picked = pick < models_.size();
  for (std::size_t i = 0; i < models_.size(); ++i) {
    ScatterPoint p;
    p.x = sizes_[i];
    p.y = scores_[i];
    p.label = short_model_name(table.models[models_[i]]);
    p.name = ui.text.join({p.label, ": ", size_text(ui, p.x), "; ", ui.number(p.y, 1),
                           front_[i] != 0 ? "; " : "",
                           front_[i] != 0 ? ui.t("leaderboard.size.on_front") : ""});
    p.front = front_[i] != 0;
    p.selected = i == pick;
    p.dimmed = picked && dominates(sizes_[pick], scores_[pick], p.x, p.y);
    dominated += p.dimmed ? 1 : 0;
    points_.push_back(p);
  }
  if (picked) {
    label(
        ui, TextStyle::kSmall, ui.colors().text,
        ui.t("leaderboard.size.dominates", {{"name", short_model_name(table.models[models_[pick]])},
                                            {"n", ui.text.number(dominated)}}),
        ui.px(900));
  }
  ScatterChart chart;
  chart.id = "size";
  chart.name = ui.t("leaderboard.size.chart",
                    {{"n", ui.text.number(static_cast<long long>(points_.size()))}});
  chart.x_title = ui.t("leaderboard.size.axis");
  chart.y_title = column_name(context, table, shown_);
  chart.points = points_;
  chart.height = ui.narrow() ? 360 : 440;
  int hovered = -1;
  const int pressed = draw_scatter(ui, chart, &hovered);
  if (pressed >= 0) {
    const auto p = static_cast<std::size_t>(pressed);
    context.state.model = p == pick ? std::string() : table.models[models_[p]];
  }
  if (hovered >= 0 && !ui.environment.coarse_pointer)
    tooltip(ui, points_[static_cast<std::size_t>(hovered)].name);
  unknown_list(context, table);
  space(ui, 16);
}

}  // namespace tablero
