// Hit testing: the marks under the pointer or inside a rectangle.
#pragma once

#include "base/list.h"
#include "map/camera.h"
#include "map/map_points.h"

namespace tablero {

// Index into points.marks() of the mark under `s`, -1 if there is none. A mark is hit within its
// radius + `slop` CSS pixels (mouse about 4, touch about 14); of several the one whose center is
// nearest wins, at equal distance the one drawn last (on top). Nothing on the far side of the globe
// is hit. Density has no marks to hit.
int pick_mark(const MapPoints& points, const Camera& camera, const ScreenPoint& s, double slop);

// Indices of the marks whose centers lie in the rectangle between `a` and `b` (any two corners), in
// drawing order.
void marks_in_rect(const MapPoints& points, const Camera& camera, const ScreenPoint& a,
                   const ScreenPoint& b, List<int>* out);

}  // namespace tablero
