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

namespace tablero {

struct ClusterPoint {
  WorldPoint position;
  double weight = 1;  // what the clusters add up; negative: the point is left out
};

struct ClusterOptions {
  int max_level = 11;  // levels 0..max_level are clustered (-1: none); above, every point is alone
                       // but for those in the very same spot, which no zoom can part
  bool join_spots = true;  // false: those too (when nobody looks at the levels above)
  double radius_px = 34;   // points nearer than this (at world width 256 * 2^level px) merge
};

struct LevelNode;  // cluster_level.h

// Nodes 0..n-1 are the points themselves, larger numbers are clusters.
//
// Which points are near each other depends on their places alone. What is left out, and what the
// others weigh, can change at any time without grouping them anew, so that a filter moves no point
// from one cluster to another.
class ClusterIndex {
 public:
  using Node = std::uint32_t;
  static constexpr Node kNone = std::numeric_limits<Node>::max();

  // About O(n) per level. Deterministic. Positions must be finite.
  void build(std::span<const ClusterPoint> points, const ClusterOptions& options = {});
  // Another weight for a point; once all have theirs, sum_up() brings the clusters up to date.
  // O(n).
  void set_weight(Node point, double weight) { leaves_[leaf_of_[point]].weight = weight; }
  void sum_up();

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
  struct Cluster {
    WorldPoint position;
    double weight, lead_weight;
    std::uint32_t count, lead;
    std::uint32_t child_begin, child_count;  // in children_
    std::uint32_t leaf_begin;                // in leaves_, of those children that are points
    int level;                               // the closest level at which it is shown
    Node shown_as;
  };
  void keep_list(std::span<const LevelNode> nodes);
  LevelNode add_cluster(std::span<const LevelNode> nodes, std::span<const std::uint32_t> group,
                        int level);
  void sum_up(Cluster* cluster, Node number) const;
  WorldPoint plain_mean(const Cluster& cluster, double reference) const;
  void order_leaves();
  const ClusterPoint& leaf(Node point) const { return leaves_[leaf_of_[point]]; }
  bool is_left_out(Node point) const { return leaf(point).weight < 0; }

  ClusterOptions options_;
  std::size_t points_ = 0;
  List<ClusterPoint> leaves_;    // the points, those of a cluster together: summed up in one go
  List<std::uint32_t> leaf_of_;  // [point] -> index into leaves_
  List<Cluster> clusters_;
  List<Node> children_;
  List<Node> parents_;
  List<List<Node>> lists_;           // the different sets of nodes
  List<std::size_t> list_of_level_;  // [level] -> index into lists_
};

}  // namespace tablero
