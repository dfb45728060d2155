#include "geo/clusters.h"

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "geo/cluster_level.h"

namespace tablero {

namespace {
constexpr double kTileSize = 256;      // CSS pixels of the world at level 0
constexpr double kSameSpot = 0x1p-30;  // of the world: 4 cm
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
  sum_up();
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
  WorldPoint weighted{0, 0}, plain{0, 0};
  double reference = 0, sum = 0;
  cluster->count = 0;
  cluster->lead_weight = -1;
  Node first = kNone;  // that is not empty
  for (std::uint32_t k = 0; k < cluster->child_count; ++k) {
    const Node child = children_[cluster->child_begin + k];
    WorldPoint p;
    double w, lead_weight;
    std::uint32_t n = 1, lead = child;
    if (is_point(child)) {
      p = leaves_[child].position;
      w = lead_weight = leaves_[child].weight;
      if (w < 0) continue;
    } else {
      const Cluster& inner = clusters_[child - points_];
      if (inner.count == 0) continue;
      p = inner.position;
      w = inner.weight;
      n = inner.count;
      lead = inner.lead;
      lead_weight = inner.lead_weight;
    }
    if (first == kNone) {
      first = child;
      reference = p.x;
    }
    const double x = nearest_x(p.x, reference);
    weighted = {weighted.x + w * x, weighted.y + w * p.y};
    plain = {plain.x + n * x, plain.y + n * p.y};
    sum += w;
    cluster->count += n;
    if (lead_weight > cluster->lead_weight ||
        (lead_weight == cluster->lead_weight && lead < cluster->lead)) {
      cluster->lead = lead;
      cluster->lead_weight = lead_weight;
    }
  }
  cluster->weight = sum;
  const std::uint32_t count = cluster->count;
  // What all of it is in one child is that child.
  const bool is_one = count > 0 && count == this->count(first);
  cluster->shown_as = count == 0 ? kNone : is_one ? shown_as(first) : number;
  if (count == 0) return;
  const WorldPoint mean = sum > 0 ? weighted : plain;
  const double share = sum > 0 ? sum : static_cast<double>(count);
  cluster->position = is_one ? position(first) : WorldPoint{wrap_x(mean.x / share), mean.y / share};
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
  return is_point(node) ? leaves_[node].position : clusters_[node - points_].position;
}

double ClusterIndex::weight(Node node) const {
  return is_point(node) ? leaves_[node].weight : clusters_[node - points_].weight;
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
