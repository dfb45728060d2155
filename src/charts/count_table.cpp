#include "charts/count_table.h"

#include <algorithm>
#include <cmath>

namespace tablero {
namespace {

void add_cell_text(Ui& ui, ImVec2 min, ImVec2 max, TextStyle style, Color color,
                   std::string_view text, bool left) {
  const float width = measure(ui, style, text).x;
  const float x = left ? min.x : (min.x + max.x - std::min(width, max.x - min.x)) * 0.5f;
  draw_text_cut(ui, ImGui::GetWindowDrawList(), {x, (min.y + max.y - ui.font_size(style)) * 0.5f},
                style, color, text, max.x - min.x);
}

// The node of a cell that cannot be pressed.
void add_node(Ui& ui, std::string_view id, Role role, std::string_view name, ImVec2 min, ImVec2 max,
              int position) {
  NodeDetail detail;
  detail.position = position;
  if (!ImGui::IsRectVisible(min, max)) detail.state |= kStateScrolledOut;
  ui.sem.add(ui_id(id), role, name, to_rect(min, max), detail);
}

}  // namespace

NodeDetail CountTable::detail() const {
  NodeDetail detail;
  detail.set_size = static_cast<int>(table().size() / across()) + 1;
  detail.position = static_cast<int>(across()) + 1;
  return detail;
}

ImVec2 CountTable::measure_chart(Ui& ui, float width) {
  Layout& l = layout_;
  l = {};
  l.width = width;
  l.largest = 1;
  float widest = 0;
  for (std::size_t row = 0; row < table().size(); ++row) {
    l.largest = std::fmax(l.largest, table().at(row, value).value);
    if (row % across() != 0) continue;
    widest = std::max(widest, measure(ui, TextStyle::kSmall, table().at(row, line).text).x);
  }
  l.head = std::min(widest + ui.px(12), width * 0.42f);
  l.cell = (width - l.head) / static_cast<float>(across());
  const float touch = ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : 0;
  l.row = std::max(ui.px(34), touch);
  const std::size_t lines = table().size() / across() + 1;
  return {width, l.row * static_cast<float>(lines)};
}

void CountTable::draw_headers(Ui& ui, ImVec2 pos) {
  const Layout& l = layout_;
  NodeDetail row;
  row.position = 1;
  ui.sem.push(ui_id("header"), Role::kRow, {}, {pos.x, pos.y, l.width, l.row}, row);
  for (std::size_t c = 0; c < across() && c < table().size(); ++c) {
    const float x = pos.x + l.head + l.cell * static_cast<float>(c);
    const ImVec2 min(x, pos.y), max(x + l.cell, pos.y + l.row);
    const std::string_view name = table().at(c, column).text;
    const bool tight = measure(ui, TextStyle::kSmallStrong, name).x > l.cell - ui.px(6);
    add_cell_text(ui, min, max, tight ? TextStyle::kTiny : TextStyle::kSmallStrong,
                  ui.colors().muted, name, false);
    ImGui::PushID(static_cast<int>(c));
    add_node(ui, "column", Role::kColumnHeader, name, min, max, static_cast<int>(c) + 2);
    ImGui::PopID();
  }
  ui.sem.pop();
}

void CountTable::draw_cell(Ui& ui, std::size_t row, ImVec2 min, ImVec2 max) {
  const Cell& cell = table().at(row, value);
  const ImVec2 from = min + ImVec2(1, 1), to = max - ImVec2(1, 1);
  NodeDetail detail;
  detail.position = static_cast<int>(row % across()) + 2;
  if (!cell.known() || cell.value == 0) {
    add_cell_text(ui, from, to, TextStyle::kSmall, ui.colors().muted,
                  cell.known() ? cell.brief : std::string_view("–"), false);
    add_node(ui, "cell", Role::kCell, cell.text, min, max, detail.position);
    return;
  }
  const std::string_view name = ui.text.join(
      {table().at(row, line).text, ", ", table().at(row, column).text, ": ", cell.text});
  ui.sem.push(ui_id("place"), Role::kCell, {}, to_rect(min, max), detail);
  const bool selected = look_of(looks, row).selected;
  detail.state = kStateToggle | (selected ? kStateChecked : 0u);
  const Press press = mark(ui, row, min, max, name, detail);
  ui.sem.pop();
  if (!press.visible) return;
  Color fill = ui.theme.ramp_at(0.08f + 0.8f * static_cast<float>(cell.value) /
                                            static_cast<float>(layout_.largest));
  if (press.hovered) fill = mix(fill, ui.colors().text, 0.15f);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(from, to, fill, ui.px(4));
  if (selected) list->AddRect(from, to, ui.colors().accent, ui.px(4), 0, 2);
  add_cell_text(ui, from, to, TextStyle::kSmallStrong, Theme::text_on(fill), cell.brief, false);
  focus_ring(ui, press, ui.px(4));
}

void CountTable::draw_line(Ui& ui, std::size_t first, ImVec2 pos) {
  const Layout& l = layout_;
  NodeDetail row;
  row.position = static_cast<int>(first / across()) + 2;
  ui.sem.push(ui_id("row"), Role::kRow, {}, {pos.x, pos.y, l.width, l.row}, row);
  const std::string_view name = table().at(first, line).text;
  const ImVec2 head_max(pos.x + l.head - ui.px(6), pos.y + l.row);
  add_cell_text(ui, pos, head_max, TextStyle::kSmall, ui.colors().text, name, true);
  add_node(ui, "head", Role::kRowHeader, name, pos, head_max, 1);
  for (std::size_t c = 0; c < across(); ++c) {
    const float x = pos.x + l.head + l.cell * static_cast<float>(c);
    ImGui::PushID(static_cast<int>(c));
    draw_cell(ui, first + c, {x, pos.y}, {x + l.cell, pos.y + l.row});
    ImGui::PopID();
  }
  ui.sem.pop();
}

void CountTable::draw_marks(Ui& ui, ImVec2 pos, ImVec2 /*size*/) {
  draw_headers(ui, pos);
  for (std::size_t first = 0; first < table().size(); first += across()) {
    ImGui::PushID(static_cast<int>(first));
    const std::size_t place = first / across() + 1;
    draw_line(ui, first, {pos.x, pos.y + layout_.row * static_cast<float>(place)});
    ImGui::PopID();
  }
}

}  // namespace tablero
