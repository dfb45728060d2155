#include "charts/stacked_bars.h"

#include <algorithm>
#include <cmath>

#include "charts/axis.h"
#include "charts/motion.h"

namespace tablero {

struct StackedBars::Plot {
  ImDrawList* list;
  ImVec2 pos;
  float width, base, slot, bar;
  LinearScale y;
};

double StackedBars::total_of(std::size_t bar) const {
  double total = 0;
  for (std::size_t k = 0; k < kinds(); ++k) total += table().at(bar * kinds() + k, value).value;
  return total;
}

ImVec2 StackedBars::measure_chart(Ui& ui, float width) {
  return {width, ui.px(height > 0 ? height : 250)};
}

void StackedBars::draw_part(Ui& ui, const Press& press, std::size_t row) {
  const Palette& c = ui.colors();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const std::size_t bar = row / kinds(), k = row % kinds();
  Color fill = colors[k];
  if (group_dimmed[bar] != 0 || kind_dimmed[k] != 0) fill = mix(fill, c.background, 0.7f);
  if (press.hovered) fill = mix(fill, c.text, 0.15f);
  // A gap of one pixel keeps neighbors apart without borders.
  list->AddRectFilled({press.min.x, press.min.y + 1}, press.max, fill, ui.px(2));
  const std::string_view figure = table().at(row, value).brief;
  const ImVec2 size = measure(ui, TextStyle::kTiny, figure);
  if (press.max.y - press.min.y > size.y + ui.px(2) && press.max.x - press.min.x > size.x) {
    draw_text(
        ui, list,
        {(press.min.x + press.max.x - size.x) * 0.5f, (press.min.y + press.max.y - size.y) * 0.5f},
        TextStyle::kTiny, Theme::text_on(fill), figure);
  }
  focus_ring(ui, press, ui.px(2));
}

void StackedBars::draw_group(Ui& ui, const Plot& plot, std::size_t bar) {
  const Palette& c = ui.colors();
  const float x0 =
      std::round(plot.pos.x + plot.slot * static_cast<float>(bar) + (plot.slot - plot.bar) * 0.5f);
  const std::string_view name = table().at(bar * kinds(), group).text;
  float below = 0;
  for (std::size_t row = bar * kinds(); row < (bar + 1) * kinds(); ++row) {
    const Cell& cell = table().at(row, value);
    if (cell.value == 0) continue;
    const float tall = glide(ui, ui_id(table().row(row).id), plot.base - plot.y.at(cell.value));
    const Press press =
        mark(ui, row, {x0, plot.base - below - tall}, {x0 + plot.bar, plot.base - below},
             ui.text.join({name, ", ", table().at(row, kind).text, ": ", cell.text}));
    below += tall;
    if (press.visible) draw_part(ui, press, row);
  }
  const std::string_view total = ui.number(total_of(bar), 0);
  const float center = x0 + plot.bar * 0.5f;
  draw_text(ui, plot.list,
            {center - measure(ui, TextStyle::kStrong, total).x * 0.5f,
             plot.base - below - ui.line_height(TextStyle::kStrong)},
            TextStyle::kStrong, group_dimmed[bar] != 0 ? c.muted : c.text, total);
  const float label = std::min(measure(ui, TextStyle::kSmall, name).x, plot.slot);
  draw_text_cut(ui, plot.list, {center - label * 0.5f, plot.base + ui.px(7)}, TextStyle::kSmall,
                c.muted, name, plot.slot);
}

void StackedBars::draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) {
  const std::size_t groups = kinds() > 0 ? table().size() / kinds() : 0;
  Plot plot{};
  plot.list = ImGui::GetWindowDrawList();
  plot.pos = pos;
  plot.width = size.x;
  plot.base = pos.y + size.y - ui.line_height(TextStyle::kSmall) - ui.px(8);
  plot.slot = size.x / static_cast<float>(std::max<std::size_t>(groups, 1));
  plot.bar = std::round(std::min(plot.slot * 0.62f, ui.px(96)));
  double top = 1;
  for (std::size_t bar = 0; bar < groups; ++bar) top = std::max(top, total_of(bar));
  plot.y = {0, top, plot.base, pos.y + ui.line_height(TextStyle::kStrong)};
  const Ticks ticks = nice_ticks(0, top, 4);
  for (int i = 0; i < ticks.count; ++i) {
    const float y = std::round(plot.y.at(ticks.values[i])) + 0.5f;
    plot.list->AddLine({pos.x, y}, {pos.x + size.x, y},
                       ticks.values[i] == 0 ? ui.colors().outline : ui.colors().hairline);
  }
  for (std::size_t bar = 0; bar < groups; ++bar) draw_group(ui, plot, bar);
}

void StackedBars::draw_legend(Ui& ui) {
  Flow flow(ui, 4);
  const float swatch = ui.px(11);
  const float available = ImGui::GetContentRegionAvail().x;
  for (std::size_t k = 0; k < kinds(); ++k) {
    const std::string_view name = table().at(k, kind).text;
    const ImVec2 text = measure(ui, TextStyle::kSmall, name);
    const float tall =
        ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : text.y + ui.px(8);
    const ImVec2 size(std::min(text.x + swatch + ui.px(20), available), tall);
    flow.next(size.x);
    NodeDetail detail;
    detail.state = kStateToggle | (kind_dimmed[k] == 0 ? kStateChecked : 0u);
    ImGui::PushID("legend");
    const Press press = pressable(ui, table().at(k, kind).code, size, Role::kButton, name, detail);
    ImGui::PopID();
    if (press.pressed) pressed({static_cast<int>(k), static_cast<int>(kind)});
    if (!press.visible) continue;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float y = (press.min.y + press.max.y) * 0.5f;
    if (press.hovered) list->AddRectFilled(press.min, press.max, ui.colors().raised, ui.px(6));
    list->AddRectFilled({press.min.x + ui.px(4), y - swatch * 0.5f},
                        {press.min.x + ui.px(4) + swatch, y + swatch * 0.5f}, colors[k], ui.px(3));
    draw_text_cut(ui, list, {press.min.x + swatch + ui.px(10), y - text.y * 0.5f},
                  TextStyle::kSmall, kind_dimmed[k] != 0 ? ui.colors().muted : ui.colors().text,
                  name, size.x - swatch - ui.px(12));
    focus_ring(ui, press, ui.px(6));
  }
}

}  // namespace tablero
