#include "views/leaderboard_view.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/widgets.h"
#include "views/shell.h"

namespace tablero {
namespace {

constexpr int kFixedColumns = 4;  // place, model, mean, size

Rect cell_rect(const ImRect& r) { return {r.Min.x, r.Min.y, r.GetWidth(), r.GetHeight()}; }

std::string_view short_model_name(std::string_view id) {
  const std::size_t slash = id.find('/');
  return slash == std::string_view::npos ? id : id.substr(slash + 1);
}

std::string_view task_name(const Store& store, std::string_view id) {
  const Task* task = store.tasks.find(id);
  return task != nullptr ? std::string_view(task->name) : id;
}

}  // namespace

void LeaderboardView::draw_picker(ViewContext& context, const Snapshot& current) {
  Ui& ui = context.ui;
  if (!begin_dropdown(ui, "snapshot", current.title.in(ui.lang), ui.t("leaderboard.snapshot"))) return;
  for (const Snapshot& s : context.store.results.snapshots) {
    if (check_row(ui, s.id, s.title.in(ui.lang), s.id == current.id, ui.px(420),
                  format_date_short(ui.text, ui.strings, s.date))) {
      context.state.snapshot = s.id == context.store.results.main_snapshot ? std::string() : s.id;
      context.state.sort.clear();
      ImGui::CloseCurrentPopup();
    }
  }
  end_dropdown(ui);
}

void LeaderboardView::draw_head(ViewContext& context, const Snapshot& snapshot) {
  Ui& ui = context.ui;
  heading(ui, TextStyle::kTitle, 1, ui.t("leaderboard.title"));
  Flow flow(ui, 12);
  flow.next(ui.px(200));
  draw_picker(context, snapshot);
  const std::string_view source = ui.t("figure.source_link");
  flow.next(measure(ui, TextStyle::kSmall, source).x + ui.px(20));
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() +
                       (ui.control_height() - ui.line_height(TextStyle::kSmall)) * 0.5f);
  link(ui, "source", source, snapshot.url, TextStyle::kSmall);
  const std::string_view scale = ui.t(snapshot.scale == ScoreScale::normalised ? "leaderboard.normalised"
                                      : snapshot.scale == ScoreScale::raw      ? "leaderboard.raw"
                                                                               : "leaderboard.board");
  label(ui, TextStyle::kSmall, ui.colours().muted,
        ui.text.join({scale, " ", ui.t("leaderboard.rank_rule")}), ui.px(860));
  if (!snapshot.caveat.empty()) {
    label(ui, TextStyle::kSmall, ui.colours().muted, snapshot.caveat.in(ui.lang), ui.px(860));
  }
}

void LeaderboardView::header_cell(ViewContext& context, int column, std::string_view key,
                                  std::string_view text, bool descending_first) {
  Ui& ui = context.ui;
  ViewState& state = context.state;
  ImGui::TableSetColumnIndex(column);
  const ImRect rect = ImGui::TableGetCellBgRect(ImGui::GetCurrentTable(), column);
  const std::string_view effective = state.sort.empty() ? "-average" : std::string_view(state.sort);
  const bool up = effective == key;
  const bool down = effective.size() == key.size() + 1 && effective[0] == '-' && effective.substr(1) == key;
  NodeDetail detail;
  detail.state = (up ? kStateSortAscending : 0u) | (down ? kStateSortDescending : 0u);
  detail.position = column + 1;
  const Press press = pressable_at(ui, key, rect.Min, rect.Max, Role::kColumnHeader, text, detail);
  if (press.pressed) {
    const bool now_down = up || down ? up : descending_first;
    state.sort = now_down ? "-" + std::string(key) : std::string(key);
    if (state.sort == "-average") state.sort.clear();
  }
  if (!press.visible) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Palette& c = ui.colours();
  const float pad = ui.px(8);
  const float arrow = up || down ? ui.px(12) : 0;
  const float y = (rect.Min.y + rect.Max.y - ui.font_size(TextStyle::kSmallStrong)) * 0.5f;
  // Figures are right-aligned, and so are their headings; the arrow stands before them.
  const float room = rect.GetWidth() - 2 * pad - arrow;
  const float width = std::min(measure(ui, TextStyle::kSmallStrong, text).x, room);
  const bool figures = column == 2 || column >= kFixedColumns;
  const float x = figures ? rect.Max.x - pad - ui.px(4) - width : rect.Min.x + pad;
  draw_text_cut(ui, list, {x, y}, TextStyle::kSmallStrong,
                press.hovered || up || down ? c.text : c.muted, text, room);
  if (up || down) {
    const float at = figures ? x - ui.px(8) : x + width + ui.px(8);
    const float middle = (rect.Min.y + rect.Max.y) * 0.5f;
    const float s = ui.px(4);
    if (down) {
      list->AddTriangleFilled({at - s, middle - s * 0.6f}, {at + s, middle - s * 0.6f},
                              {at, middle + s * 0.8f}, c.text);
    } else {
      list->AddTriangleFilled({at - s, middle + s * 0.6f}, {at, middle - s * 0.8f},
                              {at + s, middle + s * 0.6f}, c.text);
    }
  }
  focus_ring(ui, press, 0);
}

void LeaderboardView::task_tooltip(ViewContext& context, const ScoreTable& table, std::size_t t) {
  Ui& ui = context.ui;
  const Task* task = context.store.tasks.find(table.tasks[t]);
  if (task == nullptr) return;
  begin_tooltip(ui);
  const float wrap = ui.px(300);
  const Colour muted = ui.colours().muted;
  label(ui, TextStyle::kStrong, ui.colours().text, task->name, wrap);
  label(ui, TextStyle::kSmall, muted, ui.t(ui.text.join({"skill.", task->skill})), wrap);
  label(ui, TextStyle::kSmall, ui.colours().text,
        ui.t("task.line", {{"metric", task->metric},
                           {"shots", ui.text.number(task->shots)},
                           {"baseline", ui.number(task->baseline, 0)}}),
        wrap);
  if (task->n_test > 0) {
    label(ui, TextStyle::kSmall, ui.colours().text, ui.count("task.items", task->n_test), wrap);
  }
  if (!task->donor.empty()) {
    label(ui, TextStyle::kSmall, muted, ui.t("task.donor", {{"name", task->donor}}), wrap);
  }
  end_tooltip(ui);
}

void LeaderboardView::draw_header_row(ViewContext& context, const ScoreTable& table) {
  Ui& ui = context.ui;
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers, ui.px(40));
  ui.sem.push(ui_id("header"), Role::kRow, {}, {});
  header_cell(context, 0, "rank", ui.t("leaderboard.rank"), false);
  header_cell(context, 1, "model", ui.t("leaderboard.model"), false);
  header_cell(context, 2, "average", ui.t("leaderboard.mean"), true);
  header_cell(context, 3, "size", ui.t("leaderboard.size"), true);
  for (std::size_t t = 0; t < table.tasks.size(); ++t) {
    const int column = kFixedColumns + static_cast<int>(t);
    header_cell(context, column, table.tasks[t], task_name(context.store, table.tasks[t]), true);
    if (ImGui::IsItemHovered()) task_tooltip(context, table, t);
  }
  ui.sem.pop();
}

void LeaderboardView::score_cell(ViewContext& context, int column, double value, double low,
                                 double high, std::string_view column_name) {
  Ui& ui = context.ui;
  const bool shown = ImGui::TableSetColumnIndex(column);
  const ImRect rect = ImGui::TableGetCellBgRect(ImGui::GetCurrentTable(), column);
  const std::string_view text = ui.number(value, 1);
  NodeDetail detail;
  detail.position = column + 1;
  if (!shown) detail.state = kStateScrolledOut;
  (void)column_name;
  ui.sem.add(ui_id("cell") + static_cast<std::uint32_t>(column) * 7919u, Role::kCell,
             std::isnan(value) ? ui.t("missing.no_data") : text, cell_rect(rect), detail);
  if (!shown) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  Colour ink = ui.colours().text;
  if (!std::isnan(value) && high > low) {
    const auto t = static_cast<float>((value - low) / (high - low));
    const Colour fill = ui.theme.ramp_at(t * 0.8f);
    list->AddRectFilled({rect.Min.x + 1, rect.Min.y + 1}, {rect.Max.x - 1, rect.Max.y - 1}, fill,
                        ui.px(4));
    ink = Theme::text_on(fill);
  } else if (std::isnan(value)) {
    ink = ui.colours().muted;
  }
  const ImVec2 size = measure(ui, TextStyle::kSmall, text);
  draw_text(ui, list,
            {rect.Max.x - ui.px(12) - size.x,
             (rect.Min.y + rect.Max.y - ui.font_size(TextStyle::kSmall)) * 0.5f},
            TextStyle::kSmall, ink, text);
}

void LeaderboardView::draw_row(ViewContext& context, const ScoreTable& table, std::uint32_t model,
                               int position) {
  Ui& ui = context.ui;
  const std::string& id = table.models[model];
  ImGui::TableNextRow(0, ui.px(36));
  ImGui::PushID(static_cast<int>(model));
  NodeDetail row_detail;
  row_detail.position = position + 1;
  ui.sem.push(ui_id("row"), Role::kRow, {}, {}, row_detail);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Palette& c = ui.colours();

  const auto text_cell = [&](int column, std::string_view text, Role role, TextStyle style,
                             Colour colour) {
    const bool shown = ImGui::TableSetColumnIndex(column);
    const ImRect rect = ImGui::TableGetCellBgRect(ImGui::GetCurrentTable(), column);
    NodeDetail detail;
    detail.position = column + 1;
    ui.sem.add(ui_id(text) + static_cast<std::uint32_t>(column), role, text, cell_rect(rect), detail);
    if (!shown) return;
    draw_text_cut(ui, list,
                  {rect.Min.x + ui.px(8), (rect.Min.y + rect.Max.y - ui.font_size(style)) * 0.5f},
                  style, colour, text, rect.GetWidth() - ui.px(12));
  };
  text_cell(0, rows_.rank(model) > 0 ? ui.text.number(rows_.rank(model)) : "–", Role::kCell,
            TextStyle::kSmall, c.muted);
  text_cell(1, short_model_name(id), Role::kRowHeader, TextStyle::kSmallStrong, c.text);
  if (ImGui::TableGetHoveredRow() == position + 1 && ImGui::TableGetHoveredColumn() == 1) {
    tooltip(ui, id);
  }
  score_cell(context, 2, rows_.mean(model), 0, 0, ui.t("leaderboard.mean"));
  const double size = rows_.size(model);
  text_cell(3, std::isnan(size) ? ui.t("leaderboard.size.unknown")
                                : ui.text.join({ui.number(size, size < 10 && size != std::floor(size) ? 1 : 0), " B"}),
            Role::kCell, TextStyle::kSmall, c.muted);
  for (std::size_t t = 0; t < table.tasks.size(); ++t) {
    score_cell(context, kFixedColumns + static_cast<int>(t), rows_.score(table, model, t),
               rows_.column_min(t), rows_.column_max(t), table.tasks[t]);
  }
  ui.sem.pop();
  ImGui::PopID();
}

void LeaderboardView::draw_table(ViewContext& context, const ScoreTable& table) {
  Ui& ui = context.ui;
  const int columns = kFixedColumns + static_cast<int>(table.tasks.size());
  const float height = ImMax(ImGui::GetContentRegionAvail().y, ui.px(260));
  const float wanted = ui.px(40) + ui.px(36) * static_cast<float>(rows_.order().size()) + ui.px(16);
  const ImGuiTableFlags flags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY |
                                ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_BordersInnerH |
                                ImGuiTableFlags_NoPadOuterX | ImGuiTableFlags_NoPadInnerX;
  const std::string_view name =
      ui.t("leaderboard.table", {{"n", ui.text.number(static_cast<long long>(rows_.order().size()))}});
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 size(ImGui::GetContentRegionAvail().x, ImMin(height, wanted));
  NodeDetail detail;
  detail.set_size = static_cast<int>(rows_.order().size()) + 1;
  detail.position = columns;
  ui.sem.push(ui_id("table"), Role::kTable, name, to_rect(start, start + size), detail);
  ImGui::PushID(table.snapshot.c_str());
  if (ImGui::BeginTable("scores", columns, flags, size)) {
    ImGui::TableSetupScrollFreeze(2, 1);
    const bool narrow = ui.narrow();
    ImGui::TableSetupColumn("rank", 0, ui.px(narrow ? 36 : 44));
    ImGui::TableSetupColumn("model", 0, ui.px(narrow ? 130 : 230));
    ImGui::TableSetupColumn("mean", 0, ui.px(76));
    ImGui::TableSetupColumn("size", 0, ui.px(84));
    for (const std::string& task : table.tasks) ImGui::TableSetupColumn(task.c_str(), 0, ui.px(96));
    draw_header_row(context, table);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows_.order().size()), ui.px(36));
    while (clipper.Step()) {
      for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
        draw_row(context, table, rows_.order()[static_cast<std::size_t>(i)], i);
      }
    }
    ImGui::EndTable();
  }
  ImGui::PopID();
  ui.sem.pop();
}

void LeaderboardView::draw(ViewContext& context) {
  const Results& results = context.store.results;
  const std::string& wanted =
      context.state.snapshot.empty() ? results.main_snapshot : context.state.snapshot;
  const Snapshot* snapshot = results.find(wanted);
  if (snapshot == nullptr) snapshot = results.find(results.main_snapshot);
  if (snapshot == nullptr) return;
  draw_head(context, *snapshot);
  const ScoreTable* table = context.store.scores(snapshot->id);
  if (table == nullptr) {
    Ui& ui = context.ui;
    const Fault* fault = context.store.scores_fault(snapshot->id);
    if (fault != nullptr) {
      label(ui, TextStyle::kBody, ui.colours().danger, ui.text.keep(fault->line()));
    } else {
      context.want_scores = snapshot->id;
      label(ui, TextStyle::kBody, ui.colours().muted, ui.t("state.loading"));
    }
    return;
  }
  rows_.update(context.store, context.state, *table);
  if (rows_.order().empty()) {
    draw_empty_state(context);
    return;
  }
  draw_table(context, *table);
}

}  // namespace tablero
