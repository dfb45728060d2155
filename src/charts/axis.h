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

// Round tick values (1, 2, 2.5 or 5 times a power of ten) that cover [MIN, MAX], at most WANTED + 1 of
// them (2 <= WANTED < kMaxTicks), ascending. An empty or broken range gives the ticks of [0, 1].
// After P. Heckbert, "Nice Numbers for Graph Labels", Graphics Gems (1990), with 2.5 added.
Ticks nice_ticks(double min, double max, int wanted);

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
