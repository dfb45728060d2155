#include "geo/bounds.h"

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "base/sort.h"

namespace tablero {

WorldBounds bounds_of(std::span<const WorldPoint> points) {
  WorldBounds bounds;
  if (points.empty()) return bounds;
  List<double> xs;
  xs.reserve(points.size());
  for (const WorldPoint& p : points) {
    xs.push_back(wrap_x(p.x));
    bounds.min.y = xs.size() == 1 ? p.y : std::min(bounds.min.y, p.y);
    bounds.max.y = xs.size() == 1 ? p.y : std::max(bounds.max.y, p.y);
  }
  sort(xs);
  double widest = xs.front() + 1 - xs.back();  // the gap across the antimeridian
  bounds.min.x = xs.front();
  bounds.max.x = xs.back();
  for (std::size_t i = 1; i < xs.size(); ++i) {
    if (xs[i] - xs[i - 1] <= widest) continue;
    widest = xs[i] - xs[i - 1];
    bounds.min.x = xs[i];
    bounds.max.x = xs[i - 1] + 1;
  }
  return bounds;
}

FittedView fit(const WorldBounds& bounds, double view_width, double view_height, double padding,
               double max_zoom) {
  const WorldBounds box = bounds.empty() ? WorldBounds{{0, 0}, {1, 1}} : bounds;
  const double room_x = std::max(1.0, view_width - 2 * padding);
  const double room_y = std::max(1.0, view_height - 2 * padding);
  constexpr double kTileSize = 256, kTiny = 1e-12;
  const double scale =
      std::min(room_x / std::max(box.width(), kTiny), room_y / std::max(box.height(), kTiny));
  const double zoom = std::min(max_zoom, std::log2(scale / kTileSize));
  return {{wrap_x((box.min.x + box.max.x) / 2), (box.min.y + box.max.y) / 2}, zoom};
}

}  // namespace tablero
