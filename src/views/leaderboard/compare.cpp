#include "views/leaderboard/compare.h"

#include "base/list.h"
#include "charts/dot_plot.h"
#include "charts/radar.h"
#include "charts/slope.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/facets.h"
#include "views/leaderboard/names.h"

namespace tablero {
namespace {

constexpr std::size_t kMinAxes = 3;

Color series_color(const Ui& ui, std::size_t i) { return ui.colors().series[i]; }

std::string_view signed_number(Ui& ui, double v, int decimals) {
  return v > 0 ? ui.text.join({"+", ui.number(v, decimals)}) : ui.number(v, decimals);
}

}  // namespace

void ComparePanel::update(ViewContext& context, const ScoreTable& table,
                          const LeaderboardRows& rows) {
  const bool other = made_of_.changed(context);
  if (!other && generation_ == rows.generation() && table_ == &table &&
      compared_ == context.state.models)
    return;
  generation_ = rows.generation();
  table_ = &table;
  compared_ = context.state.models;
  now_ = compare_models(context.ui.reader(), context.store, context.state, table, rows);
}

void ComparePanel::picker(ViewContext& context, const ScoreTable& table) {
  Ui& ui = context.ui;
  Flow flow(ui, 8);
  const std::string_view choose = ui.t("leaderboard.compare.choose");
  flow.next(ui.px(190));
  if (begin_dropdown(ui, "models", choose, choose, Icon::kCompare)) {
    for (const std::string& id : table.models) {
      if (check_row(ui, id, id, is_compared(context.state, id), ui.px(380)))
        toggle_compared(context, id);
    }
    end_dropdown(ui);
  }
  std::size_t drop = now_.models.size();
  for (std::size_t i = 0; i < now_.models.size(); ++i) {
    const std::string& id = table.models[now_.models[i]];
    const std::string_view name = short_model_name(id);
    flow.next(chip_width(ui, name));
    if (chip(ui, id, name, ui.t("leaderboard.compare.remove", {{"name", name}}))) drop = i;
    const ImVec2 min = ImGui::GetItemRectMin();
    ImGui::GetWindowDrawList()->AddCircleFilled(
        {min.x + ui.px(1), (min.y + ImGui::GetItemRectMax().y) * 0.5f}, ui.px(5),
        series_color(ui, i));
  }
  if (drop < now_.models.size()) toggle_compared(context, table.models[now_.models[drop]]);
  const std::string_view copy = ui.t("share.copy_link");
  flow.next(button_width(ui, copy, Icon::kLink));
  if (button(ui, "copy", copy, ButtonKind::kGhost, Icon::kLink)) {
    ui.platform.copy_text(ui.platform.link_for(to_query(context.state)));
    ui.show_notice(ui.t("share.copied"));
  }
}

void ComparePanel::summary(ViewContext& context, const ScoreTable& table) {
  Ui& ui = context.ui;
  for (std::size_t i = 0; i < now_.differences.size(); ++i) {
    const PairedDifference& d = now_.differences[i];
    if (d.tasks == 0) continue;
    const std::string_view verdict = d.low > 0    ? "leaderboard.compare.above"
                                     : d.high < 0 ? "leaderboard.compare.below"
                                                  : "leaderboard.compare.tied";
    label(ui, TextStyle::kBody, ui.colors().text,
          ui.t(verdict, {{"a", short_model_name(table.models[now_.models[0]])},
                         {"b", short_model_name(table.models[now_.models[i + 1]])},
                         {"d", signed_number(ui, d.mean, 1)},
                         {"low", signed_number(ui, d.low, 1)},
                         {"high", signed_number(ui, d.high, 1)},
                         {"n", ui.text.number(d.tasks)}}),
          ui.px(900));
  }
  if (now_.missing.empty()) return;
  std::string_view list;
  for (std::size_t t : now_.missing) {
    list = ui.text.join({list, list.empty() ? "" : ", ", task_name(context.store, table.tasks[t])});
  }
  label(ui, TextStyle::kSmall, ui.colors().muted,
        ui.t("leaderboard.compare.missing", {{"list", list}}), ui.px(900));
}

void ComparePanel::radar(ViewContext& context) {
  Ui& ui = context.ui;
  if (now_.skills.size() < kMinAxes) return;
  begin_section(ui);
  heading(ui, TextStyle::kHeading, 2, now_.by_skill.head().title);
  Radar chart(now_.by_skill, Leads::kNowhere);
  chart.colors = {colors_.data(), colors_.size()};
  chart.height = ui.narrow() ? 358 : 460;
  (void)chart.draw(ui);
  chart_actions(context, chart);
}

void ComparePanel::slope(ViewContext& context, const Table& table, std::string_view note) {
  Ui& ui = context.ui;
  begin_section(ui);
  heading(ui, TextStyle::kHeading, 2, table.head().title);
  label(ui, TextStyle::kSmall, ui.colors().muted, note, ui.px(900));
  space(ui, 4);
  Slope chart(table, Leads::kNowhere);
  chart.colors = {colors_.data(), colors_.size()};
  (void)chart.draw(ui);
  chart_actions(context, chart);
}

void ComparePanel::tasks(ViewContext& context) {
  Ui& ui = context.ui;
  begin_section(ui);
  heading(ui, TextStyle::kHeading, 2, now_.by_task.head().title);
  label(ui, TextStyle::kSmall, ui.colors().muted,
        ui.t("leaderboard.compare.tasks.note",
             {{"a", now_.by_task.columns()[1].name}, {"b", now_.by_task.columns()[2].name}}),
        ui.px(900));
  DotPlot chart(now_.by_task, Leads::kNowhere);
  chart.colors = {colors_.data(), colors_.size()};
  (void)chart.draw(ui);
  chart_actions(context, chart);
}

void ComparePanel::draw(ViewContext& context, const ScoreTable& table,
                        const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  update(context, table, rows);
  picker(context, table);
  if (now_.models.size() < 2) {
    label(ui, TextStyle::kBody, ui.colors().muted, ui.t("leaderboard.compare.hint"), ui.px(700));
    return;
  }
  space(ui, 4);
  summary(context, table);
  space(ui, 8);
  colors_.clear();
  for (std::size_t i = 0; i < now_.models.size(); ++i) colors_.push_back(series_color(ui, i));
  radar(context);
  space(ui, 8);
  if (now_.languages.size() > 1) {
    slope(context, now_.by_language, ui.t("leaderboard.compare.languages.note"));
  }
  // How normalization (removing chance) changes the order of the models, over the common tasks.
  if (now_.scale_tasks > 0) {
    slope(context, now_.by_scale,
          ui.t("leaderboard.compare.scales.note", {{"n", ui.text.number(now_.scale_tasks)}}));
  }
  space(ui, 8);
  tasks(context);
  space(ui, 16);
}

}  // namespace tablero
