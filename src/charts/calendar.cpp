#include "charts/calendar.h"

#include <algorithm>

#include "data/date.h"

namespace tablero {
namespace {

float cell_height(const Ui& ui, float width) {
  const float touch = ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : 0;
  return std::max({std::min(width / 7, ui.px(44)), ui.px(26), touch});
}

}  // namespace

ImVec2 Calendar::measure_chart(Ui& ui, float width) {
  const int weeks = (lead() + days_in_month(month().year, month().month) + 6) / 7;
  return {width, ui.line_height(TextStyle::kStrong) + ui.line_height(TextStyle::kTiny) + ui.px(8) +
                     cell_height(ui, width) * static_cast<float>(weeks)};
}

void Calendar::draw_day(Ui& ui, std::size_t row, ImVec2 min, ImVec2 max) {
  const Palette& c = ui.colors();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Press press = mark(ui, row, min, max, row_name(ui, row, day, value));
  const Color fill = press.hovered ? mix(c.primary, c.text, 0.15f) : c.primary;
  list->AddRectFilled(min + ImVec2(2, 2), max - ImVec2(2, 2), fill, ui.px(6));
  // More than one event in a day: as many dots.
  const int dots = static_cast<int>(std::min(table().at(row, value).value, 3.0));
  for (int i = 0; i < dots && dots > 1; ++i) {
    const float off = static_cast<float>(i) - static_cast<float>(dots - 1) * 0.5f;
    list->AddCircleFilled({(min.x + max.x) * 0.5f + ui.px(6) * off, max.y - ui.px(7)}, ui.px(1.8f),
                          c.accent);
  }
  focus_ring(ui, press, ui.px(6));
}

void Calendar::draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) {
  const Palette& c = ui.colors();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float cell_w = size.x / 7, cell_h = cell_height(ui, size.x);
  draw_text_cut(ui, list, pos, TextStyle::kStrong, c.text, table().head().title, size.x);
  const float names_y = pos.y + ui.line_height(TextStyle::kStrong);
  for (int d = 0; d < 7; ++d) {
    const std::string_view name = ui.t(ui.text.join({"weekday.", ui.text.number(d + 1)}));
    const float x = pos.x + cell_w * static_cast<float>(d);
    draw_text_cut(ui, list, {x + (cell_w - measure(ui, TextStyle::kTiny, name).x) * 0.5f, names_y},
                  TextStyle::kTiny, c.muted, name, cell_w);
  }
  const float grid_y = names_y + ui.line_height(TextStyle::kTiny) + ui.px(4);
  std::size_t row = 0;
  for (int number = 1; number <= days_in_month(month().year, month().month); ++number) {
    const int slot = lead() + number - 1, week = slot / 7;
    const ImVec2 min(pos.x + cell_w * static_cast<float>(slot - week * 7),
                     grid_y + cell_h * static_cast<float>(week));
    const ImVec2 max = min + ImVec2(cell_w, cell_h);
    const bool filled = row < table().size() && table().at(row, day).date.day == number;
    if (filled) draw_day(ui, row++, min, max);
    const std::string_view text = ui.text.number(number);
    const ImVec2 wide = measure(ui, TextStyle::kSmall, text);
    draw_text(ui, list, (min + max - wide) * 0.5f,
              filled ? TextStyle::kSmallStrong : TextStyle::kSmall, filled ? c.on_primary : c.muted,
              text);
  }
}

}  // namespace tablero
