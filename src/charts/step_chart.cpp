#include "charts/step_chart.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "charts/axis.h"
#include "ui/widgets.h"

namespace tablero {
namespace {

struct Plot {
  ImVec2 pos;
  float width, height;
  LinearScale x, y;
  float base;
  Date first, last;
};

void draw_axes(Ui& ui, ImDrawList* list, const Plot& plot) {
  const Palette& c = ui.colors();
  const Ticks ticks = nice_ticks(0, plot.y.max, 4);
  for (int i = 0; i < ticks.count; ++i) {
    const float y = std::round(plot.y.at(ticks.values[i])) + 0.5f;
    list->AddLine({plot.pos.x, y}, {plot.pos.x + plot.width, y},
                  ticks.values[i] == 0 ? c.outline : c.hairline);
    if (ticks.values[i] != 0) {
      draw_text(ui, list, {plot.pos.x, y - ui.px(15)}, TextStyle::kTiny, c.muted,
                ui.number(ticks.values[i], 0));
    }
  }
  const int room = std::max(static_cast<int>(plot.width / ui.px(64)), 1);
  const TimeTicks times = time_ticks(plot.first, plot.last, room);
  LabelLine line(ui.px(10));
  for (int i = 0; i < times.count; ++i) {
    const float x = plot.x.at(year_fraction(times.dates[i]));
    if (x < plot.pos.x || x > plot.pos.x + plot.width) continue;
    list->AddLine({x, plot.base}, {x, plot.base + ui.px(5)}, c.outline);
    Date date = times.dates[i];
    if (date.month == 1) date.month = 0;
    const std::string_view text = format_date_short(ui.text, ui.strings, date);
    const float width = measure(ui, TextStyle::kSmall, text).x;
    const float left = std::clamp(x - width * 0.5f, plot.pos.x, plot.pos.x + plot.width - width);
    if (!line.fits(left, width)) continue;
    draw_text(ui, list, {left, plot.base + ui.px(8)}, TextStyle::kSmall, c.muted, text);
  }
}

void draw_line(Ui& ui, ImDrawList* list, const Plot& plot, std::span<const StepPoint> points) {
  const Color line = ui.colors().primary;
  const Color area = with_alpha(line, 0.08f);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const float x = plot.x.at(year_fraction(points[i].date));
    const float y = plot.y.at(points[i].value);
    const float next = i + 1 < points.size() ? plot.x.at(year_fraction(points[i + 1].date))
                                             : plot.pos.x + plot.width;
    list->AddRectFilled({x, y}, {next, plot.base}, area);
    list->AddLine({x, y}, {next, y}, line, 2);
    if (i + 1 < points.size()) {
      list->AddLine({next, y}, {next, plot.y.at(points[i + 1].value)}, line, 2);
    }
  }
}

}  // namespace

int draw_step_chart(Ui& ui, const StepChart& chart) {
  Plot plot{};
  plot.pos = ImGui::GetCursorScreenPos();
  plot.width = ImGui::GetContentRegionAvail().x;
  plot.height = ui.px(chart.height);
  plot.base = plot.pos.y + plot.height - ui.px(28);
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImGui::PushID(chart.id.data(), chart.id.data() + chart.id.size());
  ui.sem.push(ui_id("chart"), Role::kImage, chart.name,
              {plot.pos.x, plot.pos.y, plot.width, plot.height});
  int pressed = -1;
  if (!chart.points.empty()) {
    double top = 1;
    for (const StepPoint& p : chart.points) top = std::max(top, p.value);
    plot.first = chart.points.front().date;
    plot.last = chart.points.back().date;
    const double first = year_fraction(chart.points.front().date);
    const double last = year_fraction(chart.points.back().date);
    const double margin = std::max((last - first) * 0.06, 0.1);
    const float axis = measure(ui, TextStyle::kTiny, ui.number(top, 0)).x + ui.px(10);
    plot.x = {first, last + margin, plot.pos.x + axis + ui.px(16), plot.pos.x + plot.width};
    plot.y = {0, top, plot.base, plot.pos.y + ui.px(34)};
    draw_axes(ui, list, plot);
    draw_line(ui, list, plot, chart.points);
    float label_end = -1e9f;
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
      const StepPoint& p = chart.points[i];
      const ImVec2 at(plot.x.at(year_fraction(p.date)), plot.y.at(p.value));
      const float reach = ui.px(12);
      ImGui::PushID(static_cast<int>(p.id));
      const Press press = pressable_at(ui, "point", {at.x - reach, at.y - reach},
                                       {at.x + reach, at.y + reach}, Role::kButton, p.name);
      ImGui::PopID();
      if (press.pressed) pressed = static_cast<int>(i);
      if (!press.visible) continue;
      const float radius = press.hovered ? ui.px(6) : ui.px(4.5f);
      list->AddCircleFilled(at, radius + 1.5f, ui.colors().surface);
      list->AddCircleFilled(at, radius, ui.colors().primary);
      const float width = measure(ui, TextStyle::kSmallStrong, p.figure).x;
      const float left =
          std::clamp(at.x - width * 0.5f, plot.pos.x, plot.pos.x + plot.width - width);
      if (left > label_end + ui.px(8)) {
        draw_text(ui, list, {left, at.y - ui.px(25)}, TextStyle::kSmallStrong, ui.colors().text,
                  p.figure);
        label_end = left + width;
      }
      focus_ring(ui, press, reach);
      if (press.hovered) tooltip(ui, p.name);
    }
  }
  ui.sem.pop();
  ImGui::PopID();
  ImGui::Dummy({plot.width, plot.height});
  return pressed;
}

}  // namespace tablero
