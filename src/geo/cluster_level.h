// One step of the clustering: which of the nodes of a level merge. Used by ClusterIndex::build.
#pragma once

#include <cstdint>
#include <span>

#include "base/list.h"
#include "geo/clusters.h"
#include "geo/radix_sort.h"

namespace tablero {

// The nodes of a level.
struct LevelNodes {
  List<WorldPoint> places;  // x in [0, 1)
  List<double> counts;      // of points inside
  List<ClusterIndex::Node> nodes;

  std::size_t size() const { return nodes.size(); }
  void clear();
  void swap(LevelNodes& other);
  void push_back(const WorldPoint& place, double count, ClusterIndex::Node node);
};

// Groups nodes that are near each other. Keeps its scratch buffers between calls.
//
// A sparse uniform grid: the nodes are sorted into cells whose side is the radius, row by row; only
// occupied cells exist, so dense towns and empty oceans cost the same per node. The neighbors of a
// cell are three runs of the sorted nodes.
class LevelMerger {
 public:
  // Greedy: takes one seed after the other (while there are few nodes, those with more points
  // first, otherwise row by row) and assigns to it all free nodes within `radius` (world units,
  // below 1/3). Calls `group`(span of positions in `nodes`) for each group, its seed first.
  template <class Group>
  void merge(const LevelNodes& nodes, double radius, const Group& group) {
    sort_into_cells(nodes.places, radius);
    find_cells(nodes.places);
    find_neighbours();
    order_seeds(nodes);
    for (const std::uint32_t seed : seeds_) {
      if (taken_[seed] != 0) continue;
      collect(seed, radius);
      group(std::span<const std::uint32_t>(near_));
    }
  }

  // Sorts `places` by square cells of at least `side` (world units): all places of a cell have the
  // same key.
  std::span<const KeyedIndex> sort_into_cells(std::span<const WorldPoint> places, double side);

 private:
  struct Run {
    std::uint32_t begin = 0, end = 0;  // in sorted order
  };
  struct Cell {
    std::uint64_t key;  // row * columns + column
    std::uint64_t column;
    Run around[3];  // own cell and its left and right neighbor, in the rows above, here and below
  };

  void find_cells(std::span<const WorldPoint> places);
  void find_neighbours();
  void order_seeds(const LevelNodes& nodes);
  void collect(std::uint32_t seed, double radius);
  void scan(Run run, const WorldPoint& center, double radius);
  void scan_beyond_edge(const Cell& cell, const WorldPoint& center, double radius);
  Run run_of(std::uint64_t first_key, std::uint64_t last_key) const;

  std::uint64_t columns_ = 1;
  List<KeyedIndex> sorted_, scratch_;  // index into the nodes
  List<WorldPoint> places_;            // in sorted order, as all below
  List<std::uint32_t> cell_of_;
  List<std::uint8_t> taken_;
  List<Cell> cells_;
  List<std::uint32_t> seeds_, near_;
};

}  // namespace tablero
