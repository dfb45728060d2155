#include "charts/line_chart.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "charts/axis.h"
#include "charts/reduce.h"
#include "ui/widgets.h"

namespace tablero {
namespace {

struct Plot {
  ImVec2 pos;
  float width, height, base;
  LinearScale x, y;
};

struct Nearest {
  float distance = 1e9f;
  std::size_t line = 0, point = 0;
};

void draw_axes(Ui& ui, ImDrawList* list, const Plot& plot) {
  const Palette& c = ui.colors();
  const Ticks up = nice_ticks(0, plot.y.max, 4);
  for (int i = 0; i < up.count; ++i) {
    const float y = std::round(plot.y.at(up.values[i])) + 0.5f;
    list->AddLine({plot.x.from, y}, {plot.x.to, y}, up.values[i] == 0 ? c.outline : c.hairline);
    const std::string_view text = ui.number(up.values[i], 0);
    const float width = measure(ui, TextStyle::kTiny, text).x;
    draw_text(ui, list, {plot.x.from - ui.px(8) - width, y - ui.font_size(TextStyle::kTiny) * 0.6f},
              TextStyle::kTiny, c.muted, text);
  }
  const int room = std::max(static_cast<int>((plot.x.to - plot.x.from) / ui.px(56)), 2);
  const Ticks along = nice_ticks(plot.x.min, plot.x.max, std::min(room, kMaxTicks - 1));
  LabelLine line(ui.px(10));
  for (int i = 0; i < along.count; ++i) {
    const float x = plot.x.at(along.values[i]);
    list->AddLine({x, plot.base}, {x, plot.base + ui.px(5)}, c.outline);
    const std::string_view text = ui.number(along.values[i], along.step < 1 ? 1 : 0);
    const float width = measure(ui, TextStyle::kSmall, text).x;
    if (!line.fits(x - width * 0.5f, width)) continue;
    draw_text(ui, list, {x - width * 0.5f, plot.base + ui.px(8)}, TextStyle::kSmall, c.muted, text);
  }
}

Color ink_of(const Ui& ui, const LineSeries& line, bool focused) {
  return line.dimmed && !focused ? mix(line.color, ui.colors().background, 0.65f) : line.color;
}

ImVec2 place(const Plot& plot, const LineSeries& line, std::size_t i) {
  return {plot.x.at(line.x[i]), plot.y.at(line.y[i])};
}

void draw_line(Ui& ui, ImDrawList* list, const Plot& plot, const LineChart& chart,
               const LineSeries& line, bool focused, List<std::size_t>& kept) {
  const int columns = static_cast<int>((plot.x.to - plot.x.from) * ui.pixel_density.x);
  reduce_line(line.x, line.y, plot.x.min, plot.x.max, columns, kept);
  const Color ink = ink_of(ui, line, focused);
  const float thickness = focused || line.selected ? 3.0f : 2.0f;
  for (std::size_t k = 0; k + 1 < kept.size(); ++k) {
    if (std::isnan(line.y[kept[k]]) || std::isnan(line.y[kept[k + 1]])) continue;
    const ImVec2 from = place(plot, line, kept[k]), to = place(plot, line, kept[k + 1]);
    if (chart.steps) {
      list->AddLine(from, {to.x, from.y}, ink, thickness);
      list->AddLine({to.x, from.y}, to, ink, thickness);
    } else {
      list->AddLine(from, to, ink, thickness);
    }
  }
}

Nearest nearest_point(const Plot& plot, std::span<const LineSeries> lines, ImVec2 mouse) {
  Nearest found;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    for (std::size_t i = 0; i < lines[l].x.size(); ++i) {
      if (std::isnan(lines[l].y[i])) continue;
      const ImVec2 off = place(plot, lines[l], i) - mouse;
      const float distance = off.x * off.x + off.y * off.y;
      if (distance <= found.distance) found = {distance, l, i};
    }
  }
  return found;
}

std::size_t last_known(const LineSeries& line) {
  std::size_t i = line.y.size();
  while (i > 0 && std::isnan(line.y[i - 1])) --i;
  return i;  // one past it
}

// Places each line's name at its end, moved down as far as the names above need room.
void place_labels(Ui& ui, const Plot& plot, std::span<const LineSeries> lines,
                  std::array<float, kMaxLines>& tops) {
  const float height = ui.line_height(TextStyle::kSmall);
  std::array<std::size_t, kMaxLines> order{};
  for (std::size_t l = 0; l < lines.size(); ++l) {
    const std::size_t end = last_known(lines[l]);
    tops[l] = (end > 0 ? plot.y.at(lines[l].y[end - 1]) : plot.base) - height * 0.5f;
    order[l] = l;
    for (std::size_t k = l; k > 0 && tops[order[k]] < tops[order[k - 1]]; --k) {
      std::swap(order[k], order[k - 1]);
    }
  }
  float lowest = plot.base - height;
  for (std::size_t k = lines.size(); k-- > 0; lowest -= height) {
    tops[order[k]] = std::min(tops[order[k]], lowest);
    lowest = std::min(lowest, tops[order[k]]);
  }
}

void read_out(Ui& ui, ImDrawList* list, const Plot& plot, const LineChart& chart,
              std::span<const LineSeries> lines) {
  if (!ImGui::IsWindowHovered() ||
      !ImGui::IsMouseHoveringRect({plot.x.from, plot.pos.y}, {plot.x.to + ui.px(6), plot.base})) {
    return;
  }
  const Nearest found = nearest_point(plot, lines, ImGui::GetMousePos());
  if (found.distance > ui.px(40) * ui.px(40)) return;
  const LineSeries& line = lines[found.line];
  const ImVec2 at = place(plot, line, found.point);
  list->AddCircleFilled(at, ui.px(6.5f), ui.colors().surface);
  list->AddCircleFilled(at, ui.px(5), line.color);
  tooltip(ui,
          ui.text.join({line.label, ", ", ui.count(chart.x_key, std::lround(line.x[found.point])),
                        ": ", ui.number(line.y[found.point], 0)}));
}

}  // namespace

int draw_line_chart(Ui& ui, const LineChart& chart, List<std::size_t>& scratch) {
  const std::span<const LineSeries> lines =
      chart.lines.subspan(0, std::min(chart.lines.size(), kMaxLines));
  Plot plot{};
  plot.pos = ImGui::GetCursorScreenPos();
  plot.width = ImGui::GetContentRegionAvail().x;
  plot.height = ui.px(chart.height);
  plot.base = plot.pos.y + plot.height - ui.px(28);
  double right = 1, top = 1;
  float names = 0;
  for (const LineSeries& line : lines) {
    if (!line.x.empty()) right = std::max(right, line.x.back());
    for (const double y : line.y) top = std::max(top, std::isnan(y) ? 0 : y);
    names = std::max(names, measure(ui, TextStyle::kSmallStrong, line.label).x);
  }
  const float axis = measure(ui, TextStyle::kTiny, ui.number(top, 0)).x + ui.px(10);
  plot.x = {0, right, plot.pos.x + axis, plot.pos.x + plot.width - names - ui.px(16)};
  plot.y = {0, top, plot.base, plot.pos.y + ui.px(14)};
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImGui::PushID(chart.id.data(), chart.id.data() + chart.id.size());
  ui.sem.push(ui_id("chart"), Role::kImage, chart.name,
              {plot.pos.x, plot.pos.y, plot.width, plot.height});
  draw_axes(ui, list, plot);
  std::array<float, kMaxLines> tops{};
  place_labels(ui, plot, lines, tops);
  int pressed = -1;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    const LineSeries& line = lines[l];
    const std::size_t end = last_known(line);
    const float left = (end > 0 ? plot.x.at(line.x[end - 1]) : plot.x.to) + ui.px(10);
    const float label_end = left + measure(ui, TextStyle::kSmallStrong, line.label).x + ui.px(4);
    NodeDetail detail;
    detail.state = kStateToggle | (line.selected ? kStateChecked : 0u);
    ImGui::PushID(static_cast<int>(line.id));
    const Press press = pressable_at(ui, "line", {left - ui.px(4), tops[l]},
                                     {label_end, tops[l] + ui.line_height(TextStyle::kSmall)},
                                     Role::kButton, line.name, detail);
    ImGui::PopID();
    if (press.pressed) pressed = static_cast<int>(l);
    if (!press.visible && !ImGui::IsRectVisible(plot.pos, {plot.x.to, plot.base})) continue;
    const bool focused = press.hovered || press.focused;
    draw_line(ui, list, plot, chart, line, focused, scratch);
    draw_text(ui, list, {left, tops[l] + ui.px(2)}, TextStyle::kSmallStrong,
              mix(ink_of(ui, line, focused), ui.colors().text, 0.35f), line.label);
    focus_ring(ui, press, ui.px(4));
    if (press.hovered) tooltip(ui, line.name);
  }
  read_out(ui, list, plot, chart, lines);
  ui.sem.pop();
  ImGui::PopID();
  ImGui::Dummy({plot.width, plot.height});
  return pressed;
}

}  // namespace tablero
