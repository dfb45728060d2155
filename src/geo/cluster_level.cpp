#include "geo/cluster_level.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/sort.h"

namespace tablero {

namespace {
constexpr std::size_t kSortedSeeds =
    8192;  // above, sorting seeds by weight costs more than it gains
}

void LevelNodes::clear() {
  places.clear();
  counts.clear();
  nodes.clear();
}

void LevelNodes::swap(LevelNodes& other) {
  places.swap(other.places);
  counts.swap(other.counts);
  nodes.swap(other.nodes);
}

void LevelNodes::push_back(const WorldPoint& place, double count, ClusterIndex::Node node) {
  places.push_back(place);
  counts.push_back(count);
  nodes.push_back(node);
}

std::span<const KeyedIndex> LevelMerger::sort_into_cells(std::span<const WorldPoint> places,
                                                         double side) {
  const auto columns = std::max<std::int64_t>(1, static_cast<std::int64_t>(1 / side));
  columns_ = static_cast<std::uint64_t>(columns);
  const auto per_world = static_cast<double>(columns);
  constexpr double kYOffset = 1;  // places may lie a little outside of [0, 1]
  sorted_.resize(places.size());
  KeyedIndex* const keys = sorted_.data();
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    const WorldPoint& p = places[i];
    const auto column = std::min(columns - 1, static_cast<std::int64_t>(p.x * per_world));
    const auto row = static_cast<std::int64_t>(std::clamp(p.y + kYOffset, 0.0, 3.0) * per_world);
    keys[i] = {static_cast<std::uint64_t>(row * columns + column), i};
  }
  radix_sort(&sorted_, &scratch_);
  return sorted_;
}

void LevelMerger::find_cells(std::span<const WorldPoint> places) {
  places_.resize(places.size());
  cell_of_.resize(places.size());
  taken_.assign(places.size(), 0);
  cells_.clear();
  std::uint64_t last = 0;
  for (std::uint32_t k = 0; k < places.size(); ++k) {
    const KeyedIndex& item = sorted_[k];
    places_[k] = places[item.index];
    if (k == 0 || item.key != last) cells_.push_back({item.key, item.key % columns_, {}});
    last = item.key;
    cell_of_[k] = static_cast<std::uint32_t>(cells_.size() - 1);
  }
}

// Finds the runs around each cell with three pairs of indices that only move forward through the
// sorted nodes (a sweep, O(n)).
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

void LevelMerger::order_seeds(const LevelNodes& nodes) {
  seeds_.resize(sorted_.size());
  std::iota(seeds_.begin(), seeds_.end(), 0u);
  if (nodes.size() > kSortedSeeds) return;
  sort(seeds_, [&](std::uint32_t a, std::uint32_t b) {
    const std::uint32_t i = sorted_[a].index, k = sorted_[b].index;
    return nodes.counts[i] != nodes.counts[k] ? nodes.counts[i] > nodes.counts[k]
                                              : nodes.nodes[i] < nodes.nodes[k];
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

// The first and the last column of the world are neighbors.
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
