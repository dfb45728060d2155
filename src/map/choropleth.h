// Classification for a choropleth: where to cut the values into a few groups that a reader can tell
// apart.
#pragma once

#include <span>

#include "base/list.h"

namespace tablero {

// Class i holds the values in [lower[i], lower[i + 1]), the last one all from lower.back() on. For
// a legend, low[i] and high[i] are the smallest and largest values that occur in class i.
struct ClassBreaks {
  List<double> lower;      // ascending, one per class; may be fewer than asked for
  List<double> low, high;  // smallest and largest value of each class
  int count() const { return static_cast<int>(lower.size()); }
  // Class of `value`, 0 .. count() - 1; values below the first class belong to it. -1 without
  // classes and for NaN.
  int of(double value) const;
};

// Natural breaks (Fisher-Jenks): the cut into at most `classes` groups with the least sum of
// squared deviations from the groups' means (Fisher 1958, exact, by dynamic programming). Equal
// values are never separated. NaN and infinite values are left out. O(classes * n^2) for n
// different values: fast enough for the countries of the world.
ClassBreaks natural_breaks(std::span<const double> values, int classes);

// Quantile classes: groups of about equal size, for data too skewed for natural breaks. Equal
// values are never separated.
ClassBreaks quantile_breaks(std::span<const double> values, int classes);

}  // namespace tablero
