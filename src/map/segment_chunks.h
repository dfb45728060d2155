// Groups line segments that are close together into chunks, so that only visible ones are drawn
// (culling).
#pragma once

#include <span>

#include "base/list.h"
#include "map/base_map.h"

namespace tablero {

// Reorders `segments` along a space-filling curve, in pieces that keep consecutive segments
// together, and gives chunks that cover all of them in order.
List<SegmentChunk> chunk_segments(List<MapSegment>* segments);

// Bounds in world units (vertices are relative to the middle of the world). Empty for none.
WorldBounds bounds_of_vertices(std::span<const MapVertex> vertices);

}  // namespace tablero
