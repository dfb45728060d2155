// Sums of many weighted points over small cells, and where the density drawn from them peaks. No
// GL.
#pragma once

#include <span>

#include "base/list.h"
#include "geo/mercator.h"

namespace tablero {

// Radius of the bell that each splat adds, CSS pixels; density_splat.frag has its shape.
inline constexpr double kDensityReach = 26;

struct DensityBin {
  WorldPoint position;  // mean of its points, by weight
  double value = 0;     // their sum, > 0
};

// One bin for each occupied square cell of side CELL (world units). Values <= 0 are left out.
List<DensityBin> bin_points(std::span<const WorldPoint> positions, std::span<const double> values,
                            double cell);

// The largest value, over the heaviest bins, of the sum of value * (1 - (distance / reach)^2)^2 of
// all bins around: what the GPU adds up at that place when the bell's radius is REACH world units.
// At least a tiny positive number.
double density_peak(std::span<const DensityBin> bins, double reach);

}  // namespace tablero
