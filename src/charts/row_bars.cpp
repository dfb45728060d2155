#include "charts/row_bars.h"

#include <algorithm>
#include <cmath>

#include "charts/motion.h"

namespace tablero {

ImVec2 RowBars::measure_chart(Ui& ui, float width) {
  Layout& l = layout_;
  const float touch = ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : 0;
  const float line = ui.line_height(TextStyle::kSmall);
  l = {};
  l.stacked = width < ui.px(label_width + 160);
  l.bar_height = l.stacked ? ui.px(10) : ui.px(18);
  l.row = std::max(l.stacked ? line + l.bar_height + ui.px(14) : ui.px(30), touch);
  float figure = 0;
  l.max = max;
  for (std::size_t row = 0; row < table().size(); ++row) {
    if (!table().row(row).marked) continue;
    ++l.rows;
    const Cell& cell = table().at(row, value);
    figure = std::max(figure, measure(ui, TextStyle::kSmallStrong, cell.brief).x);
    if (max <= 0) l.max = std::fmax(l.max, cell.value);
  }
  l.max = std::max(l.max, threshold);
  if (l.max <= 0) l.max = 1;
  l.bar_left = l.stacked ? 0 : ui.px(label_width) + ui.px(12);
  l.bar_width = std::max(width - l.bar_left - figure - ui.px(12), ui.px(20));
  return {width, l.row * static_cast<float>(l.rows)};
}

void RowBars::draw_bar(Ui& ui, const Cell& cell, const Look& look, const Press& press, ImVec2 from,
                       ImVec2 to) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (!cell.known()) {
    draw_hatch(list, from, {from.x + ui.px(34), to.y}, ui.colors().hairline, ui.px(6));
    return;
  }
  const Color fill = fill_of(ui, look, press.hovered);
  const float length = glide(ui, press.id, to.x - from.x);
  const float end = from.x + std::max(length, cell.value > 0 ? ui.px(2) : 0);
  if (open_ended(cell.qualifier)) {
    const float fade = std::min(ui.px(24), length * 0.5f);
    const Color clear = with_alpha(fill, 0);
    list->AddRectFilled(from, {end - fade, to.y}, fill, ui.px(3), ImDrawFlags_RoundCornersLeft);
    list->AddRectFilledMultiColor({end - fade, from.y}, {end, to.y}, fill, clear, clear, fill);
  } else {
    list->AddRectFilled(from, {end, to.y}, fill, ui.px(3));
  }
}

void RowBars::draw_row(Ui& ui, std::size_t row, const Press& press) {
  const Palette& c = ui.colors();
  const Layout& l = layout_;
  const Cell& cell = table().at(row, value);
  const Look look = look_of(looks, row);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (press.hovered) {
    list->AddRectFilled({press.min.x - ui.px(6), press.min.y}, {press.max.x, press.max.y},
                        c.section, ui.px(6));
  }
  const float text_y = l.stacked
                           ? press.min.y + ui.px(3)
                           : (press.min.y + press.max.y - ui.font_size(TextStyle::kSmall)) * 0.5f;
  const float room = l.stacked ? press.max.x - press.min.x : l.bar_left - ui.px(12);
  draw_text_cut(ui, list, {press.min.x, text_y},
                look.selected ? TextStyle::kSmallStrong : TextStyle::kSmall, c.text,
                table().at(row, label).text, room);
  const float top = l.stacked ? text_y + ui.line_height(TextStyle::kSmall)
                              : (press.min.y + press.max.y - l.bar_height) * 0.5f;
  const float left = press.min.x + l.bar_left;
  const float length =
      cell.known() ? static_cast<float>(cell.value / l.max) * l.bar_width : ui.px(34);
  draw_bar(ui, cell, look, press, {left, top}, {left + length, top + l.bar_height});
  const float figure_y = top + (l.bar_height - ui.font_size(TextStyle::kSmall)) * 0.5f;
  draw_text(ui, list, {left + length + ui.px(8), figure_y},
            cell.known() ? TextStyle::kSmallStrong : TextStyle::kSmall,
            cell.known() ? c.text : c.muted, cell.brief);
  focus_ring(ui, press, ui.px(4));
}

// A dashed line from top to bottom; where labels are above their bars, only beside the bars, so
// that it crosses no name.
void RowBars::draw_threshold(Ui& ui, ImVec2 pos) {
  const Layout& l = layout_;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float x =
      std::round(pos.x + l.bar_left + static_cast<float>(threshold / l.max) * l.bar_width);
  const Color ink = ui.colors().outline;
  const float bottom = pos.y + l.row * static_cast<float>(l.rows);
  if (l.stacked) {
    const float top = ui.px(1) + ui.line_height(TextStyle::kSmall);
    for (float y = pos.y + top; y < bottom; y += l.row) {
      list->AddLine({x, y}, {x, y + l.bar_height + ui.px(4)}, ink, 1.5f);
    }
    return;
  }
  for (float y = pos.y; y < bottom; y += ui.px(8)) {
    list->AddLine({x, y}, {x, std::min(y + ui.px(4), bottom)}, ink, 1.5f);
  }
}

void RowBars::draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) {
  if (threshold > 0) draw_threshold(ui, pos);
  NodeDetail detail;
  detail.set_size = layout_.rows;
  for (std::size_t row = 0; row < table().size(); ++row) {
    if (!table().row(row).marked) continue;
    const ImVec2 min(pos.x, pos.y + layout_.row * static_cast<float>(detail.position++));
    detail.state = keyboard() == Keyboard::kReadOut ? 0u
                   : look_of(looks, row).selected   ? kStateToggle | kStateChecked
                                                    : kStateToggle;
    const Press press = mark(ui, row, min, {min.x + size.x, min.y + layout_.row},
                             row_name(ui, row, label, value), detail);
    if (press.visible) draw_row(ui, row, press);
  }
}

}  // namespace tablero
