#include "charts/axis.h"

#include <algorithm>
#include <cmath>

namespace tablero {

TimeTicks time_ticks(Date first, Date last, int wanted) {
  wanted = std::clamp(wanted, 1, kMaxTicks);
  const int from = first.year * 12 + std::max<int>(first.month, 1) - 1;
  const int to = std::max(last.year * 12 + std::max<int>(last.month, 1) - 1, from);
  constexpr int kSteps[] = {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 12000};
  TimeTicks ticks;
  for (const int step : kSteps) {
    ticks.months = step;
    const int start = (from + step - 1) / step * step;
    if (start > to ? true : (to - start) / step + 1 <= wanted) break;
  }
  const int start = (from + ticks.months - 1) / ticks.months * ticks.months;
  for (int m = start; m <= to && ticks.count < wanted; m += ticks.months) {
    ticks.dates[ticks.count++] = {static_cast<std::int16_t>(m / 12),
                                  static_cast<std::int8_t>(m % 12 + 1), 0};
  }
  if (ticks.count == 0)
    ticks.dates[ticks.count++] = {static_cast<std::int16_t>(from / 12),
                                  static_cast<std::int8_t>(from % 12 + 1), 0};
  return ticks;
}

double year_fraction(Date date) {
  const Date start{date.year, 1, 1};
  const Date next{static_cast<std::int16_t>(date.year + 1), 1, 1};
  const auto days = static_cast<double>(days_from_epoch(date) - days_from_epoch(start));
  return date.year + days / static_cast<double>(days_from_epoch(next) - days_from_epoch(start));
}

}  // namespace tablero
