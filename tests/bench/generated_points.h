// Points for the measurements of the map (no real data is that large): half of them in 200 towns.
#pragma once

#include <cmath>
#include <cstdint>
#include <random>

#include "base/list.h"
#include "map/map_points.h"

namespace tablero {

inline List<MapPoint> generated_points(std::int64_t count) {
  std::mt19937 random(5);
  std::normal_distribution<double> around(0, 1.5);
  std::uniform_real_distribution<double> unit(0, 1);
  List<MapPoint> points;
  points.reserve(static_cast<std::size_t>(count));
  for (std::int64_t i = 0; i < count; ++i) {
    MapPoint p;
    p.id = static_cast<std::uint32_t>(i + 1);
    if (i % 2 == 0) {
      const double town = std::floor(unit(random) * 200);
      p.lon = std::remainder(std::fmod(town * 77.7, 360) + around(random), 360);
      p.lat = std::fmod(town * 31.3, 110) - 50 + around(random);
    } else {
      p.lon = unit(random) * 360 - 180;
      p.lat = unit(random) * 130 - 60;
    }
    p.value = 1 + std::floor(unit(random) * 20);
    points.push_back(p);
  }
  return points;
}

}  // namespace tablero
