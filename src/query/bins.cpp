#include "query/bins.h"

#include <algorithm>
#include <cmath>

#include "query/ticks.h"

namespace tablero {

Bins bin_values(std::span<const double> values, int wanted, bool whole) {
  Bins bins;
  double low = 1e300, high = -1e300;
  for (const double v : values) {
    if (std::isnan(v)) continue;
    low = std::min(low, v);
    high = std::max(high, v);
  }
  for (const double v : values) bins.missing += std::isnan(v) ? 1 : 0;
  if (low > high) return bins;
  wanted = std::clamp(wanted, 2, kMaxBins);
  // Bin widths are the round steps of an axis; tries coarser ones until there are few enough bins.
  for (int ticks = std::min(wanted, kMaxTicks - 1); ticks >= 2; --ticks) {
    bins.width = nice_ticks(low, high, ticks).step;
    if (whole) bins.width = std::max(std::ceil(bins.width), 1.0);
    bins.first = std::floor(low / bins.width) * bins.width;
    bins.count = static_cast<int>(std::floor((high - bins.first) / bins.width)) + 1;
    if (bins.count <= wanted) break;
  }
  bins.count = std::min(bins.count, kMaxBins);
  for (const double v : values) {
    if (std::isnan(v)) continue;
    const int bin = static_cast<int>(std::floor((v - bins.first) / bins.width));
    ++bins.values[std::clamp(bin, 0, bins.count - 1)];
  }
  return bins;
}

}  // namespace tablero
