// A base map with shorter edges, for the globe: what is straight on the Mercator map is curved
// there.
#pragma once

#include "map/base_map.h"

namespace tablero {

// The same map with every edge of a triangle and every line segment halved until it spans at most
// MAX_DEGREES of the sphere. Edges shared by two triangles are divided alike: no gap opens.
// Countries keep their numbers.
BaseMap refined(const BaseMap& map, double max_degrees);

}  // namespace tablero
