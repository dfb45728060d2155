// Histogram: how many values fall into each of equal bins with round edges. Missing values are
// counted separately, never silently left out.
#pragma once

#include <span>
#include <string_view>

#include "ui/ui.h"

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

struct Histogram {
  std::string_view id;
  std::string_view name;  // one sentence for screen readers
  const Bins* bins = nullptr;
  std::string_view unit_key;   // plural key of what is counted: "count.projects"
  std::string_view value_key;  // words of a bin's value, with {n}: "project.team"
  float height = 180;          // design pixels
};

// Draws over the remaining width: bars side by side, a hatched bar for missing values at the end.
void draw_histogram(Ui& ui, const Histogram& chart);

}  // namespace tablero
