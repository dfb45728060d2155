#include "map/picking.h"

#include <algorithm>
#include <cmath>

#include "base/list.h"

namespace tablero {

namespace {

// Keeps the best candidate: nearest center, at equal distance the one drawn last.
class Nearest {
 public:
  Nearest(const MapPoints& points, double slop) : marks_(points.marks()), slop_(slop) {}

  void offer(std::size_t index, double distance) {
    if (distance > marks_[index].radius + slop_) return;
    const auto i = static_cast<int>(index);
    if (best_ >= 0 && (distance > distance_ || (distance == distance_ && i < best_))) return;
    best_ = i;
    distance_ = distance;
  }

  int best() const { return best_; }

 private:
  std::span<const Mark> marks_;
  double slop_;
  int best_ = -1;
  double distance_ = 0;
};

int pick_on_globe(const MapPoints& points, const Camera& camera, const ScreenPoint& s,
                  double slop) {
  Nearest nearest(points, slop);
  const std::span<const Mark> marks = points.marks();
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!camera.on_near_side(to_lon_lat(marks[i].position))) continue;
    const ScreenPoint p = camera.to_screen(marks[i].position);
    nearest.offer(i, std::hypot(p.x - s.x, p.y - s.y));
  }
  return nearest.best();
}

}  // namespace

int pick_mark(const MapPoints& points, const Camera& camera, const ScreenPoint& s, double slop) {
  if (camera.morph() > 0) return pick_on_globe(points, camera, s, slop);
  Nearest nearest(points, slop);
  const double world = camera.world_size();
  const double reach = std::min(0.5, (static_cast<double>(points.largest_radius()) + slop) / world);
  points.mark_index().within(camera.world_at(s), reach, [&](std::uint32_t i, double d2) {
    nearest.offer(i, std::sqrt(d2) * world);
  });
  return nearest.best();
}

void marks_in_rect(const MapPoints& points, const Camera& camera, const ScreenPoint& a,
                   const ScreenPoint& b, List<int>* out) {
  const double x0 = std::min(a.x, b.x), x1 = std::max(a.x, b.x);
  const double y0 = std::min(a.y, b.y), y1 = std::max(a.y, b.y);
  const std::span<const Mark> marks = points.marks();
  const double world = camera.world_size();
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!camera.on_near_side(to_lon_lat(marks[i].position))) continue;
    ScreenPoint p = camera.to_screen(marks[i].position);
    // Tests every visible copy of the world, not only the one nearest to the center.
    if (camera.morph() == 0) p.x -= world * std::floor((p.x - x0) / world);
    if (p.x >= x0 && p.x <= x1 && p.y >= y0 && p.y <= y1) out->push_back(static_cast<int>(i));
  }
}

}  // namespace tablero
