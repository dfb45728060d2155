#include "geo/clusters.h"

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "geo/cluster_level.h"

namespace tablero {

namespace {
constexpr double kTileSize = 256;      // CSS pixels of the world at level 0
constexpr double kSameSpot = 0x1p-30;  // of the world: 4 cm

// The world copy of X that is nearest to REFERENCE; seldom another one than X.
double beside(double x, double reference) {
  return std::abs(x - reference) > 0.5 ? nearest_x(x, reference) : x;
}
}  // namespace

void ClusterIndex::build(std::span<const ClusterPoint> points, const ClusterOptions& options) {
  options_ = options;
  points_ = points.size();
  leaves_.assign(points.begin(), points.end());
  clusters_.clear();
  children_.clear();
  parents_.assign(points_, kNone);
  lists_.clear();
  list_of_level_.assign(static_cast<std::size_t>(options_.max_level) + 2, 0);

  List<LevelNode> nodes, merged;
  nodes.reserve(points_);
  for (std::size_t i = 0; i < points_; ++i) {
    nodes.push_back(
        {{wrap_x(points[i].position.x), points[i].position.y}, 1, static_cast<Node>(i)});
  }
  LevelMerger merger;
  keep_list(nodes);
  const bool spots = options_.join_spots && options_.max_level >= 0;
  const int top = options_.max_level + (spots ? 1 : 0);
  for (int level = top; level >= 0; --level) {
    merged.clear();
    const double radius = level > options_.max_level
                              ? kSameSpot
                              : std::min(0.3, options_.radius_px / (kTileSize * std::exp2(level)));
    merger.merge(nodes, radius, [&](std::span<const std::uint32_t> group) {
      merged.push_back(group.size() == 1 ? nodes[group[0]] : add_cluster(nodes, group, level));
    });
    if (merged.size() != nodes.size()) {
      nodes.swap(merged);
      keep_list(nodes);
    }
    list_of_level_[static_cast<std::size_t>(level)] = lists_.size() - 1;
  }
  order_leaves();
  sum_up();
}

void ClusterIndex::order_leaves() {
  leaf_of_.assign(points_, kNone);
  List<ClusterPoint> ordered;
  ordered.reserve(points_);
  const auto add = [&](Node point) {
    leaf_of_[point] = static_cast<std::uint32_t>(ordered.size());
    ordered.push_back(leaves_[point]);
  };
  for (Cluster& cluster : clusters_) {
    cluster.leaf_begin = static_cast<std::uint32_t>(ordered.size());
    for (std::uint32_t k = 0; k < cluster.child_count; ++k) {
      const Node child = children_[cluster.child_begin + k];
      if (is_point(child)) add(child);
    }
  }
  for (Node point = 0; point < points_; ++point) {
    if (leaf_of_[point] == kNone) add(point);
  }
  leaves_.swap(ordered);
}

void ClusterIndex::keep_list(std::span<const LevelNode> nodes) {
  List<Node>& list = lists_.emplace_back();
  list.reserve(nodes.size());
  for (const LevelNode& node : nodes) list.push_back(node.node);
}

// Places and numbers of points alone say where a group lies: what they weigh may change.
LevelNode ClusterIndex::add_cluster(std::span<const LevelNode> nodes,
                                    std::span<const std::uint32_t> group, int level) {
  const Node number = static_cast<Node>(points_ + clusters_.size());
  Cluster& cluster = clusters_.emplace_back();
  cluster.level = level;
  cluster.child_begin = static_cast<std::uint32_t>(children_.size());
  cluster.child_count = static_cast<std::uint32_t>(group.size());
  const double reference = nodes[group[0]].position.x;
  LevelNode made = {{0, 0}, 0, number};
  for (const std::uint32_t i : group) {
    const LevelNode& child = nodes[i];
    made.position.x += child.count * nearest_x(child.position.x, reference);
    made.position.y += child.count * child.position.y;
    made.count += child.count;
    parents_[child.node] = number;
    children_.push_back(child.node);
  }
  parents_.push_back(kNone);
  made.position = {wrap_x(made.position.x / made.count), made.position.y / made.count};
  return made;
}

void ClusterIndex::sum_up() {
  // Children come before their parents.
  for (std::size_t i = 0; i < clusters_.size(); ++i) {
    sum_up(&clusters_[i], static_cast<Node>(points_ + i));
  }
}

void ClusterIndex::sum_up(Cluster* cluster, Node number) const {
  double x = 0, y = 0, sum = 0, reference = 0, most = -1;
  std::uint32_t inside = 0, lead = 0;
  Node first = kNone;  // that is not empty
  const Node* child = children_.data() + cluster->child_begin;
  const Node* const end = child + cluster->child_count;
  const ClusterPoint* leaf = leaves_.data() + cluster->leaf_begin;
  for (; child != end; ++child) {
    WorldPoint p;
    double weight, heaviest;
    std::uint32_t its_lead = *child, its_count = 1;
    if (*child < points_) {
      p = leaf->position;
      weight = heaviest = leaf->weight;
      ++leaf;
      if (weight < 0) continue;
    } else {
      const Cluster& inner = clusters_[*child - points_];
      if (inner.count == 0) continue;
      p = inner.position;
      weight = inner.weight;
      heaviest = inner.lead_weight;
      its_lead = inner.lead;
      its_count = inner.count;
    }
    if (inside == 0) {
      first = *child;
      reference = p.x;
    }
    x += weight * beside(p.x, reference);
    y += weight * p.y;
    sum += weight;
    inside += its_count;
    if (heaviest > most || (heaviest == most && its_lead < lead)) {
      lead = its_lead;
      most = heaviest;
    }
  }
  cluster->weight = sum;
  cluster->count = inside;
  cluster->lead = lead;
  cluster->lead_weight = most;
  if (inside == 0) {
    cluster->shown_as = kNone;
  } else if (count(first) == inside) {
    // What all of it is in one child is that child.
    cluster->shown_as = shown_as(first);
    cluster->position = position(first);
  } else {
    cluster->shown_as = number;
    cluster->position =
        sum > 0 ? WorldPoint{wrap_x(x / sum), y / sum} : plain_mean(*cluster, reference);
  }
}

// Where nothing inside weighs anything.
WorldPoint ClusterIndex::plain_mean(const Cluster& cluster, double reference) const {
  WorldPoint sum{0, 0};
  for (std::uint32_t k = 0; k < cluster.child_count; ++k) {
    const Node child = children_[cluster.child_begin + k];
    if (count(child) == 0) continue;
    sum.x += count(child) * beside(position(child).x, reference);
    sum.y += count(child) * position(child).y;
  }
  return {wrap_x(sum.x / cluster.count), sum.y / cluster.count};
}

ClusterIndex::Node ClusterIndex::shown_as(Node node) const {
  if (!is_point(node)) return clusters_[node - points_].shown_as;
  return is_left_out(node) ? kNone : node;
}

std::span<const ClusterIndex::Node> ClusterIndex::at(int level) const {
  if (lists_.empty()) return {};
  const int clamped = std::clamp(level, 0, options_.max_level + 1);
  return lists_[list_of_level_[static_cast<std::size_t>(clamped)]];
}

WorldPoint ClusterIndex::position(Node node) const {
  return is_point(node) ? leaf(node).position : clusters_[node - points_].position;
}

double ClusterIndex::weight(Node node) const {
  return is_point(node) ? leaf(node).weight : clusters_[node - points_].weight;
}

std::uint32_t ClusterIndex::count(Node node) const {
  if (!is_point(node)) return clusters_[node - points_].count;
  return is_left_out(node) ? 0 : 1;
}

ClusterIndex::Node ClusterIndex::parent(Node node) const { return parents_[node]; }

void ClusterIndex::members(Node node, List<std::uint32_t>* out) const {
  List<Node> waiting{node};
  while (!waiting.empty()) {
    const Node top = waiting.back();
    waiting.pop_back();
    if (is_point(top)) {
      if (!is_left_out(top)) out->push_back(top);
      continue;
    }
    const Cluster& cluster = clusters_[top - points_];
    for (std::uint32_t k = cluster.child_count; k-- > 0;) {
      waiting.push_back(children_[cluster.child_begin + k]);
    }
  }
}

std::uint32_t ClusterIndex::lead(Node node) const {
  return is_point(node) ? node : clusters_[node - points_].lead;
}

int ClusterIndex::split_level(Node node) const {
  return is_point(node) ? options_.max_level + 1 : clusters_[node - points_].level + 1;
}

}  // namespace tablero
