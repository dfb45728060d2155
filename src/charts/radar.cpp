#include "charts/radar.h"

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

}  // namespace

ImVec2 Radar::measure_chart(Ui& ui, float width) {
  const float side = std::min(ui.px(height > 0 ? height : 380), width);
  return {side, side};
}

void Radar::draw_labels(Ui& ui, ImVec2 center, float radius) {
  const float wrap = ui.px(72);
  for (std::size_t i = 0; i < axes(); ++i) {
    const ImVec2 at = on_axis(center, radius + ui.px(10), i, axes(), 1);
    const std::string_view name = table().columns()[i + 1].name;
    const ImVec2 size = measure(ui, TextStyle::kTiny, name, wrap);
    // The label grows away from the center.
    const float dx = (at.x - center.x) / (radius + ui.px(10));
    const float dy = (at.y - center.y) / (radius + ui.px(10));
    const float left = std::clamp(0.5f - 1.2f * dx, 0.0f, 1.0f);
    draw_text(ui, ImGui::GetWindowDrawList(),
              {at.x - size.x * left, at.y - size.y * (0.5f - 0.5f * dy)}, TextStyle::kTiny,
              ui.colors().muted, name, wrap);
  }
}

void Radar::draw_outline(Ui& ui, std::size_t series, ImVec2 center, float radius) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (std::size_t i = 0; i < axes(); ++i) {
    const std::size_t next = (i + 1) % axes();
    const Cell &here = table().at(series, i + 1), &there = table().at(series, next + 1);
    if (!here.known()) continue;
    const ImVec2 a = on_axis(center, radius, i, axes(), here.value / kMax);
    list->AddCircleFilled(a, ui.px(3), colors[series]);
    if (!there.known()) continue;
    list->AddLine(a, on_axis(center, radius, next, axes(), there.value / kMax), colors[series],
                  ui.px(2));
  }
}

void Radar::draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) {
  const ImVec2 center = pos + size * 0.5f;
  const float radius = size.x * 0.5f - ui.px(64);
  draw_grid(ui, ImGui::GetWindowDrawList(), center, radius, axes());
  draw_labels(ui, center, radius);
  for (std::size_t series = 0; series < table().size(); ++series) {
    draw_outline(ui, series, center, radius);
    std::string_view name = table().at(series, 0).text;
    for (std::size_t i = 0; i < axes(); ++i) {
      name = ui.text.join({name, i == 0 ? ": " : "; ", table().columns()[i + 1].name, " ",
                           table().at(series, i + 1).text});
    }
    read_out(ui, series, to_rect(pos, pos + size), name);
  }
}

}  // namespace tablero
