// Meridians and parallels as line segments.
#pragma once

#include <vector>

#include "map/base_map.h"

namespace tablero {

struct Graticule {
  std::vector<MapSegment> segments;
  std::vector<SegmentChunk> chunks;
};

// Every 15 degrees; parallels up to 75 degrees, meridians up to 80 (all of them meeting at the
// poles would be a blot). In pieces short enough for the globe.
Graticule make_graticule();

}  // namespace tablero
