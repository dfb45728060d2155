// Orthographic projection of the sphere (Snyder 1987, "Map Projections: A Working Manual", eqs.
// 20-3 to 20-19), on a globe of radius 1.
#pragma once

#include "geo/mercator.h"

namespace tablero {

// x to the right, y up (towards the north pole of the view), z towards the viewer; length 1.
struct GlobePoint {
  double x = 0, y = 0, z = 1;
};

// `p` as seen with `center` in the middle of the disc. z < 0: on the far side, not visible.
GlobePoint to_globe(const LonLat& p, const LonLat& center);

// Inverse projection: the visible place at (x, y) of the disc. False outside the disc (x^2 + y^2 >
// 1); `out` is then untouched.
bool from_globe(double x, double y, const LonLat& center, LonLat* out);

}  // namespace tablero
