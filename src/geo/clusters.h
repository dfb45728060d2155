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
  // Levels 0..max_level are clustered (-1: none). Above, every point stands alone, except points at
  // exactly the same position, which no zoom can separate.
  int max_level = 11;
  bool is_shallow = false;  // true: the levels above are not needed. Then the points of each cell
                            // of a fine grid are joined first: faster for many points
  double radius_px = 34;    // points nearer than this (at world width 256 * 2^level px) merge
};

struct LevelNodes;  // cluster_level.h

// Nodes 0..n-1 are the points themselves (with `is_shallow` in an order of the index's own; lead()
// maps a node to its point); larger numbers are clusters.
//
// The grouping depends on the positions alone. Which points are excluded, and the weights of the
// others, can change at any time without regrouping, so that a filter never moves a point from one
// cluster to another.
class ClusterIndex {
 public:
  using Node = std::uint32_t;
  static constexpr Node kNone = std::numeric_limits<Node>::max();

  // Groups points; weigh() must follow. About O(n) per level. Deterministic. Places must be finite,
  // x in [0, 1).
  void build(std::span<const WorldPoint> places, const ClusterOptions& options = {});
  // Sets the weight of each point to `weight_of`(number of the point); clusters add them up. A
  // negative weight excludes the point. O(n).
  template <class WeightOf>
  void weigh(const WeightOf& weight_of) {
    for (std::size_t k = 0; k < points_; ++k) leaves_[k].weight = weight_of(point_of_[k]);
    sum_up();
  }

  int max_level() const { return options_.max_level; }
  std::size_t point_count() const { return points_; }

  // The nodes of `level` (clamped to 0..max_level + 1), before exclusion. Together they contain
  // every point exactly once.
  std::span<const Node> at(int level) const;
  // What to show in place of a node: the node itself, its only non-empty child (recursively), or
  // kNone when all its points are excluded. A lone member is shown as itself.
  Node shown_as(Node node) const;

  bool is_point(Node node) const { return node < points_; }
  // The following functions cover only the points that are not excluded; for an empty node only
  // count() may be called. Weighted mean of the members (plain mean when all weights are 0).
  WorldPoint position(Node node) const;
  // Sum of the members' weights.
  double weight(Node node) const;
  // Number of points inside.
  std::uint32_t count(Node node) const;
  // The cluster, one or more levels up, that contains it; kNone at the top.
  Node parent(Node node) const;

  // The heaviest member (of equals the first in input order).
  std::uint32_t lead(Node node) const;
  // Points and clusters together: nodes are 0 .. node_count() - 1.
  std::size_t node_count() const { return points_ + clusters_.size(); }

  // Appends the numbers of the points inside.
  void members(Node node, List<std::uint32_t>* out) const;

  // The level from which `node` is no longer shown because it splits: the first level at which its
  // members are separate, at most max_level + 1. For a point: max_level + 1.
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
