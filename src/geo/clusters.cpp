#include "geo/clusters.h"

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "geo/cluster_level.h"

namespace tablero {

namespace {
constexpr double kTileSize = 256;      // CSS pixels of the world at level 0
constexpr double kSameSpot = 0x1p-30;  // of the world: 4 cm
constexpr double kFineCell = 0.7;      // of the radius: nothing in a cell is further apart than it

// The copy of `x` (plus a whole number of worlds) that is nearest to `reference`; usually `x`
// itself.
double beside(double x, double reference) {
  return std::abs(x - reference) > 0.5 ? nearest_x(x, reference) : x;
}
}  // namespace

// Builds a new cluster from its children. Its position depends only on the positions and numbers of
// points, because the weights may change.
class ClusterIndex::Join {
 public:
  Join(ClusterIndex* index, int level, double reference)
      : index_(*index), number_(static_cast<Node>(index->node_count())), reference_(reference) {
    Cluster& cluster = index_.clusters_.emplace_back();
    cluster.level = level;
    cluster.child_begin = static_cast<std::uint32_t>(index_.children_.size());
  }
  void add(Node child, const WorldPoint& place, double count) {
    x_ += count * beside(place.x, reference_);
    y_ += count * place.y;
    count_ += count;
    index_.parents_[child] = number_;
    index_.children_.push_back(child);
  }
  void finish(LevelNodes* out) {
    Cluster& cluster = index_.clusters_.back();
    cluster.child_count = static_cast<std::uint32_t>(index_.children_.size()) - cluster.child_begin;
    index_.parents_.push_back(kNone);
    out->push_back({wrap_x(x_ / count_), y_ / count_}, count_, number_);
  }

 private:
  ClusterIndex& index_;
  const Node number_;
  const double reference_;
  double x_ = 0, y_ = 0, count_ = 0;
};

void ClusterIndex::build(std::span<const WorldPoint> places, const ClusterOptions& options) {
  options_ = options;
  points_ = places.size();
  clusters_.clear();
  children_.clear();
  parents_.assign(points_, kNone);
  lists_.clear();
  list_of_level_.assign(static_cast<std::size_t>(options_.max_level) + 2, 0);

  const auto radius = [&](int level) {
    return std::min(0.3, options_.radius_px / (kTileSize * std::exp2(level)));
  };
  LevelMerger merger;
  std::span<const KeyedIndex> order;  // empty: as given
  if (options_.is_shallow) {
    order = merger.sort_into_cells(places, radius(options_.max_level) * kFineCell);
  }
  number_points(places, order);
  LevelNodes nodes = first_nodes(order), merged;
  keep_list(nodes);
  const bool spots = options_.max_level >= 0 && !options_.is_shallow;
  for (int level = options_.max_level + (spots ? 1 : 0); level >= 0; --level) {
    merged.clear();
    const double near = level > options_.max_level ? kSameSpot : radius(level);
    merger.merge(nodes, near,
                 [&](std::span<const std::uint32_t> group) { join(nodes, group, level, &merged); });
    if (merged.size() != nodes.size()) {
      nodes.swap(merged);
      keep_list(nodes);
    }
    list_of_level_[static_cast<std::size_t>(level)] = lists_.size() - 1;
  }
}

// Assigns each point its index among the leaves.
void ClusterIndex::number_points(std::span<const WorldPoint> places,
                                 std::span<const KeyedIndex> order) {
  leaves_.resize(points_);
  point_of_.resize(points_);
  for (std::uint32_t k = 0; k < points_; ++k) {
    const std::uint32_t point = order.empty() ? k : order[k].index;
    leaves_[k] = {places[point], 1};
    point_of_[k] = point;
  }
}

// The initial nodes: the points, or groups of points that share a cell.
LevelNodes ClusterIndex::first_nodes(std::span<const KeyedIndex> order) {
  LevelNodes nodes;
  for (std::uint32_t begin = 0, end = 0; begin < points_; begin = end) {
    do {
      ++end;
    } while (!order.empty() && end < points_ && order[end].key == order[begin].key);
    const WorldPoint& first = leaves_[begin].position;
    if (end - begin == 1) {
      nodes.push_back(first, 1, begin);
      continue;
    }
    Join join(this, options_.max_level + 1, first.x);
    for (std::uint32_t k = begin; k < end; ++k) join.add(k, leaves_[k].position, 1);
    join.finish(&nodes);
  }
  return nodes;
}

void ClusterIndex::keep_list(const LevelNodes& nodes) { lists_.push_back(nodes.nodes); }

// Makes a cluster of `group` (positions in `nodes`), or keeps a lone node as it is.
void ClusterIndex::join(const LevelNodes& nodes, std::span<const std::uint32_t> group, int level,
                        LevelNodes* joined) {
  const std::uint32_t first = group[0];
  if (group.size() == 1) {
    joined->push_back(nodes.places[first], nodes.counts[first], nodes.nodes[first]);
    return;
  }
  Join join(this, level, nodes.places[first].x);
  for (const std::uint32_t i : group) join.add(nodes.nodes[i], nodes.places[i], nodes.counts[i]);
  join.finish(joined);
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
  for (; child != end; ++child) {
    WorldPoint p;
    double weight, heaviest;
    std::uint32_t its_lead, its_count = 1;
    if (*child < points_) {
      const Leaf& leaf = leaves_[*child];
      p = leaf.position;
      weight = heaviest = leaf.weight;
      if (weight < 0) continue;
      its_lead = point_of_[*child];
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
    // A cluster with a single non-empty child is shown as that child.
    cluster->shown_as = shown_as(first);
    cluster->position = position(first);
  } else {
    cluster->shown_as = number;
    cluster->position =
        sum > 0 ? WorldPoint{wrap_x(x / sum), y / sum} : plain_mean(*cluster, reference);
  }
}

// Used when all weights inside are 0.
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
      if (!is_left_out(top)) out->push_back(point_of_[top]);
      continue;
    }
    const Cluster& cluster = clusters_[top - points_];
    for (std::uint32_t k = cluster.child_count; k-- > 0;) {
      waiting.push_back(children_[cluster.child_begin + k]);
    }
  }
}

std::uint32_t ClusterIndex::lead(Node node) const {
  return is_point(node) ? point_of_[node] : clusters_[node - points_].lead;
}

int ClusterIndex::split_level(Node node) const {
  return is_point(node) ? options_.max_level + 1 : clusters_[node - points_].level + 1;
}

}  // namespace tablero
