#include "views/leaderboard/tasks_panel.h"

#include <imgui.h>

#include <algorithm>

#include "base/list.h"
#include "base/sort.h"
#include "charts/dot_plot.h"
#include "charts/heat_grid.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/leaderboard/card.h"
#include "views/leaderboard/names.h"

namespace tablero {
namespace {

// Whether `item` of the link, "facet:value", is about the facet `name`.
bool is_about(std::string_view item, std::string_view name) {
  return item.size() > name.size() && item.substr(0, name.size()) == name &&
         item[name.size()] == ':';
}

// Asks for `value` of the facet `name` instead of what was asked for; for all if it is empty.
void choose(List<std::string>& items, std::string_view name, std::string_view value) {
  items.erase(std::remove_if(items.begin(), items.end(),
                             [&](const std::string& item) { return is_about(item, name); }),
              items.end());
  if (!value.empty()) items.push_back(std::string(name) + ':' + std::string(value));
}

}  // namespace

void TasksPanel::update(ViewContext& context, const ScoreTable& table,
                        const LeaderboardRows& rows) {
  const bool other = made_of_.changed(context);
  if (!other && generation_ == rows.generation() && table_ == &table) return;
  const Store& store = context.store;
  generation_ = rows.generation();
  table_ = &table;
  columns_.assign(store.tasks.tasks.size(), -1);
  scores_ = scores_by_task(table, rows);
  for (std::size_t t = 0; t < table.tasks.size(); ++t) {
    const int index = store.tasks.index(table.tasks[t]);
    if (index >= 0) columns_[static_cast<std::size_t>(index)] = static_cast<int>(t);
  }
  for (std::size_t f = 0; f < kTaskFacets; ++f) {
    List<std::string>& values = values_[f];
    values.clear();
    for (const Task& task : store.tasks.tasks) {
      const std::string_view value = task_value(task, static_cast<TaskFacet>(f));
      if (std::find(values.begin(), values.end(), value) == values.end())
        values.emplace_back(value);
    }
    sort(values);
  }
  refilter(context);
  correlations_ = correlation_table(context.ui.reader(), store, table, scores_);
}

void TasksPanel::refilter(const ViewContext& context) {
  tasks_ = context.state.tasks;
  listed_ = listed_tasks(context.state, context.store.tasks);
}

void TasksPanel::filters(ViewContext& context) {
  Ui& ui = context.ui;
  Flow flow(ui, 8);
  for (std::size_t f = 0; f < kTaskFacets; ++f) {
    const auto filter = static_cast<TaskFacet>(f);
    const std::string_view name = ui.t(ui.text.join({"task.filter.", kTaskFacetNames[f]}));
    const std::string_view wanted = chosen_task_value(context.state, context.store.tasks, filter);
    const std::string_view shown =
        fitted(ui, TextStyle::kBody, wanted.empty() ? name : task_value_name(ui, filter, wanted),
               ui.px(220));
    flow.next(measure(ui, TextStyle::kBody, shown).x + ui.px(48));
    if (!begin_dropdown(ui, kTaskFacetNames[f], shown, name)) continue;
    for (const std::string& value : values_[f]) {
      int count = 0;
      for (const Task& task : context.store.tasks.tasks)
        count += task_value(task, filter) == value ? 1 : 0;
      if (check_row(ui, value, task_value_name(ui, filter, value), wanted == value, ui.px(340),
                    ui.text.number(count))) {
        choose(context.state.tasks, kTaskFacetNames[f],
               wanted == value ? "" : std::string_view(value));
      }
    }
    end_dropdown(ui);
  }
}

void TasksPanel::task_row(ViewContext& context, const ScoreTable& table, std::size_t index) {
  Ui& ui = context.ui;
  const Task& task = context.store.tasks.tasks[index];
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : ui.px(38);
  const int column = columns_[index];
  const std::string_view about = ui.text.join(
      {task_value_name(ui, TaskFacet::kLanguage, task.language), " · ",
       task_value_name(ui, TaskFacet::kSkill, task.skill), " · ", task.metric,
       task.n_test > 0 ? " · n = " : "", task.n_test > 0 ? ui.text.number(task.n_test) : ""});
  ImGui::PushID(static_cast<int>(index));
  NodeDetail detail;
  detail.value = about;
  const Press press = pressable(ui, "task", {width, height}, Role::kButton, task.name, detail);
  if (press.pressed) ImGui::OpenPopup("facts");
  if (press.visible) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Palette& c = ui.colors();
    if (press.hovered) list->AddRectFilled(press.min, press.max, c.raised, ui.px(6));
    list->AddLine({press.min.x, press.max.y}, {press.max.x, press.max.y}, c.hairline);
    const float strip = ui.narrow() ? ui.px(110) : ui.px(280);
    const float text = width - strip - ui.px(24);
    draw_text_cut(ui, list, {press.min.x + ui.px(4), press.min.y + ui.px(4)},
                  TextStyle::kSmallStrong, c.text, task.name, text);
    draw_text_cut(ui, list, {press.min.x + ui.px(4), press.min.y + ui.px(20)}, TextStyle::kTiny,
                  c.muted, about, text);
    const ImVec2 from(press.max.x - strip - ui.px(8), (press.min.y + press.max.y) * 0.5f);
    if (column >= 0) {
      draw_dot_strip(ui, from, strip, scores_[static_cast<std::size_t>(column)], 0, 100, c.primary);
    } else {
      draw_text(ui, list, {from.x, from.y - ui.font_size(TextStyle::kTiny) * 0.5f},
                TextStyle::kTiny, c.muted, ui.t("task.no_scores"));
    }
    focus_ring(ui, press, ui.px(6));
  }
  const ScoreTable* own = column >= 0 ? &table : nullptr;
  const std::size_t at = column >= 0 ? static_cast<std::size_t>(column) : 0;
  if (press.hovered && !ui.environment.coarse_pointer) {
    begin_tooltip(ui);
    heading(ui, TextStyle::kStrong, 2, task.name);
    draw_task_facts(context, own, at, task, false);
    end_tooltip(ui);
  }
  if (ImGui::BeginPopup("facts")) {
    ui.sem.push(ui_id("facts"), Role::kDialog, task.name, {});
    heading(ui, TextStyle::kStrong, 2, task.name);
    draw_task_facts(context, own, at, task, true);
    ui.sem.pop();
    ImGui::EndPopup();
  }
  ImGui::PopID();
}

void TasksPanel::list(ViewContext& context, const ScoreTable& table) {
  Ui& ui = context.ui;
  label(ui, TextStyle::kSmall, ui.colors().muted,
        ui.text.join({ui.count("count.tasks", static_cast<long long>(listed_.size())), ". ",
                      ui.t("task.strip")}),
        ui.px(900));
  for (const int i : listed_) task_row(context, table, static_cast<std::size_t>(i));
}

void TasksPanel::correlations(ViewContext& context, const ScoreTable& table) {
  Ui& ui = context.ui;
  if (correlations_.empty()) return;
  space(ui, 16);
  begin_section(ui);
  heading(ui, TextStyle::kHeading, 2, ui.t("task.correlation"));
  label(ui, TextStyle::kSmall, ui.colors().muted,
        ui.t("task.correlation.note",
             {{"n", ui.text.number(static_cast<long long>(table.models.size()))}}),
        ui.px(900));
  HeatGrid chart(correlations_, Leads::kNowhere);
  (void)chart.draw(ui);
  chart_actions(context, chart);
}

void TasksPanel::draw(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows) {
  update(context, table, rows);
  filters(context);
  if (tasks_ != context.state.tasks) refilter(context);
  list(context, table);
  correlations(context, table);
  space(context.ui, 16);
}

}  // namespace tablero
