#include "charts/slope.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "charts/axis.h"

namespace tablero {

struct Slope::Plot {
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

std::size_t Slope::axes() const { return std::min(table().columns().size() - 1, kMaxSlopeAxes); }
std::size_t Slope::lines() const { return std::min(table().size(), kMaxSlopes); }

ImVec2 Slope::measure_chart(Ui& ui, float width) {
  return {width, ui.px(height > 0 ? height : 260)};
}

Slope::Plot Slope::lay_out(Ui& ui, ImVec2 pos, ImVec2 size) const {
  Plot plot{};
  plot.pos = pos;
  plot.width = size.x;
  plot.axes = axes();
  double low = 1e300, high = -1e300;
  float label = 0, figure = 0;
  for (std::size_t line = 0; line < lines(); ++line) {
    label = std::max(label, measure(ui, TextStyle::kSmall, table().at(line, 0).text).x);
    for (std::size_t a = 0; a < axes(); ++a) {
      const Cell& one = cell(line, a);
      if (!one.known()) continue;
      low = std::min(low, one.value);
      high = std::max(high, one.value);
      figure = std::max(figure, measure(ui, TextStyle::kSmallStrong, one.brief).x);
    }
  }
  if (low > high) low = high = 0;
  plot.top = pos.y + ui.px(34);
  plot.base = pos.y + size.y - ui.px(10);
  plot.left = pos.x + figure + ui.px(12);
  plot.right = pos.x + size.x - figure - ui.px(20) - std::min(label, size.x * 0.4f);
  plot.y = {low, high, plot.base, plot.top};
  return plot;
}

void Slope::draw_axes(Ui& ui, const Plot& plot) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (std::size_t a = 0; a < axes(); ++a) {
    const float x = std::round(plot.x(a)) + 0.5f;
    list->AddLine({x, plot.top - ui.px(4)}, {x, plot.base + ui.px(4)}, ui.colors().hairline);
    const std::string_view name = table().columns()[a + 1].name;
    const float wide = measure(ui, TextStyle::kSmallStrong, name).x;
    const float left = std::clamp(x - wide * 0.5f, plot.pos.x,
                                  std::max(plot.pos.x, plot.pos.x + plot.width - wide));
    draw_text(ui, list, {left, plot.pos.y}, TextStyle::kSmallStrong, ui.colors().muted, name);
  }
}

void Slope::draw_line(Ui& ui, const Plot& plot, std::size_t line, bool focused) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Color color = colors[line];
  for (std::size_t a = 0; a < axes(); ++a) {
    if (!cell(line, a).known()) continue;
    const ImVec2 at(plot.x(a), plot.y.at(cell(line, a).value));
    if (a > 0 && cell(line, a - 1).known()) {
      list->AddLine({plot.x(a - 1), plot.y.at(cell(line, a - 1).value)}, at, color,
                    focused ? 3.5f : 2.0f);
    }
    list->AddCircleFilled(at, ui.px(focused ? 6.0f : 4.5f), color);
  }
}

// Figures left of every axis but the last, each only if it overlaps no earlier one.
void Slope::draw_figures(Ui& ui, const Plot& plot) {
  const float row = ui.line_height(TextStyle::kTiny);
  for (std::size_t a = 0; a + 1 < axes(); ++a) {
    std::array<float, kMaxSlopes> taken{};
    std::size_t n = 0;
    for (std::size_t line = 0; line < lines(); ++line) {
      const Cell& one = cell(line, a);
      if (!one.known()) continue;
      const float y = plot.y.at(one.value);
      const auto close = [&](float other) { return std::fabs(other - y) < row; };
      if (std::any_of(taken.begin(), taken.begin() + n, close)) continue;
      taken[n++] = y;
      const float wide = measure(ui, TextStyle::kTiny, one.brief).x;
      draw_text(ui, ImGui::GetWindowDrawList(), {plot.x(a) - ui.px(9) - wide, y - row * 0.45f},
                TextStyle::kTiny, ui.colors().muted, one.brief);
    }
  }
}

std::string_view Slope::name_of(Ui& ui, std::size_t line) const {
  std::string_view name = table().at(line, 0).text;
  for (std::size_t a = 0; a < axes(); ++a) {
    name = ui.text.join({name, "; ", table().columns()[a + 1].name, ": ", cell(line, a).text});
  }
  return name;
}

void Slope::draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) {
  const Plot plot = lay_out(ui, pos, size);
  const float row = ui.line_height(TextStyle::kSmall);
  ImDrawList* list = ImGui::GetWindowDrawList();
  draw_axes(ui, plot);
  draw_figures(ui, plot);
  // Highest first: a name that does not fit below the previous one is shown only in the tooltip.
  std::array<std::size_t, kMaxSlopes> order{};
  const auto last = [&](std::size_t line) { return cell(line, axes() - 1).value; };
  for (std::size_t i = 0; i < lines(); ++i) {
    order[i] = i;
    for (std::size_t k = i;
         k > 0 && (std::isnan(last(order[k - 1])) || last(order[k]) > last(order[k - 1])); --k) {
      std::swap(order[k], order[k - 1]);
    }
  }
  float name_end = -1e9f;
  for (std::size_t k = 0; k < lines(); ++k) {
    const std::size_t line = order[k];
    const bool ends = !std::isnan(last(line));
    const float y = ends ? plot.y.at(last(line)) : plot.base;
    const Press press = mark(ui, line, {plot.right, y - row * 0.5f},
                             {pos.x + size.x, y + row * 0.5f}, name_of(ui, line));
    draw_line(ui, plot, line, press.hovered || press.focused);
    if (ends && y - row * 0.5f >= name_end) {
      name_end = y + row * 0.5f;
      const std::string_view text =
          ui.text.join({cell(line, axes() - 1).brief, "  ", table().at(line, 0).text});
      draw_text_cut(ui, list, {plot.right + ui.px(10), y - row * 0.4f}, TextStyle::kSmall,
                    ui.colors().text, text, pos.x + size.x - plot.right - ui.px(10));
    }
    focus_ring(ui, press, ui.px(4));
  }
}

}  // namespace tablero
