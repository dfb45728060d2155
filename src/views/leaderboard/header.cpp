#include "views/leaderboard/header.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "ui/widgets.h"
#include "views/leaderboard/card.h"
#include "views/leaderboard/names.h"

namespace tablero {
namespace {

constexpr std::string_view kDefaultSort = "-average";
constexpr int kSmallSample = 100;

// Under the name of a task: a warning about few test items.
std::string_view few_items(ViewContext& context, const ScoreTable& table, std::size_t t) {
  Ui& ui = context.ui;
  const Task* task = context.store.tasks.find(table.tasks[t]);
  const int own = t < table.n.size() ? table.n[t] : 0;
  const int n = own > 0 ? own : (task != nullptr ? task->n_test : 0);
  if (n == 0 || n >= kSmallSample) return {};
  return ui.text.join({"n = ", ui.text.number(n)});
}

std::string_view second_line(ViewContext& context, const ScoreTable& table,
                             const LeaderboardRows& rows, const LeaderboardColumn& column) {
  Ui& ui = context.ui;
  switch (column.kind()) {
    case ColumnKind::kRank:
      return ui.narrow() ? std::string_view() : ui.t("leaderboard.rank.interval");
    case ColumnKind::kMean:
      return ui.count("count.tasks", static_cast<long long>(rows.ranked_tasks().size()));
    case ColumnKind::kChosenMean:
      return ui.count("count.tasks", rows.chosen_tasks());
    case ColumnKind::kTask:
      return few_items(context, table, column.index);
    case ColumnKind::kModel:
    case ColumnKind::kNumber:
    case ColumnKind::kWord:
    case ColumnKind::kPublished:
      break;
  }
  return {};
}

// Narrow screens: angled task names above slim columns.
constexpr float kSlant = 0.87f;  // radians from the horizontal
constexpr float kNarrowHeight = 106;

bool slanted(const Ui& ui, ColumnKind kind) {
  return ui.narrow() && (kind == ColumnKind::kTask || kind == ColumnKind::kPublished);
}

void draw_slanted(Ui& ui, const ImRect& rect, std::string_view name, Color color, bool sorted) {
  const ImGuiTable* table = ImGui::GetCurrentTable();
  const ImRect& inner = table->InnerWindow->InnerRect;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float sticky = table->FreezeColumnsCount > 0
                           ? table->Columns[table->FreezeColumnsCount - 1].MaxX
                           : inner.Min.x;
  list->PushClipRect({sticky, rect.Min.y}, {inner.Max.x, rect.Max.y}, false);
  // Drawn horizontally inside the clipped band, then its vertices are rotated about its left end.
  const ImVec2 level(sticky, rect.GetCenter().y);
  const ImVec2 foot(rect.GetCenter().x - ui.px(4), rect.Max.y - ui.px(sorted ? 22 : 12));
  const float half = ui.font_size(TextStyle::kSmallStrong) * 0.5f;
  const auto first = static_cast<int>(list->_VtxCurrentIdx);
  draw_text_cut(ui, list, {level.x, level.y - half}, TextStyle::kSmallStrong, color, name,
                ui.px(108));
  ImGui::ShadeVertsTransformPos(list, first, static_cast<int>(list->_VtxCurrentIdx), level,
                                std::cos(kSlant), -std::sin(kSlant), foot);
  list->PopClipRect();
}

void header_cell(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows,
                 int place) {
  Ui& ui = context.ui;
  const LeaderboardColumn& column = rows.columns()[static_cast<std::size_t>(place)];
  ImGui::TableSetColumnIndex(place);
  const ImRect rect = ImGui::TableGetCellBgRect(ImGui::GetCurrentTable(), place);
  const std::string_view name = column_name(context, table, column);
  const int direction = sort_direction(context.state.sort, column.id, nullptr);
  NodeDetail detail;
  detail.state = direction > 0 ? kStateSortAscending : (direction < 0 ? kStateSortDescending : 0u);
  detail.position = place + 1;
  const Press press =
      pressable_at(ui, column.id, rect.Min, rect.Max, Role::kColumnHeader, name, detail);
  if (press.pressed) {
    context.state.sort = next_sort(context.state.sort, column.id, holds_figures(column.kind()),
                                   ImGui::GetIO().KeyShift);
  }
  if (!press.visible) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Palette& c = ui.colors();
  if (slanted(ui, column.kind())) {
    draw_slanted(ui, rect, name, press.hovered || direction != 0 ? c.text : c.muted,
                 direction != 0);
    draw_sort_arrow(ui, {rect.GetCenter().x, rect.Max.y - ui.px(9)}, context.state.sort, column.id);
    focus_ring(ui, press, 0);
    return;
  }
  const std::string_view below = second_line(context, table, rows, column);
  const bool figures = holds_figures(column.kind());
  const float pad = ui.px(column.kind() == ColumnKind::kRank ? 12 : (ui.narrow() ? 7 : 10));
  const float arrow = direction != 0 ? ui.px(14) : 0;
  const float room = rect.GetWidth() - pad - ui.px(4) - arrow;
  const float line = ui.line_height(TextStyle::kSmallStrong);
  const float middle = rect.Max.y - header_height(ui) * 0.5f;
  const float y = middle - (below.empty() ? line * 0.5f : line) + ui.px(2);
  const float width = std::min(measure(ui, TextStyle::kSmallStrong, name).x, room);
  const float x = figures ? rect.Max.x - pad - width : rect.Min.x + (place == 1 ? ui.px(8) : pad);
  draw_text_cut(ui, list, {x, y}, TextStyle::kSmallStrong,
                press.hovered || direction != 0 ? c.text : c.muted, name, room);
  if (!below.empty()) {
    const float w = measure(ui, TextStyle::kTiny, below).x;
    draw_text_cut(ui, list, {figures ? rect.Max.x - pad - w : x, y + line}, TextStyle::kTiny,
                  c.muted, below, rect.GetWidth() - pad);
  }
  draw_sort_arrow(
      ui,
      {figures ? x - ui.px(8) : x + width + ui.px(8), y + ui.font_size(TextStyle::kSmall) * 0.5f},
      context.state.sort, column.id);
  focus_ring(ui, press, 0);
  if (press.hovered && column.kind() == ColumnKind::kTask && !ui.environment.coarse_pointer) {
    if (const Task* task = context.store.tasks.find(table.tasks[column.index])) {
      begin_tooltip(ui);
      heading(ui, TextStyle::kStrong, 2, task->name);
      draw_task_facts(context, &table, column.index, *task, false);
      end_tooltip(ui);
    }
  }
}

}  // namespace

void draw_sort_arrow(Ui& ui, ImVec2 at, std::string_view sort, std::string_view key) {
  int place = 0;
  const int direction = sort_direction(sort, key, &place);
  if (direction == 0) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float s = ui.px(4);
  const float k = direction < 0 ? 1.0f : -1.0f;
  list->AddTriangleFilled({at.x - s, at.y - s * 0.6f * k}, {at.x + s, at.y - s * 0.6f * k},
                          {at.x, at.y + s * 0.8f * k}, ui.colors().text);
  if (sort.find(',') == std::string_view::npos) return;
  draw_text(ui, list, {at.x - ui.px(3), at.y - ui.px(14)}, TextStyle::kTiny, ui.colors().muted,
            ui.text.number(place));
}

float header_height(const Ui& ui) { return ui.px(48); }
float slanted_header_height(const Ui& ui) { return ui.px(ui.narrow() ? kNarrowHeight : 48); }

float column_width(const Ui& ui, const LeaderboardColumn& column) {
  return ui.px(ui.narrow() ? column.spec->narrow : column.spec->wide);
}

void draw_header_row(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers, slanted_header_height(ui));
  NodeDetail detail;
  detail.position = 1;
  ui.sem.push(ui_id("header"), Role::kRow, {}, {}, detail);
  for (int i = 0; i < static_cast<int>(rows.columns().size()); ++i) {
    header_cell(context, table, rows, i);
  }
  ui.sem.pop();
}

int sort_direction(std::string_view sort, std::string_view key, int* place) {
  if (sort.empty()) sort = kDefaultSort;
  int at = 1;
  while (!sort.empty()) {
    const std::size_t comma = sort.find(',');
    std::string_view item = sort.substr(0, comma);
    sort = comma == std::string_view::npos ? std::string_view() : sort.substr(comma + 1);
    const bool down = !item.empty() && item[0] == '-';
    if (down) item.remove_prefix(1);
    if (item == key) {
      if (place != nullptr) *place = at;
      return down ? -1 : 1;
    }
    ++at;
  }
  if (place != nullptr) *place = 0;
  return 0;
}

std::string next_sort(std::string_view sort, std::string_view key, bool descending_first,
                      bool add) {
  const int now = sort_direction(sort, key, nullptr);
  const bool down = now == 0 ? descending_first : now > 0;
  std::string item(down ? "-" : "");
  item += key;
  std::string out;
  if (add) {
    const std::string present(sort.empty() ? kDefaultSort : sort);
    for (std::string_view old : split(present, ',')) {
      const std::string_view bare = !old.empty() && old[0] == '-' ? old.substr(1) : old;
      if (!out.empty()) out += ',';
      out += bare == key ? std::string_view(item) : old;
    }
    if (now == 0) {
      out += ',';
      out += item;
    }
  } else {
    out = item;
  }
  return out == kDefaultSort ? std::string() : out;
}

}  // namespace tablero
