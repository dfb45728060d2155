#include "charts/row_bars.h"

#include <algorithm>
#include <cmath>

#include "charts/motion.h"
#include "ui/widgets.h"

namespace tablero {
namespace {

struct Layout {
  ImVec2 pos;
  float width, row, bar_height;
  float bar_left, bar_width;  // of the longest possible bar
  bool stacked;               // label above the bar
  double max;
};

Layout lay_out(Ui& ui, const RowBars& chart) {
  Layout l{};
  l.pos = ImGui::GetCursorScreenPos();
  l.width = ImGui::GetContentRegionAvail().x;
  const float touch = ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : 0;
  const float line = ui.line_height(TextStyle::kSmall);
  l.stacked = l.width < ui.px(chart.label_width + 160);
  l.bar_height = l.stacked ? ui.px(10) : ui.px(18);
  l.row = std::max(l.stacked ? line + l.bar_height + ui.px(14) : ui.px(30), touch);
  float figure = 0;
  l.max = chart.max;
  for (const Bar& bar : chart.bars) {
    figure = std::max(figure, measure(ui, TextStyle::kSmallStrong, bar.figure).x);
    if (chart.max <= 0 && bar.value.known()) l.max = std::max(l.max, bar.value.value);
  }
  l.max = std::max(l.max, chart.threshold);
  if (l.max <= 0) l.max = 1;
  l.bar_left = l.stacked ? 0 : ui.px(chart.label_width) + ui.px(12);
  l.bar_width = std::max(l.width - l.bar_left - figure - ui.px(12), ui.px(20));
  return l;
}

void draw_bar(Ui& ui, ImDrawList* list, const Bar& bar, const Press& press, ImVec2 from,
              ImVec2 to) {
  const Palette& c = ui.colors();
  if (!bar.value.known()) {
    draw_hatch(list, from, {from.x + ui.px(34), to.y}, c.hairline, ui.px(6));
    return;
  }
  Color fill = bar.selected ? c.accent : (bar.color != 0 ? bar.color : c.primary);
  if (bar.dimmed) fill = mix(fill, c.background, 0.65f);
  if (press.hovered) fill = mix(fill, c.text, 0.12f);
  const float length = glide(ui, press.id, to.x - from.x);
  const float end = from.x + std::max(length, bar.value.value > 0 ? ui.px(2) : 0);
  if (open_ended(bar.qualifier)) {
    const float fade = std::min(ui.px(24), length * 0.5f);
    const Color clear = with_alpha(fill, 0);
    list->AddRectFilled(from, {end - fade, to.y}, fill, ui.px(3), ImDrawFlags_RoundCornersLeft);
    list->AddRectFilledMultiColor({end - fade, from.y}, {end, to.y}, fill, clear, clear, fill);
  } else {
    list->AddRectFilled(from, {end, to.y}, fill, ui.px(3));
  }
}

void draw_row(Ui& ui, ImDrawList* list, const Layout& l, const Bar& bar, const Press& press,
              float label_room) {
  const Palette& c = ui.colors();
  if (press.hovered) {
    list->AddRectFilled({press.min.x - ui.px(6), press.min.y}, {press.max.x, press.max.y},
                        c.section, ui.px(6));
  }
  const float text_y = l.stacked
                           ? press.min.y + ui.px(3)
                           : (press.min.y + press.max.y - ui.font_size(TextStyle::kSmall)) * 0.5f;
  draw_text_cut(ui, list, {l.pos.x, text_y},
                bar.selected ? TextStyle::kSmallStrong : TextStyle::kSmall, c.text, bar.label,
                label_room);
  const float top = l.stacked ? text_y + ui.line_height(TextStyle::kSmall)
                              : (press.min.y + press.max.y - l.bar_height) * 0.5f;
  const float left = l.pos.x + l.bar_left;
  const float length =
      bar.value.known() ? static_cast<float>(bar.value.value / l.max) * l.bar_width : ui.px(34);
  draw_bar(ui, list, bar, press, {left, top}, {left + length, top + l.bar_height});
  const float figure_y = top + (l.bar_height - ui.font_size(TextStyle::kSmall)) * 0.5f;
  draw_text(ui, list, {left + length + ui.px(8), figure_y},
            bar.value.known() ? TextStyle::kSmallStrong : TextStyle::kSmall,
            bar.value.known() ? c.text : c.muted, bar.figure);
  focus_ring(ui, press, ui.px(4));
}

// A dashed line from top to bottom; where labels are above their bars, only beside the bars, so
// that it crosses no name.
void draw_threshold(Ui& ui, ImDrawList* list, const Layout& l, double value, std::size_t rows) {
  const float x =
      std::round(l.pos.x + l.bar_left + static_cast<float>(value / l.max) * l.bar_width);
  const Color ink = ui.colors().outline;
  const float bottom = l.pos.y + l.row * static_cast<float>(rows);
  if (l.stacked) {
    const float top = ui.px(1) + ui.line_height(TextStyle::kSmall);
    for (float y = l.pos.y + top; y < bottom; y += l.row) {
      list->AddLine({x, y}, {x, y + l.bar_height + ui.px(4)}, ink, 1.5f);
    }
    return;
  }
  for (float y = l.pos.y; y < bottom; y += ui.px(8)) {
    list->AddLine({x, y}, {x, std::min(y + ui.px(4), bottom)}, ink, 1.5f);
  }
}

}  // namespace

int draw_row_bars(Ui& ui, const RowBars& chart) {
  const Layout l = lay_out(ui, chart);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float height = l.row * static_cast<float>(chart.bars.size());
  ImGui::PushID(chart.id.data(), chart.id.data() + chart.id.size());
  ui.sem.push(ui_id("chart"), Role::kImage, chart.name, {l.pos.x, l.pos.y, l.width, height});
  const float label_room = l.stacked ? l.width : l.bar_left - ui.px(12);
  if (chart.threshold > 0) draw_threshold(ui, list, l, chart.threshold, chart.bars.size());
  int pressed = -1;
  for (std::size_t i = 0; i < chart.bars.size(); ++i) {
    const Bar& bar = chart.bars[i];
    const float y = l.pos.y + l.row * static_cast<float>(i);
    const ImVec2 min(l.pos.x, y), max(l.pos.x + l.width, y + l.row);
    NodeDetail detail;
    detail.position = static_cast<int>(i) + 1;
    detail.set_size = static_cast<int>(chart.bars.size());
    Press press;
    if (chart.pressable) {
      detail.state = kStateToggle | (bar.selected ? kStateChecked : 0u);
      ImGui::PushID(static_cast<int>(bar.id));
      press = pressable_at(ui, "bar", min, max, Role::kButton, bar.name, detail);
      ImGui::PopID();
    } else {
      ImGui::PushID(static_cast<int>(bar.id));
      press = {false,
               ImGui::IsMouseHoveringRect(min, max),
               false,
               false,
               ImGui::IsRectVisible(min, max),
               ui_id("row"),
               min,
               max};
      ImGui::PopID();
      if (!press.visible) detail.state |= kStateScrolledOut;
      ui.sem.add(press.id, Role::kText, bar.name, to_rect(min, max), detail);
    }
    if (press.pressed) pressed = static_cast<int>(i);
    if (!press.visible) continue;
    draw_row(ui, list, l, bar, press, label_room);
    if (press.hovered) tooltip(ui, bar.name);
  }
  ui.sem.pop();
  ImGui::PopID();
  ImGui::Dummy({l.width, height});
  return pressed;
}

}  // namespace tablero
