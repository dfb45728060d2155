#include "map/density_bins.h"

#include <algorithm>
#include <cstdint>

#include "base/list.h"
#include "base/sort.h"
#include "geo/grid_index.h"
#include "geo/radix_sort.h"

namespace tablero {

namespace {
constexpr std::size_t kPeakCandidates = 2000;  // the peak is near one of the heaviest bins
}

List<DensityBin> bin_points(std::span<const WorldPoint> positions, std::span<const double> values,
                            double cell) {
  List<KeyedIndex> keyed, scratch;
  keyed.reserve(positions.size());
  for (std::uint32_t i = 0; i < positions.size(); ++i) {
    if (!(values[i] > 0)) continue;
    const auto row = static_cast<std::uint64_t>(std::clamp(positions[i].y, 0.0, 1.0) / cell);
    const auto column = static_cast<std::uint64_t>(wrap_x(positions[i].x) / cell);
    keyed.push_back({row << 32 | column, i});
  }
  radix_sort(&keyed, &scratch);
  List<DensityBin> bins;
  for (std::size_t i = 0; i < keyed.size();) {
    DensityBin bin{{0, 0}, 0};
    const std::uint64_t same = keyed[i].key;
    for (; i < keyed.size() && keyed[i].key == same; ++i) {
      const std::uint32_t p = keyed[i].index;
      bin.position.x += positions[p].x * values[p];
      bin.position.y += positions[p].y * values[p];
      bin.value += values[p];
    }
    bin.position = {bin.position.x / bin.value, bin.position.y / bin.value};
    bins.push_back(bin);
  }
  return bins;
}

double density_peak(std::span<const DensityBin> bins, double reach) {
  List<WorldPoint> places;
  List<std::uint32_t> heaviest;
  places.reserve(bins.size());
  for (std::uint32_t i = 0; i < bins.size(); ++i) {
    places.push_back(bins[i].position);
    heaviest.push_back(i);
  }
  const std::size_t tried = std::min(kPeakCandidates, heaviest.size());
  sort(heaviest, [&](std::uint32_t a, std::uint32_t b) { return bins[a].value > bins[b].value; });
  GridIndex grid;
  grid.build(places, reach);
  double peak = 1e-30;
  for (std::size_t k = 0; k < tried; ++k) {
    double sum = 0;
    grid.within(places[heaviest[k]], std::min(reach, 0.5), [&](std::uint32_t i, double d2) {
      const double bell = 1 - d2 / (reach * reach);
      sum += bins[i].value * bell * bell;
    });
    peak = std::max(peak, sum);
  }
  return peak;
}

}  // namespace tablero
