#include "geo/clusters.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "geo/grid_index.h"

namespace tablero {

namespace {
constexpr double kTileSize = 256;  // CSS pixels of the world at level 0
}

void ClusterIndex::build(std::span<const ClusterPoint> points, const ClusterOptions& options) {
  options_ = options;
  points_ = points.size();
  leaves_.assign(points.begin(), points.end());
  clusters_.clear();
  children_.clear();
  parents_.assign(points_, kNone);
  lists_.clear();
  list_of_level_.assign(static_cast<std::size_t>(options_.max_level) + 2, 0);

  std::vector<Node> nodes(points_);
  std::iota(nodes.begin(), nodes.end(), Node{0});
  lists_.push_back(std::move(nodes));
  for (int level = options_.max_level; level >= 0; --level) {
    std::vector<Node> merged = merge_level(lists_.back(), level);
    if (merged.size() != lists_.back().size()) lists_.push_back(std::move(merged));
    list_of_level_[static_cast<std::size_t>(level)] = lists_.size() - 1;
  }
}

std::vector<ClusterIndex::Node> ClusterIndex::merge_level(std::span<const Node> nodes, int level) {
  const double radius = options_.radius_px / (kTileSize * std::exp2(level));
  std::vector<WorldPoint> places(nodes.size());
  std::vector<double> weights(nodes.size());
  bool sorted = true;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    places[i] = position(nodes[i]);
    weights[i] = weight(nodes[i]);
    sorted = sorted && (i == 0 || weights[i] <= weights[i - 1]);
  }
  std::vector<std::uint32_t> order(nodes.size());
  std::iota(order.begin(), order.end(), 0u);
  if (!sorted) {
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return weights[a] > weights[b]; });
  }
  GridIndex grid;
  grid.build(places, radius);

  std::vector<Node> result;
  result.reserve(nodes.size());
  std::vector<bool> taken(nodes.size(), false);
  std::vector<Node> near;
  for (const std::uint32_t seed : order) {
    if (taken[seed]) continue;
    near.assign(1, nodes[seed]);
    taken[seed] = true;
    grid.within(places[seed], radius, [&](std::uint32_t i, double) {
      if (taken[i]) return;
      taken[i] = true;
      near.push_back(nodes[i]);
    });
    result.push_back(near.size() == 1 ? near[0] : add_cluster(near, level));
  }
  return result;
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

void ClusterIndex::members(Node node, std::vector<std::uint32_t>* out) const {
  std::vector<Node> waiting{node};
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
