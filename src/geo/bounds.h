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

// The smallest rectangle around POINTS, the short way round the world (the widest empty gap of
// longitudes stays outside). Empty for no points.
WorldBounds bounds_of(std::span<const WorldPoint> points);

struct FittedView {
  WorldPoint center;
  double zoom = 0;  // world width = 256 * 2^zoom CSS pixels
};

// The closest view of VIEW_WIDTH x VIEW_HEIGHT CSS pixels that shows BOUNDS with PADDING pixels
// free on each side; zoom at most MAX_ZOOM (a single point gives MAX_ZOOM). Empty bounds give the
// whole world.
FittedView fit(const WorldBounds& bounds, double view_width, double view_height, double padding,
               double max_zoom);

}  // namespace tablero
