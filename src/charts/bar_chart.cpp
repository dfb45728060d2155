#include "charts/bar_chart.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "charts/axis.h"
#include "charts/motion.h"
#include "ui/widgets.h"

namespace tablero {
namespace {

struct Plot {
  float left, right, top, base;
  LinearScale y;
};

void draw_grid(Ui& ui, ImDrawList* list, const Plot& plot) {
  const Ticks ticks = nice_ticks(0, plot.y.max, 4);
  for (int i = 0; i < ticks.count; ++i) {
    const float y = std::round(plot.y.at(ticks.values[i])) + 0.5f;
    list->AddLine({plot.left, y}, {plot.right, y},
                  ticks.values[i] == 0 ? ui.colors().outline : ui.colors().hairline);
  }
}

void draw_one(Ui& ui, ImDrawList* list, const Plot& plot, const Bar& bar, const Press& press,
              float x0, float x1) {
  const Palette& c = ui.colors();
  Color fill = bar.selected ? c.accent : (bar.color != 0 ? bar.color : c.primary);
  if (bar.dimmed) fill = mix(fill, c.background, 0.65f);
  if (press.hovered) fill = mix(fill, c.text, 0.12f);
  float top = plot.base;
  if (bar.value.known()) {
    top = plot.base - glide(ui, press.id, plot.base - plot.y.at(bar.value.value));
    const float radius = ui.px(4);
    if (open_ended(bar.qualifier)) {
      const float fade = std::min(ui.px(26), (plot.base - top) * 0.5f);
      list->AddRectFilled({x0, top + fade}, {x1, plot.base}, fill);
      const float over = ui.px(12);
      const Color clear = with_alpha(fill, 0);
      list->AddRectFilledMultiColor({x0, top - over}, {x1, top + fade}, clear, clear, fill, fill);
      top -= over;
    } else {
      list->AddRectFilled({x0, top}, {x1, plot.base}, fill, radius, ImDrawFlags_RoundCornersTop);
    }
  } else {
    top = plot.base - ui.px(28);
    draw_hatch(list, {x0, top}, {x1, plot.base}, c.hairline, ui.px(7));
  }
  const float slot = press.max.x - press.min.x;
  const float center = (x0 + x1) * 0.5f;
  const TextStyle style = bar.value.known() ? TextStyle::kStrong : TextStyle::kTiny;
  const float width = std::min(measure(ui, style, bar.figure).x, slot);
  draw_text_cut(ui, list, {center - width * 0.5f, top - ui.line_height(style)}, style,
                bar.value.known() ? c.text : c.muted, bar.figure, slot);
  const float label_width = std::min(measure(ui, TextStyle::kSmall, bar.label).x, slot);
  draw_text_cut(ui, list, {center - label_width * 0.5f, plot.base + ui.px(8)}, TextStyle::kSmall,
                c.muted, bar.label, slot);
  focus_ring(ui, press, ui.px(4));
}

}  // namespace

bool open_ended(Qualifier q) { return q == Qualifier::kMoreThan || q == Qualifier::kAtLeast; }

void draw_hatch(ImDrawList* list, ImVec2 min, ImVec2 max, Color color, float spacing) {
  list->PushClipRect(min, max, true);
  const float height = max.y - min.y;
  for (float x = min.x - height; x < max.x; x += spacing) {
    list->AddLine({x, max.y}, {x + height, min.y}, color, 1.5f);
  }
  list->PopClipRect();
  list->AddRect(min, max, color);
}

int draw_bar_chart(Ui& ui, const BarChart& chart, int* hovered) {
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = ui.px(chart.height);
  const ImVec2 pos = ImGui::GetCursorScreenPos();
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImGui::PushID(chart.id.data(), chart.id.data() + chart.id.size());
  ui.sem.push(ui_id("chart"), Role::kImage, chart.name, {pos.x, pos.y, width, height});
  double top = 1;
  for (const Bar& bar : chart.bars) {
    if (bar.value.known()) top = std::max(top, bar.value.value);
  }
  Plot plot{pos.x, pos.x + width, pos.y + ui.px(40), pos.y + height - ui.px(28), {}};
  plot.y = {0, top, plot.base, plot.top};
  draw_grid(ui, list, plot);
  int pressed = -1;
  if (hovered != nullptr) *hovered = -1;
  const auto count = static_cast<float>(chart.bars.size());
  const float slot = width / std::max(count, 1.0f);
  const float bar_width = std::min(slot * 0.6f, ui.px(96));
  for (std::size_t i = 0; i < chart.bars.size(); ++i) {
    const Bar& bar = chart.bars[i];
    const float x = pos.x + slot * static_cast<float>(i);
    const float x0 = std::round(x + (slot - bar_width) * 0.5f);
    NodeDetail detail;
    detail.state = kStateToggle | (bar.selected ? kStateChecked : 0u);
    ImGui::PushID(static_cast<int>(bar.id));
    const Press press = pressable_at(ui, "bar", {x, pos.y}, {x + slot, pos.y + height},
                                     Role::kButton, bar.name, detail);
    ImGui::PopID();
    if (press.pressed) pressed = static_cast<int>(i);
    if (press.hovered && hovered != nullptr) *hovered = static_cast<int>(i);
    if (press.visible) draw_one(ui, list, plot, bar, press, x0, x0 + std::round(bar_width));
  }
  ui.sem.pop();
  ImGui::PopID();
  ImGui::Dummy({width, height});
  return pressed;
}

}  // namespace tablero
