// Classes of a choropleth: where to cut a few values into groups that a reader can tell apart.
#pragma once

#include <span>

#include "base/list.h"

namespace tablero {

// Class i holds the values in [lower[i], lower[i + 1]), the last one all from lower.back() on. Both
// ends that occur in the data are given for a legend: class i runs from low[i] to high[i].
struct ClassBreaks {
  List<double> lower;      // ascending, one per class; may be fewer than asked for
  List<double> low, high;  // smallest and largest value of each class
  int count() const { return static_cast<int>(lower.size()); }
  // Class of VALUE, 0 .. count() - 1; values below the first class belong to it. -1 without classes
  // and for NaN.
  int of(double value) const;
};

// Natural breaks: the cut into at most CLASSES groups with the least sum of squared deviations from
// the groups' means (Fisher 1958, exact, by dynamic programming; what Jenks' method aims at). Equal
// values are never parted. NaN and infinite values are left out. O(classes * n^2) for n different
// values: for a world's countries.
ClassBreaks natural_breaks(std::span<const double> values, int classes);

// Groups of about equal size, for data too skewed for natural breaks. Equal values are never
// parted.
ClassBreaks quantile_breaks(std::span<const double> values, int classes);

}  // namespace tablero
