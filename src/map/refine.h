// Subdivision of a base map for the globe, where the straight edges of the Mercator map are curved.
#pragma once

#include "map/base_map.h"

namespace tablero {

// The same map with every triangle edge and line segment halved until it spans at most
// `max_degrees` on the sphere. Edges shared by two triangles are divided alike, so that no gap
// opens. Countries keep their indices.
BaseMap refined(const BaseMap& map, double max_degrees);

}  // namespace tablero
