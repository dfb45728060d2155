#include "views/leaderboard/table.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/widgets.h"
#include "views/leaderboard/card.h"
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

struct LeaderboardTable::Cell {
  ImRect rect;
  const LeaderboardColumn& column;
  std::size_t model;
  int row, place;  // indices into order() and columns()
  bool hovered;
};

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

std::string_view LeaderboardTable::cell_text(ViewContext& context, const ScoreTable& table,
                                             const LeaderboardRows& rows, const Cell& at,
                                             bool spoken) {
  Ui& ui = context.ui;
  const std::size_t m = at.model;
  const double value = rows.number(table, at.column, m);
  switch (at.column.kind) {
    case ColumnKind::kRank:
      if (rows.ranking().rank[m] == 0) return spoken ? ui.t("missing.no_data") : "–";
      if (!spoken || rows.ranking().low[m] == 0) return ui.text.number(rows.ranking().rank[m]);
      return ui.t("card.rank", {{"rank", ui.text.number(rows.ranking().rank[m])},
                                {"low", ui.text.number(rows.ranking().low[m])},
                                {"high", ui.text.number(rows.ranking().high[m])}});
    case ColumnKind::kModel:
      return short_model_name(table.models[m]);
    case ColumnKind::kSize:
      return size_text(ui, value);
    default:
      break;
  }
  if (is_facet(at.column.kind)) {
    const ModelFacet facet = facet_of(at.column.kind);
    return facet_value_name(ui, facet, model_facet_value(rows.model(m), facet));
  }
  if (std::isnan(value)) return spoken ? ui.t("missing.no_data") : "–";
  if (at.column.kind == ColumnKind::kTask && rows.normalised() &&
      at_or_below_chance(context.store.tasks.find(table.tasks[at.column.index]), value)) {
    return ui.t(spoken ? "leaderboard.chance.spoken" : "leaderboard.chance");
  }
  const std::string_view number = ui.number(value, 1);
  if (at.column.kind != ColumnKind::kMean ||
      rows.covered(m) == static_cast<int>(rows.ranked_tasks().size())) {
    return number;
  }
  return spoken ? ui.t("leaderboard.mean.partial",
                       {{"v", number},
                        {"n", ui.text.number(rows.covered(m))},
                        {"m", ui.text.number(static_cast<long long>(rows.ranked_tasks().size()))}})
                : number;
}

void LeaderboardTable::draw_value(ViewContext& context, const ScoreTable& table,
                                  const LeaderboardRows& rows, const Cell& at,
                                  std::string_view text) {
  Ui& ui = context.ui;
  const Palette& c = ui.colors();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImRect& r = at.rect;
  const float pad = ui.px(ui.narrow() ? 7 : 10);
  const float top = (r.Min.y + r.Max.y - ui.font_size(TextStyle::kSmall)) * 0.5f;
  double low = 0, high = 0;
  rows.heat_range(at.column, low, high);
  const double value = rows.number(table, at.column, at.model);
  Color ink = c.text;
  if (high > low && !std::isnan(value)) {
    const auto t = static_cast<float>((value - low) / (high - low));
    const Color fill = ui.theme.ramp_at(t * 0.85f);
    list->AddRectFilled({r.Min.x + 1, r.Min.y + 1}, {r.Max.x - 1, r.Max.y - 1}, fill, ui.px(4));
    ink = Theme::text_on(fill);
  } else if (std::isnan(value)) {
    ink = c.muted;
  }
  switch (at.column.kind) {
    case ColumnKind::kRank: {
      const Ranking& ranking = rows.ranking();
      const int group = ranking.group[at.model];
      if (group > 0) {
        list->AddRectFilled({r.Min.x, r.Min.y + 1}, {r.Min.x + ui.px(4), r.Max.y - 1},
                            group % 2 == 1 ? c.primary : c.outline, ui.px(2));
      }
      const bool two_lines = ui.narrow() && group > 0;
      draw_text(ui, list, {r.Min.x + ui.px(12), top - ui.px(two_lines ? 8 : 0)},
                TextStyle::kSmallStrong, c.text, text);
      if (group > 0) {
        const std::string_view range = ui.text.join(
            {ui.text.number(ranking.low[at.model]), "–", ui.text.number(ranking.high[at.model])});
        const float x = two_lines ? r.Min.x + ui.px(12)
                                  : r.Max.x - ui.px(6) - measure(ui, TextStyle::kTiny, range).x;
        draw_text(ui, list, {x, top + ui.px(two_lines ? 9 : 1)}, TextStyle::kTiny, c.muted, range);
      }
      return;
    }
    case ColumnKind::kModel: {
      const bool pinned = is_compared(context.state, table.models[at.model]);
      const float icon = pinned || at.hovered ? ui.px(22) : 0;
      draw_text_cut(ui, list, {r.Min.x + ui.px(8), top}, TextStyle::kSmallStrong, c.text, text,
                    r.GetWidth() - ui.px(14) - icon);
      return;
    }
    default:
      break;
  }
  if (is_facet(at.column.kind)) {
    draw_text_cut(ui, list, {r.Min.x + ui.px(8), top}, TextStyle::kSmall, c.muted, text,
                  r.GetWidth() - ui.px(12));
    return;
  }
  const bool mean =
      at.column.kind == ColumnKind::kMean || at.column.kind == ColumnKind::kChosenMean;
  const TextStyle style = mean ? TextStyle::kSmallStrong : TextStyle::kSmall;
  if (at.column.kind == ColumnKind::kSize) ink = c.muted;
  const int total = at.column.kind == ColumnKind::kMean
                        ? static_cast<int>(rows.ranked_tasks().size())
                        : rows.chosen_tasks();
  const int covered =
      at.column.kind == ColumnKind::kMean ? rows.covered(at.model) : rows.chosen_covered(at.model);
  float right = r.Max.x - pad, rise = 0;
  if (mean && covered < total && covered > 0) {
    const std::string_view part =
        ui.text.join({" ", ui.text.number(covered), "/", ui.text.number(total)});
    const float width = measure(ui, TextStyle::kTiny, part).x;
    rise = ui.px(ui.narrow() ? 8 : 0);
    draw_text(ui, list, {right - width, top + ui.px(1) + rise}, TextStyle::kTiny, c.muted, part);
    if (!ui.narrow()) right -= width;
    ink = c.muted;
  }
  draw_text(ui, list, {right - measure(ui, style, text).x, top - rise}, style, ink, text);
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
  const Cell at{rect, rows.columns()[static_cast<std::size_t>(column)], m, index, column, hovered};
  const Role role = at.column.kind == ColumnKind::kModel ? Role::kRowHeader : Role::kCell;
  NodeDetail detail;
  detail.position = column + 1;
  Press press;
  const std::string_view spoken = cell_text(context, table, rows, at, true);
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
  draw_value(context, table, rows, at, cell_text(context, table, rows, at, false));
  if (at.column.kind == ColumnKind::kModel &&
      (at.hovered || is_compared(context.state, table.models[m]))) {
    const ImVec2 center(rect.Max.x - ui.px(13), (rect.Min.y + rect.Max.y) * 0.5f);
    draw_icon(
        ImGui::GetWindowDrawList(), Icon::kPin, center, ui.px(13),
        is_compared(context.state, table.models[m]) ? ui.colors().primary : ui.colors().muted);
  }
  focus_ring(ui, press, ui.px(3));
  // On hover beside the pointer, on focus under the cell.
  const bool on_focus = press.focused && !hovered && !ImGui::IsPopupOpen("card");
  if ((hovered && !press.held && !ui.environment.coarse_pointer) || on_focus) {
    if (on_focus) ImGui::SetNextWindowPos({rect.Min.x, rect.Max.y + ui.px(6)});
    begin_tooltip(ui);
    draw_card(context, table, rows, at.column, m, false);
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
    ImGui::TableSetupScrollFreeze(kSticky, 1);
    frozen_width_ = 0;
    frozen_height_ = slanted_header_height(ui);
    for (int c = 0; c < columns; ++c) {
      const float width = column_width(ui, rows.columns()[static_cast<std::size_t>(c)].kind);
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
