// How many values fall into each of equal bins with round edges. Missing values are counted
// separately, never silently left out.
#pragma once

#include <span>

namespace tablero {

inline constexpr int kMaxBins = 40;

struct Bins {
  double first = 0, width = 1;  // bin i holds first + i * width <= value < first + (i + 1) * width
  int count = 0;                // bins
  int values[kMaxBins] = {};    // in each
  int missing = 0;              // NaN
};

// At most `wanted` bins (2 to kMaxBins) with edges at round numbers; the largest value lies in the
// last bin. `whole`: the values are whole numbers, a bin is at least one wide.
Bins bin_values(std::span<const double> values, int wanted, bool whole);

}  // namespace tablero
