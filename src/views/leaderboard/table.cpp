#include "views/leaderboard/table.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

#include "ui/widgets.h"
#include "views/leaderboard/card.h"
#include "views/leaderboard/cells.h"
#include "views/leaderboard/header.h"
#include "views/leaderboard/names.h"

namespace tablero {
namespace {

constexpr float kRowHeight = 36;
// With more columns the table is virtualized horizontally in the semantics too, as rows are:
// mirroring thousands of cells costs more than the rest of the frame.
constexpr int kMostMirrored = 40;
constexpr int kSticky = 2;  // sticky columns: rank and model stay while the rest scrolls sideways

float row_height(const Ui& ui) {
  return ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : ui.px(kRowHeight);
}

}  // namespace

// ImGui reports no hovered column while an item is active, i.e. a button is held (by design,
// https://github.com/ocornut/imgui/issues/6021), so a press would lose its cell.
bool LeaderboardTable::under_pointer(const ImRect& rect, int column) const {
  if (!ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem)) return false;
  const ImVec2 mouse = ImGui::GetMousePos();
  const ImRect& inner = ImGui::GetCurrentTable()->InnerWindow->InnerRect;
  const float left = inner.Min.x + (column < kSticky ? 0 : frozen_width_);
  return rect.Contains(mouse) && inner.Contains(mouse) && mouse.x >= left &&
         mouse.y >= inner.Min.y + frozen_height_;
}

void LeaderboardTable::cell(ViewContext& context, const ScoreTable& table,
                            const LeaderboardRows& rows, int index, int column) {
  Ui& ui = context.ui;
  const bool shown = ImGui::TableSetColumnIndex(column);
  const bool is_cursor = index == cursor_row_ && column == cursor_column_;
  if (!shown && !is_cursor && rows.columns().size() > kMostMirrored) return;
  const ImRect rect = ImGui::TableGetCellBgRect(ImGui::GetCurrentTable(), column);
  const std::size_t m = rows.order()[static_cast<std::size_t>(index)];
  const bool hovered = shown && under_pointer(rect, column);
  const LeaderboardColumn& of = rows.columns()[static_cast<std::size_t>(column)];
  const bool is_model = of.kind() == ColumnKind::kModel;
  const Role role = is_model ? Role::kRowHeader : Role::kCell;
  NodeDetail detail;
  detail.position = column + 1;
  Press press;
  const std::string_view spoken =
      cell_text(context.ui, context.store, table, rows, of, m, CellText::kSpoken);
  if (is_cursor || hovered) {
    // Only these two cells are controls (roving tabindex): nobody wants thousands of Tab stops.
    press = pressable_at(ui, is_cursor ? "cursor" : "hovered", rect.Min, rect.Max, role, spoken,
                         detail);
  } else {
    if (!shown) detail.state = kStateScrolledOut;
    ui.sem.add(ui_id("cell") + static_cast<std::uint32_t>(column + 1) * 7919u, role, spoken,
               to_rect(rect.Min, rect.Max), detail);
  }
  if (is_cursor) {
    cursor_focused_ = ImGui::GetCurrentContext()->NavId == press.id;
    if (announce_) ui.platform.announce(spoken);
    announce_ = false;
  }
  if (press.pressed) {
    cursor_row_ = index;
    cursor_column_ = column;
    card_model_ = static_cast<std::uint32_t>(m);
    card_column_ = column;
    open_card_ = true;
  }
  if (!shown) return;
  draw_cell(context, table, rows, of, m, rect, hovered);
  focus_ring(ui, press, ui.px(3));
  // On hover beside the pointer, on focus under the cell.
  const bool on_focus = press.focused && !hovered && !ImGui::IsPopupOpen("card");
  if ((hovered && !press.held && !ui.environment.coarse_pointer) || on_focus) {
    if (on_focus) ImGui::SetNextWindowPos({rect.Min.x, rect.Max.y + ui.px(6)});
    begin_tooltip(ui);
    draw_card(context, table, rows, of, m, false);
    end_tooltip(ui);
  }
}

void LeaderboardTable::row(ViewContext& context, const ScoreTable& table,
                           const LeaderboardRows& rows, int index) {
  Ui& ui = context.ui;
  const std::size_t m = rows.order()[static_cast<std::size_t>(index)];
  ImGui::TableNextRow(0, row_height(ui));
  // The cursor has the same id in every cell, so that the focus stays on it.
  NodeDetail detail;
  detail.position = index + 2;
  if (is_compared(context.state, table.models[m])) detail.state |= kStateSelected;
  ui.sem.push(ui_id("row") + static_cast<std::uint32_t>(m + 1) * 2654435761u, Role::kRow, {}, {},
              detail);
  const int columns = static_cast<int>(rows.columns().size());
  for (int c = 0; c < columns; ++c) {
    cell(context, table, rows, index, c);
  }
  ui.sem.pop();
  if (index + 1 == static_cast<int>(rows.pinned()) && rows.pinned() < rows.order().size()) {
    const ImGuiTable* t = ImGui::GetCurrentTable();
    ImGui::GetWindowDrawList()->AddLine({t->WorkRect.Min.x, t->RowPosY2},
                                        {t->WorkRect.Max.x, t->RowPosY2}, ui.colors().primary, 2);
  }
}

void LeaderboardTable::move_cursor(ViewContext& context, const LeaderboardRows& rows, int page) {
  if (!cursor_focused_ || context.ui.text_node != 0) return;
  const int last_row = static_cast<int>(rows.order().size()) - 1;
  const int last_column = static_cast<int>(rows.columns().size()) - 1;
  int row = cursor_row_;
  int column = cursor_column_;
  const bool ctrl = ImGui::GetIO().KeyCtrl;
  if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow)) --column;
  if (ImGui::IsKeyPressed(ImGuiKey_RightArrow)) ++column;
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) --row;
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) ++row;
  if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) row -= page;
  if (ImGui::IsKeyPressed(ImGuiKey_PageDown)) row += page;
  if (ImGui::IsKeyPressed(ImGuiKey_Home)) {
    column = 0;
    if (ctrl) row = 0;
  }
  if (ImGui::IsKeyPressed(ImGuiKey_End)) {
    column = last_column;
    if (ctrl) row = last_row;
  }
  row = std::clamp(row, 0, last_row);
  column = std::clamp(column, 0, last_column);
  // While the cursor has the focus, arrow keys move it, not ImGui's navigation.
  if (ImGui::GetCurrentContext()->NavMoveScoringItems) ImGui::NavMoveRequestCancel();
  if (row == cursor_row_ && column == cursor_column_) return;
  cursor_row_ = row;
  cursor_column_ = column;
  scroll_to_cursor_ = announce_ = true;
  context.ui.animate();
}

void LeaderboardTable::keep_cursor_visible(ViewContext& context) {
  if (!scroll_to_cursor_) return;
  scroll_to_cursor_ = false;
  const Ui& ui = context.ui;
  const ImGuiTable* t = ImGui::GetCurrentTable();
  const float height = row_height(ui);
  const float top = static_cast<float>(cursor_row_) * height;
  const float room = t->InnerWindow->InnerRect.GetHeight() - slanted_header_height(ui);
  const float y = ImGui::GetScrollY();
  if (top < y) ImGui::SetScrollY(top);
  if (top + height > y + room) ImGui::SetScrollY(top + height - room);
  if (cursor_column_ < kSticky) return;
  const ImGuiTableColumn& column = t->Columns[cursor_column_];
  const float left = column.MinX - t->InnerWindow->InnerRect.Min.x - frozen_width_;
  const float right = column.MaxX - t->InnerWindow->InnerRect.Max.x;
  if (left < 0) ImGui::SetScrollX(ImGui::GetScrollX() + left);
  if (right > 0) ImGui::SetScrollX(ImGui::GetScrollX() + right);
}

void LeaderboardTable::open_card(ViewContext& context, const ScoreTable& table,
                                 const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  if (open_card_) {
    ImGui::OpenPopup("card");
    open_card_ = false;
  }
  if (card_model_ >= table.models.size() ||
      card_column_ >= static_cast<int>(rows.columns().size())) {
    return;
  }
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(16), ui.px(14)));
  ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, ui.px(ui.theme.metrics.radius));
  ImGui::PushStyleColor(ImGuiCol_PopupBg, ui.colors().surface);
  ImGui::PushStyleColor(ImGuiCol_Border, ui.colors().outline);
  const bool open = ImGui::BeginPopup("card", ImGuiWindowFlags_NoMove);
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(2);
  if (!open) return;
  ui.sem.push(ui_id("card"), Role::kDialog, ui.t("card.title"), {});
  draw_card(context, table, rows, rows.columns()[static_cast<std::size_t>(card_column_)],
            card_model_, true);
  space(ui, 4);
  if (text_button(ui, "close", ui.t("card.close"))) ImGui::CloseCurrentPopup();
  const ImVec2 pos = ImGui::GetWindowPos();
  ui.sem.set_open_rect(to_rect(pos, pos + ImGui::GetWindowSize()));
  ui.sem.pop();
  ImGui::EndPopup();
}

void LeaderboardTable::draw(ViewContext& context, const ScoreTable& table,
                            const LeaderboardRows& rows, float height) {
  Ui& ui = context.ui;
  const int columns = static_cast<int>(rows.columns().size());
  const int count = static_cast<int>(rows.order().size());
  cursor_row_ = std::min(cursor_row_, std::max(count - 1, 0));
  cursor_column_ = std::min(cursor_column_, columns - 1);
  const float wanted =
      slanted_header_height(ui) + row_height(ui) * static_cast<float>(count) + ui.px(16);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 size(ImGui::GetContentRegionAvail().x, std::min(height, wanted));
  NodeDetail detail;
  detail.set_size = count + 1;
  detail.position = columns;
  ui.sem.push(ui_id("table"), Role::kTable,
              ui.t("leaderboard.table", {{"n", ui.text.number(count)}}),
              to_rect(start, start + size), detail);
  ImGui::PushID(table.snapshot.c_str());
  ImGui::PushID(columns);
  if (ImGui::BeginTable("scores", columns, kScoreTableFlags, size)) {
    ui.sem.set_open_scroll(ImGui::GetScrollY());
    ImGui::TableSetupScrollFreeze(kSticky, 1);
    frozen_width_ = 0;
    frozen_height_ = slanted_header_height(ui);
    for (int c = 0; c < columns; ++c) {
      const float width = column_width(ui, rows.columns()[static_cast<std::size_t>(c)]);
      if (c < kSticky) frozen_width_ += width;
      ImGui::TableSetupColumn("", 0, width, static_cast<ImGuiID>(c + 1));
    }
    const int page =
        std::max(1, static_cast<int>((size.y - slanted_header_height(ui)) / row_height(ui)) - 1);
    move_cursor(context, rows, page);
    draw_header_row(context, table, rows);
    keep_cursor_visible(context);
    cursor_focused_ = false;
    ImGuiListClipper clipper;
    clipper.Begin(count, row_height(ui));
    clipper.IncludeItemByIndex(cursor_row_);
    while (clipper.Step()) {
      for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) row(context, table, rows, i);
    }
    ImGui::EndTable();
  }
  open_card(context, table, rows);
  ImGui::PopID();
  ImGui::PopID();
  ui.sem.pop();
}

}  // namespace tablero
