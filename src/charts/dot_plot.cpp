#include "charts/dot_plot.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "charts/axis.h"

namespace tablero {
namespace {

constexpr float kRow = 28;

void draw_scale(Ui& ui, const LinearScale& scale, float top, float bottom) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Ticks ticks = nice_ticks(scale.min, scale.max, 5);
  for (int i = 0; i < ticks.count; ++i) {
    if (ticks.values[i] < scale.min || ticks.values[i] > scale.max) continue;
    const float x = scale.at(ticks.values[i]);
    list->AddLine({x, top + ui.px(20)}, {x, bottom}, ui.colors().hairline);
    const std::string_view text = ui.number(ticks.values[i], 0);
    draw_text(ui, list, {x - measure(ui, TextStyle::kTiny, text).x * 0.5f, top}, TextStyle::kTiny,
              ui.colors().muted, text);
  }
}

// Each series has its own shape, so that color is not the only cue (WCAG 1.4.1).
void draw_dot(Ui& ui, ImDrawList* list, ImVec2 at, std::size_t series, Color color) {
  const float r = ui.px(5);
  switch (series) {
    case 0:
      list->AddCircleFilled(at, r, color);
      break;
    case 1:
      list->AddRectFilled({at.x - r * 0.85f, at.y - r * 0.85f},
                          {at.x + r * 0.85f, at.y + r * 0.85f}, color);
      break;
    case 2:
      list->AddTriangleFilled({at.x - r, at.y + r * 0.8f}, {at.x, at.y - r},
                              {at.x + r, at.y + r * 0.8f}, color);
      break;
    default:
      list->AddQuadFilled({at.x - r * 1.1f, at.y}, {at.x, at.y - r * 1.1f}, {at.x + r * 1.1f, at.y},
                          {at.x, at.y + r * 1.1f}, color);
      break;
  }
}

}  // namespace

int draw_dot_plot(Ui& ui, const DotPlot& plot) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const bool narrow = width < ui.px(520);
  const float label_width = ui.px(narrow ? 110 : plot.label_width);
  const float figure_width = plot.figure_width <= 0 ? 0 : ui.px(narrow ? 96 : plot.figure_width);
  const float head = ui.px(22);
  const float row_height = ui.px(kRow);
  const float height = head + row_height * static_cast<float>(plot.rows.size()) + ui.px(6);
  ImGui::Dummy({width, height});
  const LinearScale scale{plot.min, plot.max, start.x + label_width + ui.px(10),
                          start.x + width - figure_width - ui.px(12)};
  ui.sem.push(ui_id(plot.id), Role::kImage, plot.name, {start.x, start.y, width, height});
  draw_scale(ui, scale, start.y, start.y + height);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 mouse = ImGui::GetMousePos();
  int hovered = -1;
  for (std::size_t i = 0; i < plot.rows.size(); ++i) {
    const DotRow& row = plot.rows[i];
    const float top = start.y + head + row_height * static_cast<float>(i);
    const float middle = top + row_height * 0.5f;
    const ImRect box({start.x, top}, {start.x + width, top + row_height});
    if (ImGui::IsWindowHovered() && box.Contains(mouse)) hovered = static_cast<int>(i);
    if (hovered == static_cast<int>(i))
      list->AddRectFilled(box.Min, box.Max, ui.colors().raised, ui.px(4));
    draw_text_cut(ui, list, {start.x, middle - ui.font_size(TextStyle::kSmall) * 0.5f},
                  TextStyle::kSmall, ui.colors().text, row.label, label_width);
    double low = row.values[0], high = row.values[0];
    for (std::size_t s = 0; s < plot.colors.size(); ++s) {
      low = std::fmin(low, row.values[s]);
      high = std::fmax(high, row.values[s]);
    }
    if (high > low) {
      list->AddLine({scale.at(low), middle}, {scale.at(high), middle}, ui.colors().outline,
                    ui.px(1.5f));
    }
    for (std::size_t s = plot.colors.size(); s-- > 0;) {
      if (std::isnan(row.values[s])) continue;
      draw_dot(ui, list, {scale.at(row.values[s]), middle}, s, plot.colors[s]);
    }
    if (!row.figure.empty()) {
      const float w = measure(ui, TextStyle::kSmall, row.figure).x;
      draw_text(ui, list,
                {start.x + width - std::min(w, figure_width),
                 middle - ui.font_size(TextStyle::kSmall) * 0.5f},
                TextStyle::kSmall, ui.colors().muted, row.figure);
    }
    ui.sem.add(ui_id(plot.id) + static_cast<std::uint32_t>(i + 1) * 7919u, Role::kText, row.name,
               to_rect(box.Min, box.Max));
  }
  ui.sem.pop();
  return hovered;
}

void draw_dot_strip(Ui& ui, ImVec2 from, float width, std::span<const double> values, double min,
                    double max, Color color) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const LinearScale scale{min, max, from.x, from.x + width};
  list->AddLine(from, {from.x + width, from.y}, ui.colors().hairline);
  for (double v : values) {
    if (!std::isnan(v))
      list->AddCircleFilled({scale.at(v), from.y}, ui.px(4), with_alpha(color, 0.55f));
  }
}

}  // namespace tablero
