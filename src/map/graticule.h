// Meridians and parallels as line segments.
#pragma once

#include "base/list.h"
#include "map/base_map.h"

namespace tablero {

struct Graticule {
  List<MapSegment> segments;
  List<SegmentChunk> chunks;
};

// Every 15 degrees; parallels up to 75 degrees, meridians up to 80 (all of them meeting at the
// poles would be a blot). In pieces short enough for the globe.
Graticule make_graticule();

}  // namespace tablero
