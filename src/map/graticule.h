// Meridians and parallels as line segments.
#pragma once

#include "base/list.h"
#include "map/base_map.h"

namespace tablero {

struct Graticule {
  List<MapSegment> segments;
  List<SegmentChunk> chunks;
};

// A line every 15 degrees; parallels up to 75 degrees, meridians up to 80 (meeting at the poles
// they would form a blot). In pieces short enough to look curved on the globe.
Graticule make_graticule();

}  // namespace tablero
