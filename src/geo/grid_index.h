// A static spatial index of points on a uniform grid: built in O(n), answers in O(points near by).
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "base/list.h"
#include "geo/mercator.h"

namespace tablero {

// Points are numbered as given. x is taken modulo 1 (the world wraps), y as it is.
class GridIndex {
 public:
  // `cell` is the desired cell size in world units; it is enlarged when the grid would have more
  // than about two cells per point. Copies the coordinates (wrapped). Points must be finite.
  void build(std::span<const WorldPoint> points, double cell);
  void clear();

  std::size_t size() const { return xs_.size(); }

  // Calls `visit`(index, squared distance) for every point within `radius` of `center` (closed
  // disc), the short way round the world. `radius` <= 0.5. In no particular order.
  template <class Visit>
  void within(const WorldPoint& center, double radius, Visit&& visit) const;

  // Index of the nearest point within `radius`, the smaller index at equal distance; -1 if there is
  // none.
  std::int64_t nearest(const WorldPoint& center, double radius) const;

 private:
  struct CellSpan {
    int column0, columns, row0, row1;
  };
  CellSpan cells_of(const WorldPoint& center, double radius) const;

  int columns_ = 0, rows_ = 0;
  double cell_w_ = 1, cell_h_ = 1, y_min_ = 0;
  List<std::uint32_t> starts_;  // rows * columns + 1
  List<std::uint32_t> order_;   // point numbers, by cell
  List<double> xs_, ys_;        // coordinates in the order of order_
};

template <class Visit>
void GridIndex::within(const WorldPoint& center, double radius, Visit&& visit) const {
  if (order_.empty() || !(radius >= 0)) return;
  const double cx = wrap_x(center.x), limit = radius * radius;
  const CellSpan cells = cells_of({cx, center.y}, radius);
  const auto scan = [&](int row, int first, int count) {
    const std::size_t cell = static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                             static_cast<std::size_t>(first);
    const std::uint32_t end = starts_[cell + static_cast<std::size_t>(count)];
    for (std::uint32_t i = starts_[cell]; i < end; ++i) {
      double dx = xs_[i] - cx;
      dx = dx > 0.5 ? dx - 1 : dx < -0.5 ? dx + 1 : dx;
      const double dy = ys_[i] - center.y, d2 = dx * dx + dy * dy;
      if (d2 <= limit) visit(order_[i], d2);
    }
  };
  const int before_edge = std::min(cells.columns, columns_ - cells.column0);
  for (int row = cells.row0; row <= cells.row1; ++row) {
    scan(row, cells.column0, before_edge);
    if (cells.columns > before_edge) scan(row, 0, cells.columns - before_edge);
  }
}

}  // namespace tablero
