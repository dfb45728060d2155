#include "charts/stacked_bars.h"

#include <algorithm>
#include <cmath>

#include "charts/axis.h"
#include "charts/motion.h"
#include "ui/widgets.h"

namespace tablero {
namespace {

struct Plot {
  ImVec2 pos;
  float width, height, base, slot, bar;
  LinearScale y;
};

int count_at(const StackedBars& chart, std::size_t group, std::size_t kind) {
  return chart.counts[group * chart.kinds.size() + kind];
}

int total_of(const StackedBars& chart, std::size_t group) {
  int total = 0;
  for (std::size_t k = 0; k < chart.kinds.size(); ++k) total += count_at(chart, group, k);
  return total;
}

Plot lay_out(Ui& ui, const StackedBars& chart) {
  Plot p{};
  p.pos = ImGui::GetCursorScreenPos();
  p.width = ImGui::GetContentRegionAvail().x;
  p.height = ui.px(chart.height);
  p.base = p.pos.y + p.height - ui.line_height(TextStyle::kSmall) - ui.px(8);
  p.slot = p.width / static_cast<float>(std::max<std::size_t>(chart.groups.size(), 1));
  p.bar = std::round(std::min(p.slot * 0.62f, ui.px(96)));
  int top = 1;
  for (std::size_t g = 0; g < chart.groups.size(); ++g) top = std::max(top, total_of(chart, g));
  p.y = {0, static_cast<double>(top), p.base, p.pos.y + ui.line_height(TextStyle::kStrong)};
  return p;
}

void draw_grid(Ui& ui, ImDrawList* list, const Plot& p) {
  const Ticks ticks = nice_ticks(0, p.y.max, 4);
  for (int i = 0; i < ticks.count; ++i) {
    const float y = std::round(p.y.at(ticks.values[i])) + 0.5f;
    list->AddLine({p.pos.x, y}, {p.pos.x + p.width, y},
                  ticks.values[i] == 0 ? ui.colors().outline : ui.colors().hairline);
  }
}

void draw_part(Ui& ui, ImDrawList* list, const StackedBars& chart, const Press& press,
               std::size_t group, std::size_t kind) {
  const Palette& c = ui.colors();
  Color fill = chart.colors[kind];
  if (chart.group_dimmed[group] != 0 || chart.kind_dimmed[kind] != 0) {
    fill = mix(fill, c.background, 0.7f);
  }
  if (press.hovered) fill = mix(fill, c.text, 0.15f);
  // A gap of one pixel keeps neighbors apart without borders.
  list->AddRectFilled({press.min.x, press.min.y + 1}, press.max, fill, ui.px(2));
  const std::string_view figure = ui.number(count_at(chart, group, kind), 0);
  const ImVec2 size = measure(ui, TextStyle::kTiny, figure);
  if (press.max.y - press.min.y > size.y + ui.px(2) && press.max.x - press.min.x > size.x) {
    draw_text(
        ui, list,
        {(press.min.x + press.max.x - size.x) * 0.5f, (press.min.y + press.max.y - size.y) * 0.5f},
        TextStyle::kTiny, Theme::text_on(fill), figure);
  }
  focus_ring(ui, press, ui.px(2));
}

void draw_group(Ui& ui, ImDrawList* list, const StackedBars& chart, const Plot& p, std::size_t g,
                StackedPress& out) {
  const Palette& c = ui.colors();
  const float x0 = std::round(p.pos.x + p.slot * static_cast<float>(g) + (p.slot - p.bar) * 0.5f);
  float below = 0;
  ImGui::PushID(static_cast<int>(g));
  for (std::size_t k = 0; k < chart.kinds.size(); ++k) {
    const int count = count_at(chart, g, k);
    if (count == 0) continue;
    const std::string_view name =
        ui.text.join({chart.groups[g], ", ", chart.kinds[k], ": ", ui.number(count, 0)});
    const std::uint32_t id = ui_id(chart.kinds[k]);
    const float height = glide(ui, id, p.base - p.y.at(count));
    const Press press = pressable_at(ui, chart.kinds[k], {x0, p.base - below - height},
                                     {x0 + p.bar, p.base - below}, Role::kButton, name);
    below += height;
    if (press.pressed) out = {static_cast<int>(g), static_cast<int>(k), true};
    if (!press.visible) continue;
    draw_part(ui, list, chart, press, g, k);
    if (press.hovered) tooltip(ui, name);
  }
  ImGui::PopID();
  const std::string_view total = ui.number(total_of(chart, g), 0);
  const float center = x0 + p.bar * 0.5f;
  draw_text(ui, list,
            {center - measure(ui, TextStyle::kStrong, total).x * 0.5f,
             p.base - below - ui.line_height(TextStyle::kStrong)},
            TextStyle::kStrong, chart.group_dimmed[g] != 0 ? c.muted : c.text, total);
  const float label = std::min(measure(ui, TextStyle::kSmall, chart.groups[g]).x, p.slot);
  draw_text_cut(ui, list, {center - label * 0.5f, p.base + ui.px(7)}, TextStyle::kSmall, c.muted,
                chart.groups[g], p.slot);
}

// One press for each kind, wrapping; a swatch and its word.
void draw_legend(Ui& ui, const StackedBars& chart, StackedPress& out) {
  Flow flow(ui, 4);
  const float swatch = ui.px(11);
  const float available = ImGui::GetContentRegionAvail().x;
  for (std::size_t k = 0; k < chart.kinds.size(); ++k) {
    const ImVec2 text = measure(ui, TextStyle::kSmall, chart.kinds[k]);
    const float height =
        ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : text.y + ui.px(8);
    const ImVec2 size(std::min(text.x + swatch + ui.px(20), available), height);
    flow.next(size.x);
    NodeDetail detail;
    detail.state = kStateToggle | (chart.kind_dimmed[k] == 0 ? kStateChecked : 0u);
    ImGui::PushID("legend");
    const Press press = pressable(ui, chart.kinds[k], size, Role::kButton, chart.kinds[k], detail);
    ImGui::PopID();
    if (press.pressed) out = {-1, static_cast<int>(k), true};
    if (!press.visible) continue;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float y = (press.min.y + press.max.y) * 0.5f;
    if (press.hovered) list->AddRectFilled(press.min, press.max, ui.colors().raised, ui.px(6));
    list->AddRectFilled({press.min.x + ui.px(4), y - swatch * 0.5f},
                        {press.min.x + ui.px(4) + swatch, y + swatch * 0.5f}, chart.colors[k],
                        ui.px(3));
    draw_text_cut(ui, list, {press.min.x + swatch + ui.px(10), y - text.y * 0.5f},
                  TextStyle::kSmall,
                  chart.kind_dimmed[k] != 0 ? ui.colors().muted : ui.colors().text, chart.kinds[k],
                  size.x - swatch - ui.px(12));
    focus_ring(ui, press, ui.px(6));
  }
}

}  // namespace

StackedPress draw_stacked_bars(Ui& ui, const StackedBars& chart) {
  const Plot plot = lay_out(ui, chart);
  ImDrawList* list = ImGui::GetWindowDrawList();
  StackedPress out;
  ImGui::PushID(chart.id.data(), chart.id.data() + chart.id.size());
  ui.sem.push(ui_id("chart"), Role::kImage, chart.name,
              {plot.pos.x, plot.pos.y, plot.width, plot.height});
  draw_grid(ui, list, plot);
  for (std::size_t g = 0; g < chart.groups.size(); ++g) draw_group(ui, list, chart, plot, g, out);
  ui.sem.pop();
  ImGui::Dummy({plot.width, plot.height});
  draw_legend(ui, chart, out);
  ImGui::PopID();
  return out;
}

}  // namespace tablero
