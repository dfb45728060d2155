// Scales and ticks.
#pragma once

#include <cstddef>

#include "data/figure.h"

namespace tablero {

// At most this many ticks on an axis.
inline constexpr int kMaxTicks = 12;

struct Ticks {
  double values[kMaxTicks] = {};
  int count = 0;
  double step = 0;
};

// Round tick values (1, 2, 2.5 or 5 times a power of ten) that cover [MIN, MAX], at most WANTED + 1
// of them (2 <= WANTED < kMaxTicks), ascending. An empty or broken range gives the ticks of [0, 1].
// After P. Heckbert, "Nice Numbers for Graph Labels", Graphics Gems (1990), with 2.5 added.
Ticks nice_ticks(double min, double max, int wanted);

struct TimeTicks {
  Date dates[kMaxTicks] = {};
  int count = 0;
  int months = 12;  // distance of two ticks: 1, 3, 6, 12 or whole years
};

// Dates that divide [FIRST, LAST] at the starts of months, quarters, half-years or years, the
// finest step that gives at most WANTED of them (1 <= WANTED <= kMaxTicks), ascending. FIRST is
// moved back to the start of its own month, so the first year is always named.
TimeTicks time_ticks(Date first, Date last, int wanted);

// Keeps labels of one line apart: fits() is true, and remembers the label, when it starts at least
// GAP after the end of the last one that fitted. All in CSS pixels; labels come from left to right.
class LabelLine {
 public:
  explicit LabelLine(float gap) : gap_(gap) {}
  bool fits(float left, float width) {
    if (left < end_ + gap_) return false;
    end_ = left + width;
    return true;
  }

 private:
  float gap_, end_ = -1e9f;
};

// A straight map from data to pixels. A range of zero width maps to the middle.
struct LinearScale {
  double min = 0, max = 1;
  float from = 0, to = 1;  // CSS pixels

  float at(double value) const {
    if (!(max > min)) return (from + to) * 0.5f;
    return from + static_cast<float>((value - min) / (max - min)) * (to - from);
  }
};

// Whole years from the date: 2024-07-01 is 2024.5 or so; for time axes.
double year_fraction(Date date);

}  // namespace tablero
