// Bins weighted points into small cells, and estimates the peak of the kernel density that is drawn
// from them. No GL.
#pragma once

#include <span>

#include "base/list.h"
#include "geo/mercator.h"

namespace tablero {

// Radius of the kernel that each splat adds, CSS pixels; density_splat.frag has its shape.
inline constexpr double kDensityReach = 26;

struct DensityBin {
  WorldPoint position;  // mean of its points, by weight
  double value = 0;     // their sum, > 0
};

// One bin for each occupied square cell of side `cell` (world units). Values <= 0 are left out.
List<DensityBin> bin_points(std::span<const WorldPoint> positions, std::span<const double> values,
                            double cell);

// The largest density at the heaviest bins: the sum of value * (1 - (distance / reach)^2)^2 (a
// quartic kernel) over all bins around, as the GPU adds it up when the kernel's radius is `reach`
// world units. At least a tiny positive number.
double density_peak(std::span<const DensityBin> bins, double reach);

}  // namespace tablero
