#include "charts/small_multiples.h"

#include <algorithm>
#include <cmath>

#include "charts/bar_chart.h"
#include "charts/motion.h"
#include "ui/widgets.h"

namespace tablero {
namespace {

struct Scale {
  float slot, bar, plot_height;
  int top;
};

void draw_bar(Ui& ui, ImDrawList* list, const SmallPanel& panel, const Scale& scale,
              const Press& press, float base, int count, std::string_view column) {
  const Palette& c = ui.colors();
  const float center = (press.min.x + press.max.x) * 0.5f;
  const float left = std::round(center - scale.bar * 0.5f), right = left + std::round(scale.bar);
  Color fill = panel.selected ? c.accent : c.primary;
  if (panel.dimmed) fill = mix(fill, c.background, 0.65f);
  if (press.hovered || press.focused) fill = mix(fill, c.text, 0.15f);
  float top = base;
  if (count < 0) {
    draw_hatch(list, {left, base - ui.px(12)}, {right, base}, c.hairline, ui.px(5));
  } else {
    const float wanted =
        scale.plot_height * static_cast<float>(count) / static_cast<float>(std::max(scale.top, 1));
    top = base - glide(ui, press.id, wanted);
    if (count > 0) {
      list->AddRectFilled({left, top}, {right, base}, fill, ui.px(2), ImDrawFlags_RoundCornersTop);
    }
    const std::string_view figure = ui.number(count, 0);
    const float width = measure(ui, TextStyle::kTiny, figure).x;
    draw_text(ui, list, {center - width * 0.5f, top - ui.line_height(TextStyle::kTiny)},
              TextStyle::kTiny, count > 0 ? c.text : c.muted, figure);
  }
  const float width = measure(ui, TextStyle::kTiny, column).x;
  if (width <= scale.slot) {
    draw_text(ui, list, {center - width * 0.5f, base + ui.px(3)}, TextStyle::kTiny, c.muted,
              column);
  }
  focus_ring(ui, press, ui.px(3));
}

}  // namespace

SmallPress draw_small_multiples(Ui& ui, const SmallMultiples& chart) {
  SmallPress pressed;
  const ImVec2 pos = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, gap = ui.px(20);
  const int across =
      std::max(static_cast<int>((width + gap) / (ui.px(chart.panel_width) + gap)), 1);
  const float panel = (width - gap * static_cast<float>(across - 1)) / static_cast<float>(across);
  const float title = ui.line_height(TextStyle::kSmall) + ui.line_height(TextStyle::kTiny);
  const float foot = ui.line_height(TextStyle::kTiny) + ui.px(3);
  const float height = title + ui.px(chart.panel_height) + foot + ui.px(14);
  const auto rows = (static_cast<int>(chart.panels.size()) + across - 1) / across;
  Scale scale{};
  scale.slot = panel / static_cast<float>(std::max<std::size_t>(chart.columns.size(), 1));
  scale.bar = std::min(scale.slot * 0.7f, ui.px(28));
  scale.plot_height = ui.px(chart.panel_height);
  for (const SmallPanel& p : chart.panels) {
    for (const int count : p.counts) scale.top = std::max(scale.top, count);
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImGui::PushID(chart.id.data(), chart.id.data() + chart.id.size());
  ui.sem.push(ui_id("chart"), Role::kImage, chart.name,
              {pos.x, pos.y, width, height * static_cast<float>(rows)});
  for (std::size_t p = 0; p < chart.panels.size(); ++p) {
    const SmallPanel& one = chart.panels[p];
    const int at = static_cast<int>(p), row = at / across;
    const ImVec2 min(pos.x + (panel + gap) * static_cast<float>(at % across),
                     pos.y + height * static_cast<float>(row));
    const float base = std::round(min.y + title + scale.plot_height) + 0.5f;
    draw_text_cut(ui, list, min, TextStyle::kSmallStrong, ui.colors().text, one.label, panel);
    list->AddLine({min.x, base}, {min.x + panel, base}, ui.colors().outline);
    for (std::size_t i = 0; i < chart.columns.size() && i < one.counts.size(); ++i) {
      const float x = min.x + scale.slot * static_cast<float>(i);
      const std::string_view figure =
          one.counts[i] < 0 ? ui.t("missing.not_asked") : ui.number(one.counts[i], 0);
      const std::string_view name = ui.text.join({one.label, ", ", chart.columns[i], ": ", figure});
      ImGui::PushID(static_cast<int>(p * chart.columns.size() + i));
      const Press press = pressable_at(ui, "bar", {x, min.y + ui.line_height(TextStyle::kSmall)},
                                       {x + scale.slot, base + foot}, Role::kButton, name);
      ImGui::PopID();
      if (press.pressed) pressed = {at, static_cast<int>(i)};
      if (press.visible) {
        draw_bar(ui, list, one, scale, press, base, one.counts[i], chart.columns[i]);
      }
      if (press.hovered) tooltip(ui, name);
    }
  }
  ui.sem.pop();
  ImGui::PopID();
  ImGui::Dummy({width, height * static_cast<float>(rows)});
  return pressed;
}

}  // namespace tablero
