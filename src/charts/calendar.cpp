#include "charts/calendar.h"

#include <algorithm>

#include "data/date.h"
#include "ui/widgets.h"

namespace tablero {
namespace {

float cell_height(const Ui& ui, float width) {
  const float touch = ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : 0;
  return std::max({std::min(width / 7, ui.px(44)), ui.px(26), touch});
}

int weeks(const MonthCalendar& calendar) {
  const int lead = weekday({calendar.month.year, calendar.month.month, 1});
  return (lead + days_in_month(calendar.month.year, calendar.month.month) + 6) / 7;
}

}  // namespace

float calendar_height(const Ui& ui, const MonthCalendar& calendar, float width) {
  return ui.line_height(TextStyle::kStrong) + ui.line_height(TextStyle::kTiny) + ui.px(8) +
         cell_height(ui, width) * static_cast<float>(weeks(calendar));
}

int draw_calendar(Ui& ui, const MonthCalendar& calendar, std::string_view count_key, float width) {
  const Palette& c = ui.colors();
  const ImVec2 pos = ImGui::GetCursorScreenPos();
  const float height = calendar_height(ui, calendar, width);
  const float cell_w = width / 7, cell_h = cell_height(ui, width);
  ImDrawList* list = ImGui::GetWindowDrawList();
  Date month = calendar.month;
  month.day = 0;
  const std::string_view title = format_date(ui.text, ui.strings, month);
  ImGui::PushID(month.key());
  ui.sem.push(ui_id("calendar"), Role::kGroup, title, {pos.x, pos.y, width, height});
  draw_text_cut(ui, list, pos, TextStyle::kStrong, c.text, title, width);
  const float names_y = pos.y + ui.line_height(TextStyle::kStrong);
  for (int d = 0; d < 7; ++d) {
    const std::string_view name = ui.t(ui.text.join({"weekday.", ui.text.number(d + 1)}));
    const float x = pos.x + cell_w * static_cast<float>(d);
    draw_text_cut(ui, list, {x + (cell_w - measure(ui, TextStyle::kTiny, name).x) * 0.5f, names_y},
                  TextStyle::kTiny, c.muted, name, cell_w);
  }
  const float grid_y = names_y + ui.line_height(TextStyle::kTiny) + ui.px(4);
  const int lead = weekday({month.year, month.month, 1});
  int pressed = 0;
  for (int day = 1; day <= days_in_month(month.year, month.month); ++day) {
    const int slot = lead + day - 1, week = slot / 7;
    const ImVec2 min(pos.x + cell_w * static_cast<float>(slot - week * 7),
                     grid_y + cell_h * static_cast<float>(week));
    const ImVec2 max = min + ImVec2(cell_w, cell_h);
    const std::string_view text = ui.text.number(day);
    const int count = calendar.counts[static_cast<std::size_t>(day)];
    Color ink = c.muted;
    if (count > 0) {
      Date date = month;
      date.day = static_cast<std::int8_t>(day);
      const std::string_view name =
          ui.text.join({format_date(ui.text, ui.strings, date), ": ", ui.count(count_key, count)});
      ImGui::PushID(day);
      const Press press = pressable_at(ui, "day", min, max, Role::kButton, name);
      ImGui::PopID();
      if (press.pressed) pressed = day;
      const Color fill = press.hovered ? mix(c.primary, c.text, 0.15f) : c.primary;
      ink = c.on_primary;
      list->AddRectFilled(min + ImVec2(2, 2), max - ImVec2(2, 2), fill, ui.px(6));
      // More than one event in a day: as many dots.
      for (int i = 0; i < std::min(count, 3) && count > 1; ++i) {
        list->AddCircleFilled({(min.x + max.x) * 0.5f +
                                   ui.px(6) * (static_cast<float>(i) -
                                               static_cast<float>(std::min(count, 3) - 1) * 0.5f),
                               max.y - ui.px(7)},
                              ui.px(1.8f), c.accent);
      }
      focus_ring(ui, press, ui.px(6));
      if (press.hovered) tooltip(ui, name);
    }
    const ImVec2 size = measure(ui, TextStyle::kSmall, text);
    draw_text(ui, list, (min + max - size) * 0.5f,
              count > 0 ? TextStyle::kSmallStrong : TextStyle::kSmall, ink, text);
  }
  ui.sem.pop();
  ImGui::PopID();
  ImGui::Dummy({width, height});
  return pressed;
}

}  // namespace tablero
