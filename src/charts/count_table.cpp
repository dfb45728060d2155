#include "charts/count_table.h"

#include <algorithm>

#include "ui/widgets.h"

namespace tablero {
namespace {

struct Layout {
  ImVec2 pos;
  float head, cell, row, width;
};

Layout lay_out(Ui& ui, const CountTable& t) {
  Layout l{};
  l.pos = ImGui::GetCursorScreenPos();
  l.width = ImGui::GetContentRegionAvail().x;
  float widest = 0;
  for (std::string_view row : t.rows)
    widest = std::max(widest, measure(ui, TextStyle::kSmall, row).x);
  l.head = std::min(widest + ui.px(12), l.width * 0.42f);
  l.cell = (l.width - l.head) / static_cast<float>(std::max<std::size_t>(t.columns.size(), 1));
  const float touch = ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : 0;
  l.row = std::max(ui.px(34), touch);
  return l;
}

void add_cell_text(Ui& ui, ImDrawList* list, ImVec2 min, ImVec2 max, TextStyle style, Color color,
                   std::string_view text, bool left) {
  const float width = measure(ui, style, text).x;
  const float x = left ? min.x : (min.x + max.x - std::min(width, max.x - min.x)) * 0.5f;
  draw_text_cut(ui, list, {x, (min.y + max.y - ui.font_size(style)) * 0.5f}, style, color, text,
                max.x - min.x);
}

void draw_headers(Ui& ui, ImDrawList* list, const CountTable& t, const Layout& l) {
  NodeDetail row;
  row.position = 1;
  ui.sem.push(ui_id("header"), Role::kRow, {}, {l.pos.x, l.pos.y, l.width, l.row}, row);
  for (std::size_t c = 0; c < t.columns.size(); ++c) {
    const float x = l.pos.x + l.head + l.cell * static_cast<float>(c);
    const ImVec2 min(x, l.pos.y), max(x + l.cell, l.pos.y + l.row);
    const bool tight = measure(ui, TextStyle::kSmallStrong, t.columns[c]).x > l.cell - ui.px(6);
    add_cell_text(ui, list, min, max, tight ? TextStyle::kTiny : TextStyle::kSmallStrong,
                  ui.colors().muted, t.columns[c], false);
    ImGui::PushID(static_cast<int>(c));
    NodeDetail detail;
    detail.position = static_cast<int>(c) + 2;
    if (!ImGui::IsRectVisible(min, max)) detail.state |= kStateScrolledOut;
    ui.sem.add(ui_id("column"), Role::kColumnHeader, t.columns[c], to_rect(min, max), detail);
    ImGui::PopID();
  }
  ui.sem.pop();
}

// One cell; true when pressed.
bool draw_cell(Ui& ui, ImDrawList* list, const CountTable& t, ImVec2 min, ImVec2 max, std::size_t r,
               std::size_t c, int largest) {
  const int count = t.counts[r * t.columns.size() + c];
  const ImVec2 from = min + ImVec2(1, 1), to = max - ImVec2(1, 1);
  NodeDetail detail;
  detail.position = static_cast<int>(c) + 2;
  if (count <= 0) {
    const std::string_view text = count == 0 ? std::string_view("0") : std::string_view("–");
    add_cell_text(ui, list, from, to, TextStyle::kSmall, ui.colors().muted, text, false);
    if (!ImGui::IsRectVisible(min, max)) detail.state |= kStateScrolledOut;
    ui.sem.add(ui_id("cell"), Role::kCell, text, to_rect(min, max), detail);
    return false;
  }
  const std::string_view figure = ui.number(count, 0);
  const std::string_view name = ui.text.join({t.rows[r], ", ", t.columns[c], ": ", figure});
  ui.sem.push(ui_id("place"), Role::kCell, {}, to_rect(min, max), detail);
  detail.state =
      kStateToggle | (t.row_selected[r] != 0 && t.column_selected[c] != 0 ? kStateChecked : 0u);
  const Press press = pressable_at(ui, "cell", min, max, Role::kButton, name, detail);
  ui.sem.pop();
  if (press.visible) {
    Color fill =
        ui.theme.ramp_at(0.08f + 0.8f * static_cast<float>(count) / static_cast<float>(largest));
    if (press.hovered) fill = mix(fill, ui.colors().text, 0.15f);
    list->AddRectFilled(from, to, fill, ui.px(4));
    if ((detail.state & kStateChecked) != 0)
      list->AddRect(from, to, ui.colors().accent, ui.px(4), 0, 2);
    add_cell_text(ui, list, from, to, TextStyle::kSmallStrong, Theme::text_on(fill), figure, false);
    focus_ring(ui, press, ui.px(4));
    if (press.hovered) tooltip(ui, name);
  }
  return press.pressed;
}

}  // namespace

CountPress draw_count_table(Ui& ui, const CountTable& t) {
  const Layout l = lay_out(ui, t);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float height = l.row * static_cast<float>(t.rows.size() + 1);
  ImGui::PushID(t.id.data(), t.id.data() + t.id.size());
  NodeDetail detail;
  detail.set_size = static_cast<int>(t.rows.size()) + 1;
  detail.position = static_cast<int>(t.columns.size()) + 1;
  ui.sem.push(ui_id("table"), Role::kTable, t.name, {l.pos.x, l.pos.y, l.width, height}, detail);
  draw_headers(ui, list, t, l);
  int largest = 1;
  for (int count : t.counts) largest = std::max(largest, count);
  CountPress out;
  for (std::size_t r = 0; r < t.rows.size(); ++r) {
    const float y = l.pos.y + l.row * static_cast<float>(r + 1);
    ImGui::PushID(static_cast<int>(r));
    NodeDetail row;
    row.position = static_cast<int>(r) + 2;
    ui.sem.push(ui_id("row"), Role::kRow, {}, {l.pos.x, y, l.width, l.row}, row);
    const ImVec2 head_max(l.pos.x + l.head - ui.px(6), y + l.row);
    add_cell_text(ui, list, {l.pos.x, y}, head_max, TextStyle::kSmall, ui.colors().text, t.rows[r],
                  true);
    NodeDetail head;
    head.position = 1;
    if (!ImGui::IsRectVisible({l.pos.x, y}, head_max)) head.state |= kStateScrolledOut;
    ui.sem.add(ui_id("head"), Role::kRowHeader, t.rows[r], to_rect({l.pos.x, y}, head_max), head);
    for (std::size_t c = 0; c < t.columns.size(); ++c) {
      const float x = l.pos.x + l.head + l.cell * static_cast<float>(c);
      ImGui::PushID(static_cast<int>(c));
      if (draw_cell(ui, list, t, {x, y}, {x + l.cell, y + l.row}, r, c, largest)) {
        out = {static_cast<int>(r), static_cast<int>(c)};
      }
      ImGui::PopID();
    }
    ui.sem.pop();
    ImGui::PopID();
  }
  ui.sem.pop();
  ImGui::PopID();
  ImGui::Dummy({l.width, height});
  return out;
}

}  // namespace tablero
