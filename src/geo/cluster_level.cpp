#include "geo/cluster_level.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/sort.h"

namespace tablero {

namespace {
constexpr std::size_t kSortedSeeds =
    8192;  // above, sorting seeds by weight costs more than it gives
}

void LevelMerger::sort_into_cells(std::span<const LevelNode> nodes, double radius) {
  columns_ = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(1 / radius));
  // Cells have at least the side of the radius.
  const auto per_world = static_cast<double>(columns_);
  constexpr double kYOffset = 1;  // positions may lie a little outside of [0, 1]
  sorted_.resize(nodes.size());
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const WorldPoint& p = nodes[i].position;
    const auto column = std::min(columns_ - 1, static_cast<std::uint64_t>(p.x * per_world));
    const auto row = static_cast<std::uint64_t>(std::clamp(p.y + kYOffset, 0.0, 3.0) * per_world);
    sorted_[i] = {row * columns_ + column, i};
  }
  radix_sort(&sorted_, &scratch_);
  places_.resize(nodes.size());
  cell_of_.resize(nodes.size());
  taken_.assign(nodes.size(), 0);
  cells_.clear();
  for (std::uint32_t k = 0; k < sorted_.size(); ++k) {
    places_[k] = nodes[sorted_[k].index].position;
    if (k == 0 || sorted_[k].key != sorted_[k - 1].key) {
      const auto column = static_cast<std::uint64_t>(places_[k].x * per_world);
      cells_.push_back({sorted_[k].key, std::min(columns_ - 1, column), {}});
    }
    cell_of_[k] = static_cast<std::uint32_t>(cells_.size() - 1);
  }
  find_neighbours();
  order_seeds(nodes);
}

// The runs around each cell: three pairs of ends that only ever move forward through the sorted
// nodes.
void LevelMerger::find_neighbours() {
  std::size_t begin[3] = {0, 0, 0}, end[3] = {0, 0, 0};
  for (Cell& cell : cells_) {
    const std::uint64_t left = cell.column > 0 ? 1 : 0;
    const std::uint64_t right = cell.column + 1 < columns_ ? 1 : 0;
    for (std::uint64_t r = 0; r < 3; ++r) {
      if (r == 0 && cell.key < columns_) continue;  // no row above
      const std::uint64_t same_column = cell.key + r * columns_ - columns_;
      while (begin[r] < sorted_.size() && sorted_[begin[r]].key < same_column - left) ++begin[r];
      end[r] = std::max(end[r], begin[r]);
      while (end[r] < sorted_.size() && sorted_[end[r]].key <= same_column + right) ++end[r];
      cell.around[r] = {static_cast<std::uint32_t>(begin[r]), static_cast<std::uint32_t>(end[r])};
    }
  }
}

void LevelMerger::order_seeds(std::span<const LevelNode> nodes) {
  seeds_.resize(sorted_.size());
  std::iota(seeds_.begin(), seeds_.end(), 0u);
  if (nodes.size() > kSortedSeeds) return;
  sort(seeds_, [&](std::uint32_t a, std::uint32_t b) {
    const LevelNode &m = nodes[sorted_[a].index], &n = nodes[sorted_[b].index];
    return m.count != n.count ? m.count > n.count : m.node < n.node;
  });
}

void LevelMerger::scan(Run run, const WorldPoint& center, double radius) {
  const double limit = radius * radius;
  for (std::uint32_t k = run.begin; k < run.end; ++k) {
    double dx = std::abs(places_[k].x - center.x);
    if (dx > 0.5) dx = 1 - dx;
    const double dy = places_[k].y - center.y;
    if (dx * dx + dy * dy > limit || taken_[k] != 0) continue;
    taken_[k] = 1;
    near_.push_back(sorted_[k].index);
  }
}

LevelMerger::Run LevelMerger::run_of(std::uint64_t first_key, std::uint64_t last_key) const {
  const auto less = [](const KeyedIndex& item, std::uint64_t key) { return item.key < key; };
  const auto begin = std::lower_bound(sorted_.begin(), sorted_.end(), first_key, less);
  const auto end = std::lower_bound(begin, sorted_.end(), last_key + 1, less);
  return {static_cast<std::uint32_t>(begin - sorted_.begin()),
          static_cast<std::uint32_t>(end - sorted_.begin())};
}

// The first and the last column of the world are neighbours.
void LevelMerger::scan_beyond_edge(const Cell& cell, const WorldPoint& center, double radius) {
  if (columns_ < 3 || (cell.column != 0 && cell.column != columns_ - 1)) return;
  const std::uint64_t other = cell.column == 0 ? columns_ - 1 : 0, row = cell.key / columns_;
  for (std::uint64_t r = row > 0 ? row - 1 : 0; r <= row + 1; ++r) {
    scan(run_of(r * columns_ + other, r * columns_ + other), center, radius);
  }
}

void LevelMerger::collect(std::uint32_t seed, double radius) {
  near_.assign(1, sorted_[seed].index);
  taken_[seed] = 1;
  const WorldPoint center = places_[seed];
  const Cell& cell = cells_[cell_of_[seed]];
  for (const Run& run : cell.around) scan(run, center, radius);
  scan_beyond_edge(cell, center, radius);
}

}  // namespace tablero
