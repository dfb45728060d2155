// Rectangles on the Mercator world, and the view that shows one.
#pragma once

#include <span>

#include "geo/mercator.h"

namespace tablero {

// min.x <= max.x always; max.x may exceed 1 when the rectangle crosses the antimeridian.
struct WorldBounds {
  WorldPoint min{1, 1}, max{0, 0};
  bool empty() const { return min.x > max.x || min.y > max.y; }
  double width() const { return max.x - min.x; }
  double height() const { return max.y - min.y; }
};

// The smallest rectangle around `points`, the short way round the world (it excludes the widest gap
// between longitudes). Empty for no points.
WorldBounds bounds_of(std::span<const WorldPoint> points);

struct FittedView {
  WorldPoint center;
  double zoom = 0;  // world width = 256 * 2^zoom CSS pixels
};

// The closest view of `view_width` x `view_height` CSS pixels that shows `bounds` with `padding`
// pixels free on each side; zoom at most `max_zoom` (a single point gives `max_zoom`). Empty bounds
// give the whole world.
FittedView fit(const WorldBounds& bounds, double view_width, double view_height, double padding,
               double max_zoom);

}  // namespace tablero
