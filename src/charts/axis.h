// Scales, and the ticks of time axes.
#pragma once

#include <cstddef>

#include "data/figure.h"
#include "query/ticks.h"

namespace tablero {

struct TimeTicks {
  Date dates[kMaxTicks] = {};
  int count = 0;
  int months = 12;  // distance of two ticks: 1, 3, 6, 12 or whole years
};

// Dates that divide [`first`, `last`] at the starts of months, quarters, half-years or years, the
// finest step that gives at most `wanted` of them (1 <= `wanted` <= kMaxTicks), ascending. `first`
// is moved back to the start of its own month, so the first year is always named.
TimeTicks time_ticks(Date first, Date last, int wanted);

// Collision detection for labels on one line: fits() is true, and remembers the label, when it
// starts at least `gap` after the end of the last one that fitted. All in CSS pixels; labels are
// offered from left to right.
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

// A linear map from data to pixels. A range of zero width maps to the middle.
struct LinearScale {
  double min = 0, max = 1;
  float from = 0, to = 1;  // CSS pixels

  float at(double value) const {
    if (!(max > min)) return (from + to) * 0.5f;
    return from + static_cast<float>((value - min) / (max - min)) * (to - from);
  }
};

// The date as a number of years, for time axes: 2024-07-01 is about 2024.5.
double year_fraction(Date date);

}  // namespace tablero
