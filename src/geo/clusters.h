// Hierarchical clustering of weighted points for maps: at every zoom level the points fall into
// clusters whose seeds are at least a given number of pixels apart, and a cluster of one level lies
// whole inside one cluster of the level above (greedy agglomeration level by level, the idea of
// Mapbox's supercluster, on a grid).
#pragma once

#include <cstdint>
#include <limits>
#include <span>

#include "base/list.h"
#include "geo/mercator.h"
#include "geo/radix_sort.h"

namespace tablero {

struct ClusterOptions {
  int max_level = 11;  // levels 0..max_level are clustered (-1: none); above, every point is alone
                       // but for those in the very same spot, which no zoom can part
  bool is_shallow = false;  // true: nobody looks at the levels above. Then the points of each cell
                            // of a fine grid are joined before the rest: faster for many points
  double radius_px = 34;    // points nearer than this (at world width 256 * 2^level px) merge
};

struct LevelNodes;  // cluster_level.h

// Nodes 0..n-1 are the points themselves, where is_shallow in an order of the index's own (lead()
// tells which one a node is), larger numbers are clusters.
//
// Which points are near each other depends on their places alone. What is left out, and what the
// others weigh, can change at any time without grouping them anew, so that a filter moves no point
// from one cluster to another.
class ClusterIndex {
 public:
  using Node = std::uint32_t;
  static constexpr Node kNone = std::numeric_limits<Node>::max();

  // Groups points; weigh() must follow. About O(n) per level. Deterministic. Places must be finite,
  // x in [0, 1).
  void build(std::span<const WorldPoint> places, const ClusterOptions& options = {});
  // Takes what WEIGHT_OF(number of a point) says each one weighs, which clusters add up; negative:
  // it is left out. O(n).
  template <class WeightOf>
  void weigh(const WeightOf& weight_of) {
    for (std::size_t k = 0; k < points_; ++k) leaves_[k].weight = weight_of(point_of_[k]);
    sum_up();
  }

  int max_level() const { return options_.max_level; }
  std::size_t point_count() const { return points_; }

  // The nodes of LEVEL (clamped to 0..max_level + 1), before anything is left out. Together they
  // hold every point exactly once.
  std::span<const Node> at(int level) const;
  // What is shown in the place of a node: itself, the only one of its children that is not empty
  // (or of theirs), or kNone when all its points are left out. A lone member is shown as itself.
  Node shown_as(Node node) const;

  bool is_point(Node node) const { return node < points_; }
  // What follows is of the points that are not left out; of a node that is empty, only count().
  // Weighted mean of the members (plain mean when all weigh 0).
  WorldPoint position(Node node) const;
  // Sum of the members' weights.
  double weight(Node node) const;
  // Number of points inside.
  std::uint32_t count(Node node) const;
  // The cluster, one or more levels up, that swallowed it; kNone at the top.
  Node parent(Node node) const;

  // The heaviest member (of equals the first given).
  std::uint32_t lead(Node node) const;
  // Points and clusters together: nodes are 0 .. node_count() - 1.
  std::size_t node_count() const { return points_ + clusters_.size(); }

  // Appends the numbers of the points inside.
  void members(Node node, List<std::uint32_t>* out) const;

  // The level from which NODE is no longer shown because it splits: the first level at which its
  // members stand apart, max_level + 1 at most. For a point: max_level + 1.
  int split_level(Node node) const;

 private:
  struct Leaf {
    WorldPoint position;
    double weight;
  };
  struct Cluster {
    WorldPoint position;
    double weight, lead_weight;
    std::uint32_t count, lead;
    std::uint32_t child_begin, child_count;  // in children_
    int level;                               // the closest level at which it is shown
    Node shown_as;
  };
  class Join;
  void number_points(std::span<const WorldPoint> places, std::span<const KeyedIndex> order);
  LevelNodes first_nodes(std::span<const KeyedIndex> order);
  void keep_list(const LevelNodes& nodes);
  void join(const LevelNodes& nodes, std::span<const std::uint32_t> group, int level,
            LevelNodes* joined);
  void sum_up();
  void sum_up(Cluster* cluster, Node number) const;
  WorldPoint plain_mean(const Cluster& cluster, double reference) const;
  bool is_left_out(Node point) const { return leaves_[point].weight < 0; }

  ClusterOptions options_;
  std::size_t points_ = 0;
  List<Leaf> leaves_;             // the points; is_shallow: near ones together
  List<std::uint32_t> point_of_;  // the number of a leaf's point
  List<Cluster> clusters_;
  List<Node> children_;
  List<Node> parents_;
  List<List<Node>> lists_;           // the different sets of nodes
  List<std::size_t> list_of_level_;  // [level] -> index into lists_
};

}  // namespace tablero
