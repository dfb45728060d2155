// A histogram over months: one thin bar per month that has something, on a time axis.
#pragma once

#include <span>

#include "data/figure.h"
#include "ui/ui.h"

namespace tablero {

struct MonthCount {
  Date month;      // day 0
  int count = 0;   // > 0
  int dimmed = 0;  // of them, how many a filter hides: drawn pale
};

struct TimeBars {
  std::string_view id;
  std::string_view name;               // one sentence for screen readers
  std::string_view count_key;          // plural key of what is counted: "count.events"
  std::span<const MonthCount> months;  // ascending
  float height = 120;                  // design pixels
};

// Draws over the remaining width; returns the index of the month that was pressed, or -1.
int draw_time_bars(Ui& ui, const TimeBars& chart);

}  // namespace tablero
