#include "views/leaderboard/board.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "model/leaderboard/csv.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/leaderboard/header.h"
#include "views/leaderboard/names.h"
#include "views/shell.h"

namespace tablero {
namespace {

constexpr float kRowHeight = 34;

}  // namespace

void RelatedTable::header(ViewContext& context, const RelatedBoard& board) {
  Ui& ui = context.ui;
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers, header_height(ui));
  ui.sem.push(ui_id("header"), Role::kRow, {}, {});
  for (std::size_t i = 0; i < rows_.display().size(); ++i) {
    const std::size_t c = rows_.display()[i];
    const RelatedColumn& column = board.columns[c];
    ImGui::TableSetColumnIndex(static_cast<int>(i));
    const ImRect rect = ImGui::TableGetCellBgRect(ImGui::GetCurrentTable(), static_cast<int>(i));
    const int direction = context.state.sort.empty()
                              ? 0
                              : sort_direction(context.state.sort, rows_.look(c).key, nullptr);
    NodeDetail detail;
    detail.state =
        direction > 0 ? kStateSortAscending : (direction < 0 ? kStateSortDescending : 0u);
    detail.position = static_cast<int>(i) + 1;
    const Press press = pressable_at(ui, rows_.look(c).key, rect.Min, rect.Max, Role::kColumnHeader,
                                     column.name, detail);
    if (press.pressed) {
      const bool down_first = column.type != ColumnType::kText && !column.lower_is_better;
      const bool add = ImGui::GetIO().KeyShift && !context.state.sort.empty();
      context.state.sort = next_sort(context.state.sort, rows_.look(c).key, down_first, add);
    }
    if (!press.visible) continue;
    const float pad = ui.px(8);
    const float arrow = direction != 0 ? ui.px(12) : 0;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Color ink = direction != 0 || press.hovered ? ui.colors().text : ui.colors().muted;
    const float wrap = rect.GetWidth() - 2 * pad - arrow;
    const ImVec2 size = measure(ui, TextStyle::kTiny, column.name, wrap);
    list->PushClipRect(rect.Min, rect.Max, true);
    draw_text(ui, list,
              {rect.Min.x + pad, rect.GetCenter().y - std::min(size.y, rect.GetHeight()) * 0.5f},
              TextStyle::kTiny, ink, column.name, wrap);
    list->PopClipRect();
    if (direction != 0) {
      draw_sort_arrow(ui, {rect.Max.x - ui.px(9), rect.GetCenter().y}, context.state.sort,
                      rows_.look(c).key);
    }
    focus_ring(ui, press, 0);
    if (press.hovered && (column.inferred || column.lower_is_better || !column.metric.empty())) {
      tooltip(ui, ui.text.join({column.name, column.metric.empty() ? "" : " · ", column.metric,
                                column.inferred ? " · " : "",
                                column.inferred ? ui.t("board.inferred") : "",
                                column.lower_is_better ? " · " : "",
                                column.lower_is_better ? ui.t("board.lower_is_better") : ""}));
    }
  }
  ui.sem.pop();
}

void RelatedTable::row(ViewContext& context, const RelatedBoard& board, std::uint32_t r,
                       int index) {
  Ui& ui = context.ui;
  ImGui::TableNextRow(0, ui.px(kRowHeight));
  NodeDetail row_detail;
  row_detail.position = index + 2;
  ui.sem.push(ui_id("row") + (r + 1) * 2654435761u, Role::kRow, {}, {}, row_detail);
  for (std::size_t i = 0; i < rows_.display().size(); ++i) {
    const std::size_t c = rows_.display()[i];
    const RelatedColumn& column = board.columns[c];
    const bool shown = ImGui::TableSetColumnIndex(static_cast<int>(i));
    const ImRect rect = ImGui::TableGetCellBgRect(ImGui::GetCurrentTable(), static_cast<int>(i));
    const RelatedLook& look = rows_.look(c);
    const auto text_of = [&](CellText form) {
      return related_text(ui, column, r, look.decimals, form);
    };
    const std::string_view text = text_of(CellText::kShown);
    NodeDetail detail;
    detail.position = static_cast<int>(i) + 1;
    if (!shown) detail.state = kStateScrolledOut;
    ui.sem.add(ui_id(rows_.look(c).key) + (r + 1) * 7919u, i == 0 ? Role::kRowHeader : Role::kCell,
               text_of(CellText::kSpoken), to_rect(rect.Min, rect.Max), detail);
    if (!shown) continue;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float top = rect.GetCenter().y - ui.font_size(TextStyle::kSmall) * 0.5f;
    if (column.type == ColumnType::kText) {
      draw_text_cut(ui, list, {rect.Min.x + ui.px(8), top},
                    i == 0 ? TextStyle::kSmallStrong : TextStyle::kSmall,
                    i == 0 ? ui.colors().text : ui.colors().muted, text,
                    rect.GetWidth() - ui.px(14));
      continue;
    }
    Color ink = ui.colors().text;
    const double v = column.numbers[r];
    if (look.shaded && look.high > look.low && !std::isnan(v)) {
      auto t = static_cast<float>((v - look.low) / (look.high - look.low));
      if (column.lower_is_better) t = 1 - t;
      const Color fill = ui.theme.ramp_at(t * 0.85f);
      list->AddRectFilled({rect.Min.x + 1, rect.Min.y + 1}, {rect.Max.x - 1, rect.Max.y - 1}, fill,
                          ui.px(4));
      ink = Theme::text_on(fill);
    }
    const float width = measure(ui, TextStyle::kSmall, text).x;
    draw_text(ui, list, {rect.Max.x - ui.px(10) - width, top}, TextStyle::kSmall, ink, text);
  }
  ui.sem.pop();
}

void RelatedTable::draw(ViewContext& context, const RelatedBoard& board) {
  Ui& ui = context.ui;
  rows_.update(board, context.state);
  const float wrap = ui.px(860);
  label(ui, TextStyle::kSmall, ui.colors().muted,
        ui.text.join(
            {board.unit.in(ui.lang), board.unit.empty() ? "" : ". ", board.note.in(ui.lang)}),
        wrap);
  label(ui, TextStyle::kSmall, ui.colors().text, ui.t("board.apart"), wrap);
  const std::uint32_t note = ui.sem.last_id();
  link(ui, "board-source", ui.t("figure.source_link"), board.url, TextStyle::kSmall);
  ImGui::SameLine(0, ui.px(20));
  if (text_button(ui, "csv", ui.t("leaderboard.download.board"))) {
    save_csv(context, board.id, related_csv(board, related_table(ui.reader(), board, rows_)));
  }
  space(ui, 6);
  if (rows_.order().empty()) {
    draw_empty_state(context);
    return;
  }
  const int columns = static_cast<int>(rows_.display().size());
  const float height = std::max(ImGui::GetContentRegionAvail().y, ui.size.y * 0.6f);
  const float wanted =
      header_height(ui) + ui.px(kRowHeight) * static_cast<float>(rows_.order().size()) + ui.px(16);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 size(ImGui::GetContentRegionAvail().x, std::min(height, wanted));
  NodeDetail detail;
  detail.set_size = static_cast<int>(rows_.order().size()) + 1;
  detail.position = columns;
  detail.controls = note;
  ui.sem.push(ui_id("table"), Role::kTable, board.title.in(ui.lang), to_rect(start, start + size),
              detail);
  ImGui::PushID(board.id.c_str());
  if (ImGui::BeginTable("board", columns, kScoreTableFlags, size)) {
    ui.sem.set_open_scroll(ImGui::GetScrollY());
    ImGui::TableSetupScrollFreeze(1, 1);
    for (int i = 0; i < columns; ++i) {
      const bool text =
          board.columns[rows_.display()[static_cast<std::size_t>(i)]].type == ColumnType::kText;
      const float width = i == 0 ? (ui.narrow() ? 150.0f : 280.0f) : (text ? 130.0f : 100.0f);
      ImGui::TableSetupColumn("", 0, ui.px(width), static_cast<ImGuiID>(i + 1));
    }
    header(context, board);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows_.order().size()), ui.px(kRowHeight));
    while (clipper.Step()) {
      for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
        row(context, board, rows_.order()[static_cast<std::size_t>(i)], i);
      }
    }
    ImGui::EndTable();
  }
  ImGui::PopID();
  ui.sem.pop();
}

}  // namespace tablero
