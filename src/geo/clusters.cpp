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
    nodes.push_back({{wrap_x(points[i].position.x), points[i].position.y},
                     points[i].weight,
                     static_cast<Node>(i)});
  }
  LevelMerger merger;
  keep_list(nodes);
  List<Node> children;
  const bool spots = options_.join_spots && options_.max_level >= 0;
  const int top = options_.max_level + (spots ? 1 : 0);
  for (int level = top; level >= 0; --level) {
    merged.clear();
    const double radius = level > options_.max_level
                              ? kSameSpot
                              : std::min(0.3, options_.radius_px / (kTileSize * std::exp2(level)));
    merger.merge(nodes, radius, [&](std::span<const std::uint32_t> group) {
      if (group.size() == 1) {
        merged.push_back(nodes[group[0]]);
        return;
      }
      children.clear();
      for (const std::uint32_t i : group) children.push_back(nodes[i].node);
      const Node made = add_cluster(children, level);
      merged.push_back({position(made), weight(made), made});
    });
    if (merged.size() != nodes.size()) {
      nodes.swap(merged);
      keep_list(nodes);
    }
    list_of_level_[static_cast<std::size_t>(level)] = lists_.size() - 1;
  }
}

void ClusterIndex::keep_list(std::span<const LevelNode> nodes) {
  List<Node>& list = lists_.emplace_back();
  list.reserve(nodes.size());
  for (const LevelNode& node : nodes) list.push_back(node.node);
}

ClusterIndex::Node ClusterIndex::add_cluster(std::span<const Node> children, int level) {
  const Node number = static_cast<Node>(points_ + clusters_.size());
  Cluster cluster{{0, 0},
                  0,
                  0,
                  lead(children[0]),
                  static_cast<std::uint32_t>(children_.size()),
                  static_cast<std::uint32_t>(children.size()),
                  level};
  const double reference = position(children[0]).x;
  WorldPoint weighted{0, 0}, plain{0, 0};
  for (const Node child : children) {
    const WorldPoint p = position(child);
    const double x = nearest_x(p.x, reference), w = weight(child), n = count(child);
    weighted = {weighted.x + w * x, weighted.y + w * p.y};
    plain = {plain.x + n * x, plain.y + n * p.y};
    cluster.weight += w;
    cluster.count += count(child);
    const std::uint32_t first = lead(child);
    const double gain = leaves_[first].weight - leaves_[cluster.lead].weight;
    if (gain > 0 || (gain == 0 && first < cluster.lead)) cluster.lead = first;
    parents_[child] = number;
    children_.push_back(child);
  }
  const double share = cluster.weight > 0 ? cluster.weight : static_cast<double>(cluster.count);
  const WorldPoint sum = cluster.weight > 0 ? weighted : plain;
  cluster.position = {wrap_x(sum.x / share), sum.y / share};
  clusters_.push_back(cluster);
  parents_.push_back(kNone);
  return number;
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
  return is_point(node) ? 1 : clusters_[node - points_].count;
}

ClusterIndex::Node ClusterIndex::parent(Node node) const { return parents_[node]; }

void ClusterIndex::members(Node node, List<std::uint32_t>* out) const {
  List<Node> waiting{node};
  while (!waiting.empty()) {
    const Node top = waiting.back();
    waiting.pop_back();
    if (is_point(top)) {
      out->push_back(top);
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
