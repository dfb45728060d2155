// Round numbers that divide a range: ticks of an axis, edges of bins.
#pragma once

namespace tablero {

// At most this many ticks on an axis.
inline constexpr int kMaxTicks = 12;

struct Ticks {
  double values[kMaxTicks] = {};
  int count = 0;
  double step = 0;
};

// Round tick values (1, 2, 2.5 or 5 times a power of ten) that cover [`min`, `max`], at most
// `wanted` + 1 of them (2 <= `wanted` < kMaxTicks), ascending. An empty or broken range gives the
// ticks of [0, 1]. After P. Heckbert, "Nice Numbers for Graph Labels", Graphics Gems (1990),
// with 2.5 added.
Ticks nice_ticks(double min, double max, int wanted);

}  // namespace tablero
