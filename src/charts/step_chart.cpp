#include "charts/step_chart.h"

#include <algorithm>
#include <cmath>

#include "charts/axis.h"

namespace tablero {

struct StepChart::Plot {
  ImVec2 pos;
  float width;
  LinearScale x, y;
  float base;
  Date first, last;
};

ImVec2 StepChart::measure_chart(Ui& ui, float width) {
  return {width, ui.px(height > 0 ? height : 220)};
}

std::size_t StepChart::marked_from(std::size_t row) const {
  while (row < table().size() && !table().row(row).marked) ++row;
  return row;
}

ImVec2 StepChart::place(const Plot& plot, std::size_t row) const {
  return {plot.x.at(year_fraction(table().at(row, date).date)),
          plot.y.at(table().at(row, value).value)};
}

void StepChart::draw_axes(Ui& ui, const Plot& plot) {
  const Palette& c = ui.colors();
  ImDrawList* list = ImGui::GetWindowDrawList();
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
    Date tick = times.dates[i];
    if (tick.month == 1) tick.month = 0;
    const std::string_view text = format_date_short(ui.text, ui.strings, tick);
    const float width = measure(ui, TextStyle::kSmall, text).x;
    const float left = std::clamp(x - width * 0.5f, plot.pos.x, plot.pos.x + plot.width - width);
    if (!line.fits(left, width)) continue;
    draw_text(ui, list, {left, plot.base + ui.px(8)}, TextStyle::kSmall, c.muted, text);
  }
}

void StepChart::draw_line(Ui& ui, const Plot& plot) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Color line = ui.colors().primary;
  const Color area = with_alpha(line, 0.08f);
  for (std::size_t row = marked_from(0); row < table().size(); row = marked_from(row + 1)) {
    const ImVec2 at = place(plot, row);
    const std::size_t then = marked_from(row + 1);
    const bool last = then == table().size();
    const ImVec2 next = last ? ImVec2(plot.pos.x + plot.width, at.y) : place(plot, then);
    list->AddRectFilled(at, {next.x, plot.base}, area);
    list->AddLine(at, {next.x, at.y}, line, 2);
    if (!last) list->AddLine({next.x, at.y}, next, line, 2);
  }
}

void StepChart::draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) {
  if (marked_from(0) == table().size()) return;
  Plot plot{};
  plot.pos = pos;
  plot.width = size.x;
  plot.base = pos.y + size.y - ui.px(28);
  double top = 1;
  plot.first = table().at(marked_from(0), date).date;
  for (std::size_t row = marked_from(0); row < table().size(); row = marked_from(row + 1)) {
    top = std::max(top, table().at(row, value).value);
    plot.last = table().at(row, date).date;
  }
  const double first = year_fraction(plot.first), last = year_fraction(plot.last);
  const double margin = std::max((last - first) * 0.06, 0.1);
  const float axis = measure(ui, TextStyle::kTiny, ui.number(top, 0)).x + ui.px(10);
  plot.x = {first, last + margin, pos.x + axis + ui.px(16), pos.x + size.x};
  plot.y = {0, top, plot.base, pos.y + ui.px(34)};
  draw_axes(ui, plot);
  draw_line(ui, plot);
  ImDrawList* list = ImGui::GetWindowDrawList();
  float label_end = -1e9f;
  for (std::size_t row = marked_from(0); row < table().size(); row = marked_from(row + 1)) {
    const ImVec2 at = place(plot, row);
    const float reach = ui.px(12);
    const Press press = mark(ui, row, {at.x - reach, at.y - reach}, {at.x + reach, at.y + reach},
                             row_name(ui, row, date, value));
    if (!press.visible) continue;
    const float radius = press.hovered ? ui.px(6) : ui.px(4.5f);
    list->AddCircleFilled(at, radius + 1.5f, ui.colors().surface);
    list->AddCircleFilled(at, radius, ui.colors().primary);
    const std::string_view figure = table().at(row, value).brief;
    const float wide = measure(ui, TextStyle::kSmallStrong, figure).x;
    const float left = std::clamp(at.x - wide * 0.5f, pos.x, pos.x + size.x - wide);
    if (left > label_end + ui.px(8)) {
      draw_text(ui, list, {left, at.y - ui.px(25)}, TextStyle::kSmallStrong, ui.colors().text,
                figure);
      label_end = left + wide;
    }
    focus_ring(ui, press, reach);
  }
}

}  // namespace tablero
