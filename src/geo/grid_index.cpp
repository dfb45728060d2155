#include "geo/grid_index.h"

#include <algorithm>
#include <cmath>

#include "base/list.h"

namespace tablero {

void GridIndex::clear() {
  columns_ = rows_ = 0;
  starts_.clear();
  order_.clear();
  xs_.clear();
  ys_.clear();
}

void GridIndex::build(std::span<const WorldPoint> points, double cell) {
  clear();
  if (points.empty()) return;
  double y_max = points[0].y;
  y_min_ = points[0].y;
  for (const WorldPoint& p : points) {
    y_min_ = std::min(y_min_, p.y);
    y_max = std::max(y_max, p.y);
  }
  // At most about two cells per point, so that building stays O(points) whatever `cell` is.
  const double height = std::max(y_max - y_min_, 1e-9);
  const double cells = 2.0 * static_cast<double>(points.size()) + 16;
  const double smallest = std::max(std::sqrt(height / cells), 1 / cells);
  const double size =
      std::clamp(std::max(cell, smallest), 1e-9, 1.0);  // y spans a few worlds at most
  columns_ = std::max(1, static_cast<int>(1 / size));
  rows_ = static_cast<int>(height / size) + 1;
  cell_w_ = 1.0 / columns_;
  cell_h_ = size;

  List<std::uint32_t> cell_of(points.size());
  starts_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_) + 1, 0);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const int column = std::min(columns_ - 1, static_cast<int>(wrap_x(points[i].x) / cell_w_));
    const int row = std::min(rows_ - 1, static_cast<int>((points[i].y - y_min_) / cell_h_));
    cell_of[i] = static_cast<std::uint32_t>(row * columns_ + column);
    ++starts_[cell_of[i] + 1];
  }
  for (std::size_t c = 1; c < starts_.size(); ++c) starts_[c] += starts_[c - 1];
  List<std::uint32_t> fill(starts_.begin(), starts_.end() - 1);
  order_.resize(points.size());
  xs_.resize(points.size());
  ys_.resize(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::uint32_t at = fill[cell_of[i]]++;
    order_[at] = static_cast<std::uint32_t>(i);
    xs_[at] = wrap_x(points[i].x);
    ys_[at] = points[i].y;
  }
}

GridIndex::CellSpan GridIndex::cells_of(const WorldPoint& center, double radius) const {
  const auto row_at = [this](double y) {
    return static_cast<int>(std::clamp(std::floor((y - y_min_) / cell_h_), -1.0, rows_ + 0.0));
  };
  CellSpan span{};
  span.row0 = std::max(0, row_at(center.y - radius));
  span.row1 = std::min(rows_ - 1, row_at(center.y + radius));
  const int first = static_cast<int>(std::floor((center.x - radius) / cell_w_));
  const int last = static_cast<int>(std::floor((center.x + radius) / cell_w_));
  span.columns = std::min(columns_, last - first + 1);
  span.column0 = ((first % columns_) + columns_) % columns_;
  return span;
}

std::int64_t GridIndex::nearest(const WorldPoint& center, double radius) const {
  std::int64_t best = -1;
  double best_d2 = 0;
  within(center, radius, [&](std::uint32_t i, double d2) {
    if (best < 0 || d2 < best_d2 || (d2 == best_d2 && i < best)) {
      best = i;
      best_d2 = d2;
    }
  });
  return best;
}

}  // namespace tablero
