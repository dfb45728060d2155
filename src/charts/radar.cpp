#include "charts/radar.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace tablero {
namespace {

constexpr double kTau = 6.283185307179586;
constexpr double kMax = 100;

ImVec2 on_axis(ImVec2 center, float radius, std::size_t axis, std::size_t count, double share) {
  const double angle = kTau * static_cast<double>(axis) / static_cast<double>(count) - kTau / 4;
  const double r = radius * std::clamp(share, 0.0, 1.0);
  return {center.x + static_cast<float>(r * std::cos(angle)),
          center.y + static_cast<float>(r * std::sin(angle))};
}

void draw_grid(Ui& ui, ImDrawList* list, ImVec2 center, float radius, std::size_t axes) {
  const Palette& c = ui.colors();
  for (int ring = 1; ring <= 4; ++ring) {
    for (std::size_t i = 0; i < axes; ++i) {
      list->AddLine(on_axis(center, radius, i, axes, ring / 4.0),
                    on_axis(center, radius, (i + 1) % axes, axes, ring / 4.0), c.hairline);
    }
  }
  for (std::size_t i = 0; i < axes; ++i) {
    list->AddLine(center, on_axis(center, radius, i, axes, 1), c.hairline);
  }
}

void draw_labels(Ui& ui, ImDrawList* list, const RadarChart& chart, ImVec2 center, float radius) {
  const std::size_t axes = chart.axes.size();
  const float wrap = ui.px(72);
  for (std::size_t i = 0; i < axes; ++i) {
    const ImVec2 at = on_axis(center, radius + ui.px(10), i, axes, 1);
    const ImVec2 size = measure(ui, TextStyle::kTiny, chart.axes[i], wrap);
    // The label grows away from the center.
    const float dx = (at.x - center.x) / (radius + ui.px(10));
    const float dy = (at.y - center.y) / (radius + ui.px(10));
    const float left = std::clamp(0.5f - 1.2f * dx, 0.0f, 1.0f);
    draw_text(ui, list, {at.x - size.x * left, at.y - size.y * (0.5f - 0.5f * dy)},
              TextStyle::kTiny, ui.colors().muted, chart.axes[i], wrap);
  }
}

std::string_view spoken(Ui& ui, const RadarChart& chart, const RadarSeries& series) {
  std::string_view text = series.name;
  for (std::size_t i = 0; i < chart.axes.size(); ++i) {
    text = ui.text.join(
        {text, i == 0 ? ": " : "; ", chart.axes[i], " ", ui.number(series.values[i], 1)});
  }
  return text;
}

}  // namespace

void draw_radar(Ui& ui, const RadarChart& chart) {
  const std::size_t axes = chart.axes.size();
  const float side = std::min(ui.px(chart.size), ImGui::GetContentRegionAvail().x);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ImGui::Dummy({side, side});
  if (axes < 3) return;
  const Rect rect{start.x, start.y, side, side};
  ui.sem.push(ui_id(chart.id), Role::kImage, chart.name, rect);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 center(start.x + side * 0.5f, start.y + side * 0.5f);
  const float radius = side * 0.5f - ui.px(64);
  draw_grid(ui, list, center, radius, axes);
  draw_labels(ui, list, chart, center, radius);
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const RadarSeries& series = chart.series[s];
    for (std::size_t i = 0; i < axes; ++i) {
      const std::size_t next = (i + 1) % axes;
      if (std::isnan(series.values[i])) continue;
      const ImVec2 a = on_axis(center, radius, i, axes, series.values[i] / kMax);
      list->AddCircleFilled(a, ui.px(3), series.color);
      if (std::isnan(series.values[next])) continue;
      list->AddLine(a, on_axis(center, radius, next, axes, series.values[next] / kMax),
                    series.color, ui.px(2));
    }
    ui.sem.add(ui_id(series.name) + static_cast<std::uint32_t>(s + 1), Role::kText,
               spoken(ui, chart, series), rect);
  }
  ui.sem.pop();
}

}  // namespace tablero
