#include "charts/slope.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "charts/axis.h"
#include "ui/widgets.h"

namespace tablero {
namespace {

struct Plot {
  ImVec2 pos;
  float width, top, base, left, right;
  LinearScale y;
  std::size_t axes;

  float x(std::size_t axis) const {
    return axes < 2
               ? left
               : left + (right - left) * static_cast<float>(axis) / static_cast<float>(axes - 1);
  }
};

std::string_view figure_of(Ui& ui, const SlopeChart& chart, double value) {
  return std::isnan(value) ? ui.t("missing.no_data") : ui.number(value, chart.decimals);
}

Plot lay_out(Ui& ui, const SlopeChart& chart) {
  Plot plot{};
  plot.pos = ImGui::GetCursorScreenPos();
  plot.width = ImGui::GetContentRegionAvail().x;
  plot.axes = std::min(chart.axes.size(), kMaxSlopeAxes);
  double low = 1e300, high = -1e300;
  float label = 0, figure = 0;
  for (const SlopeLine& line : chart.lines) {
    label = std::max(label, measure(ui, TextStyle::kSmall, line.label).x);
    for (std::size_t a = 0; a < plot.axes; ++a) {
      if (std::isnan(line.values[a])) continue;
      low = std::min(low, line.values[a]);
      high = std::max(high, line.values[a]);
      figure = std::max(
          figure, measure(ui, TextStyle::kSmallStrong, figure_of(ui, chart, line.values[a])).x);
    }
  }
  if (low > high) low = high = 0;
  plot.top = plot.pos.y + ui.px(34);
  plot.base = plot.pos.y + ui.px(chart.height) - ui.px(10);
  plot.left = plot.pos.x + figure + ui.px(12);
  plot.right = plot.pos.x + plot.width - figure - ui.px(20) - std::min(label, plot.width * 0.4f);
  plot.y = {low, high, plot.base, plot.top};
  return plot;
}

void draw_axes(Ui& ui, ImDrawList* list, const SlopeChart& chart, const Plot& plot) {
  for (std::size_t a = 0; a < plot.axes; ++a) {
    const float x = std::round(plot.x(a)) + 0.5f;
    list->AddLine({x, plot.top - ui.px(4)}, {x, plot.base + ui.px(4)}, ui.colors().hairline);
    const float width = measure(ui, TextStyle::kSmallStrong, chart.axes[a]).x;
    const float left = std::clamp(x - width * 0.5f, plot.pos.x,
                                  std::max(plot.pos.x, plot.pos.x + plot.width - width));
    draw_text(ui, list, {left, plot.pos.y}, TextStyle::kSmallStrong, ui.colors().muted,
              chart.axes[a]);
  }
}

void draw_line(Ui& ui, ImDrawList* list, const Plot& plot, const SlopeLine& line, bool focused) {
  for (std::size_t a = 0; a < plot.axes; ++a) {
    if (std::isnan(line.values[a])) continue;
    const ImVec2 at(plot.x(a), plot.y.at(line.values[a]));
    if (a > 0 && !std::isnan(line.values[a - 1])) {
      list->AddLine({plot.x(a - 1), plot.y.at(line.values[a - 1])}, at, line.color,
                    focused ? 3.5f : 2.0f);
    }
    list->AddCircleFilled(at, ui.px(focused ? 6.0f : 4.5f), line.color);
  }
}

// Figures left of every axis but the last, each only if it overlaps no earlier one.
void draw_figures(Ui& ui, ImDrawList* list, const SlopeChart& chart, const Plot& plot,
                  std::span<const SlopeLine> lines) {
  const float row = ui.line_height(TextStyle::kTiny);
  for (std::size_t a = 0; a + 1 < plot.axes; ++a) {
    std::array<float, kMaxSlopes> taken{};
    std::size_t n = 0;
    for (const SlopeLine& line : lines) {
      if (std::isnan(line.values[a])) continue;
      const float y = plot.y.at(line.values[a]);
      const auto close = [&](float other) { return std::fabs(other - y) < row; };
      if (std::any_of(taken.begin(), taken.begin() + n, close)) continue;
      taken[n++] = y;
      const std::string_view figure = figure_of(ui, chart, line.values[a]);
      const float width = measure(ui, TextStyle::kTiny, figure).x;
      draw_text(ui, list, {plot.x(a) - ui.px(9) - width, y - row * 0.45f}, TextStyle::kTiny,
                ui.colors().muted, figure);
    }
  }
}

}  // namespace

void draw_slope(Ui& ui, const SlopeChart& chart) {
  const Plot plot = lay_out(ui, chart);
  const std::span<const SlopeLine> lines =
      chart.lines.subspan(0, std::min(chart.lines.size(), kMaxSlopes));
  const float height = ui.px(chart.height), row = ui.line_height(TextStyle::kSmall);
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImGui::PushID(chart.id.data(), chart.id.data() + chart.id.size());
  ui.sem.push(ui_id("chart"), Role::kImage, chart.name,
              {plot.pos.x, plot.pos.y, plot.width, height});
  draw_axes(ui, list, chart, plot);
  draw_figures(ui, list, chart, plot, lines);
  // Highest first: a name that does not fit below the previous one is shown only in the tooltip.
  std::array<std::size_t, kMaxSlopes> order{};
  const auto last = [&](std::size_t i) { return lines[i].values[plot.axes - 1]; };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    order[i] = i;
    for (std::size_t k = i;
         k > 0 && (std::isnan(last(order[k - 1])) || last(order[k]) > last(order[k - 1])); --k) {
      std::swap(order[k], order[k - 1]);
    }
  }
  float name_end = -1e9f;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    const SlopeLine& line = lines[order[k]];
    const bool ends = plot.axes > 0 && !std::isnan(line.values[plot.axes - 1]);
    const float y = ends ? plot.y.at(line.values[plot.axes - 1]) : plot.base;
    ImGui::PushID(static_cast<int>(order[k]));
    const Press press =
        pressable_at(ui, "line", {plot.right, y - row * 0.5f},
                     {plot.pos.x + plot.width, y + row * 0.5f}, Role::kButton, line.name);
    ImGui::PopID();
    const bool focused = press.hovered || press.focused;
    draw_line(ui, list, plot, line, focused);
    if (ends && y - row * 0.5f >= name_end) {
      name_end = y + row * 0.5f;
      const std::string_view text =
          ui.text.join({figure_of(ui, chart, line.values[plot.axes - 1]), "  ", line.label});
      draw_text_cut(ui, list, {plot.right + ui.px(10), y - row * 0.4f}, TextStyle::kSmall,
                    ui.colors().text, text, plot.pos.x + plot.width - plot.right - ui.px(10));
    }
    if (press.hovered) tooltip(ui, line.name);
    focus_ring(ui, press, ui.px(4));
  }
  ui.sem.pop();
  ImGui::PopID();
  ImGui::Dummy({plot.width, height});
}

}  // namespace tablero
