#include "charts/time_bars.h"

#include <algorithm>
#include <cmath>

#include "charts/axis.h"
#include "ui/widgets.h"

namespace tablero {
namespace {

int month_number(Date d) { return d.year * 12 + std::max<int>(d.month, 1) - 1; }

struct Plot {
  ImVec2 pos;
  float width, base;
  LinearScale x, y;
};

void draw_axis(Ui& ui, ImDrawList* list, const Plot& p, Date first, Date last) {
  const Palette& c = ui.colors();
  list->AddLine({p.pos.x, p.base + 0.5f}, {p.pos.x + p.width, p.base + 0.5f}, c.outline);
  const TimeTicks ticks =
      time_ticks(first, last, std::max(static_cast<int>(p.width / ui.px(64)), 1));
  LabelLine line(ui.px(10));
  for (int i = 0; i < ticks.count; ++i) {
    const float x = p.x.at(month_number(ticks.dates[i]));
    list->AddLine({x, p.base}, {x, p.base + ui.px(5)}, c.outline);
    Date date = ticks.dates[i];
    if (date.month == 1) date.month = 0;
    const std::string_view text = format_date_short(ui.text, ui.strings, date);
    const float width = measure(ui, TextStyle::kTiny, text).x;
    const float left =
        std::clamp(x - width * 0.5f, p.pos.x, std::max(p.pos.x + p.width - width, p.pos.x));
    if (line.fits(left, width)) {
      draw_text(ui, list, {left, p.base + ui.px(7)}, TextStyle::kTiny, c.muted, text);
    }
  }
}

}  // namespace

int draw_time_bars(Ui& ui, const TimeBars& chart) {
  if (chart.months.empty()) return -1;
  Plot p{};
  p.pos = ImGui::GetCursorScreenPos();
  p.width = ImGui::GetContentRegionAvail().x;
  const float height = ui.px(chart.height);
  p.base = p.pos.y + height - ui.line_height(TextStyle::kTiny) - ui.px(8);
  const Date first = chart.months.front().month, last = chart.months.back().month;
  int top = 1;
  for (const MonthCount& m : chart.months) top = std::max(top, m.count);
  p.x = {static_cast<double>(month_number(first)), static_cast<double>(month_number(last)),
         p.pos.x + ui.px(12), p.pos.x + p.width - ui.px(12)};
  p.y = {0, static_cast<double>(top), p.base, p.pos.y + ui.line_height(TextStyle::kSmallStrong)};
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImGui::PushID(chart.id.data(), chart.id.data() + chart.id.size());
  ui.sem.push(ui_id("chart"), Role::kImage, chart.name, {p.pos.x, p.pos.y, p.width, height});
  draw_axis(ui, list, p, first, last);
  const double months = std::max(p.x.max - p.x.min, 1.0);
  const float bar =
      std::clamp((p.x.to - p.x.from) / static_cast<float>(months) - 2, ui.px(3), ui.px(20));
  LabelLine labels(ui.px(4));
  int pressed = -1;
  for (std::size_t i = 0; i < chart.months.size(); ++i) {
    const MonthCount& m = chart.months[i];
    const float x = p.x.at(month_number(m.month));
    const std::string_view name = ui.text.join(
        {format_date(ui.text, ui.strings, m.month), ": ", ui.count(chart.count_key, m.count)});
    ImGui::PushID(month_number(m.month));
    const float half = bar * 0.5f + 1;
    const Press press =
        pressable_at(ui, "month", {x - half, p.pos.y}, {x + half, p.base}, Role::kButton, name);
    ImGui::PopID();
    if (press.pressed) pressed = static_cast<int>(i);
    if (!press.visible) continue;
    const Color fill =
        press.hovered ? mix(ui.colors().primary, ui.colors().text, 0.2f) : ui.colors().primary;
    const float y_top = p.y.at(m.count), y_live = p.y.at(m.count - m.dimmed);
    list->AddRectFilled({x - bar * 0.5f, y_top}, {x + bar * 0.5f, p.base},
                        mix(fill, ui.colors().background, 0.75f), ui.px(2));
    if (m.count > m.dimmed) {
      list->AddRectFilled({x - bar * 0.5f, y_live}, {x + bar * 0.5f, p.base}, fill, ui.px(2));
    }
    const std::string_view figure = ui.number(m.count, 0);
    const float width = measure(ui, TextStyle::kTiny, figure).x;
    if (labels.fits(x - width * 0.5f, width)) {
      draw_text(ui, list, {x - width * 0.5f, y_top - ui.font_size(TextStyle::kTiny) * 1.3f},
                TextStyle::kTiny, ui.colors().muted, figure);
    }
    focus_ring(ui, press, ui.px(3));
    if (press.hovered) tooltip(ui, name);
  }
  ui.sem.pop();
  ImGui::PopID();
  ImGui::Dummy({p.width, height});
  return pressed;
}

}  // namespace tablero
