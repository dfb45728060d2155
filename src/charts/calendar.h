// A month as a calendar, Monday first; days with events are filled and can be pressed.
#pragma once

#include <array>
#include <string_view>

#include "data/date.h"
#include "ui/ui.h"

namespace tablero {

struct MonthCalendar {
  Date month;                    // day is ignored
  std::array<int, 32> counts{};  // events per day, 1 to 31
};

// Height in CSS pixels when drawn over `width`.
float calendar_height(const Ui& ui, const MonthCalendar& calendar, float width);
// Draws at the cursor over `width`; `count_key` is the plural key of the counted thing. Returns the
// pressed day, or 0.
int draw_calendar(Ui& ui, const MonthCalendar& calendar, std::string_view count_key, float width);

}  // namespace tablero
