#include "map/map_points.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <tuple>

#include "base/list.h"
#include "base/sort.h"
#include "geo/radix_sort.h"
#include "map/density_bins.h"

namespace tablero {

namespace {

constexpr int kScaleLevel = 2;             // the level whose largest sum defines the scale of areas
constexpr double kLevelSlack = 0.08;       // hysteresis: zoom beyond a level's edge
constexpr std::size_t kManyPoints = 5000;  // above: clustered lazily, as deep as needed
constexpr int kDepths[] = {4, 7, 99};      // the last levels of the indexes
constexpr std::size_t kManyMarks = 4096;   // above: sorted into chunks for culling
constexpr std::uint32_t kChunkColumns = 64;  // of the world
constexpr double kDensityCell = 4;           // CSS pixels: finer than the kernel can show

double smooth_step(double t) { return t * t * (3 - 2 * t); }

}  // namespace

bool MapPoints::has_valid_value(const MapPoint& point) const {
  return options_.style == PointStyle::kPresence ||
         (point.value >= 0 && point.value <= std::numeric_limits<double>::max());
}

// Copies the valid points. True if their ids and positions are unchanged, so that only the weights
// need to be updated.
bool MapPoints::take_points(std::span<const MapPoint> points, PointReport* report) {
  const std::size_t before = points_.size();
  std::size_t taken = 0;
  bool same = true;
  for (const MapPoint& point : points) {
    const MapPoint* old = same && taken < before ? &points_[taken] : nullptr;
    const bool known =
        old != nullptr && old->id == point.id && old->lon == point.lon && old->lat == point.lat;
    if (!known && !is_valid({point.lon, point.lat})) {
      ++report->bad_position;
      continue;
    }
    if (!has_valid_value(point)) {
      ++report->bad_value;
      continue;
    }
    if (known) {
      points_[taken] = point;
    } else {
      if (same) {
        points_.resize(taken);
        positions_.resize(taken);
      }
      same = false;
      WorldPoint place = to_world({point.lon, point.lat});
      place.x = wrap_x(place.x);
      points_.push_back(point);
      positions_.push_back(place);
    }
    MapPoint& kept = points_[taken];
    if (options_.style == PointStyle::kPresence) kept.value = 1;
    ++taken;
    if (!kept.shown) continue;
    ++shown_;
    total_ += kept.value;
  }
  same = same && taken == before;
  points_.resize(taken);
  positions_.resize(taken);
  return same;
}

PointReport MapPoints::set(std::span<const MapPoint> points, const PointOptions& options,
                           bool animate) {
  PointReport report;
  report.given = points.size();
  const bool density = options.style == PointStyle::kDensity;
  is_clustered_ = is_clustered_ && !density && options.cluster == options_.cluster;
  options_ = options;
  total_ = 0;
  shown_ = 0;
  if (points_.capacity() < points.size()) {
    points_.reserve(points.size());
    positions_.reserve(points.size());
  }
  if (!take_points(points, &report)) is_clustered_ = false;
  report.drawn = shown_;
  for (Clusters& clusters : all_clusters_) {
    clusters.is_weighed = false;
    if (!is_clustered_) clusters = {};
  }
  is_clustered_ = !density;
  choose_scale();
  cluster_for(std::max(level_, 0));
  data_changed_ = true;
  animate_next_ = animate;
  return report;
}

// Many points are not clustered for deep zooms in advance (lazy evaluation): that is done when such
// a zoom is shown. Which index a level comes from depends on the level alone, so that its marks do
// not depend on where the camera has been.
const ClusterIndex& MapPoints::cluster_for(int level) {
  constexpr std::size_t kLast = std::size(kDepths) - 1;
  static_assert(kLast + 1 == std::tuple_size_v<decltype(all_clusters_)>);
  depth_ = kLast;
  if (options_.cluster && points_.size() > kManyPoints) {
    depth_ = 0;
    while (depth_ < kLast && level > kDepths[depth_]) ++depth_;
  }
  Clusters& clusters = all_clusters_[depth_];
  if (!clusters.is_built) {
    clusters.is_built = true;
    ClusterOptions options;
    options.max_level = std::min(kDepths[depth_], options.max_level);
    options.is_shallow = depth_ != kLast;
    if (!options_.cluster) options.max_level = -1;  // level 0 and above: every point alone
    std::span<const WorldPoint> places = positions_;
    if (options_.style == PointStyle::kDensity) places = {};
    clusters.index.build(places, options);
  }
  if (!clusters.is_weighed) {
    clusters.is_weighed = true;
    clusters.index.weigh(
        [this](std::uint32_t i) { return points_[i].shown ? points_[i].value : -1; });
  }
  return clusters.index;
}

void MapPoints::choose_scale() {
  max_value_ = options_.max_value;
  if (max_value_ > 0) return;
  max_value_ = 0;
  const ClusterIndex& index = cluster_for(kScaleLevel);
  for (const ClusterIndex::Node node : index.at(kScaleLevel)) {
    if (index.count(node) == 0) continue;
    max_value_ = std::max(max_value_, index.weight(node));
  }
  if (!(max_value_ > 0)) max_value_ = 1;
}

float MapPoints::radius_of(double value) const {
  const double share = std::sqrt(std::max(0.0, value) / max_value_);
  return std::max(options_.min_radius, static_cast<float>(share) * options_.max_radius);
}

bool MapPoints::below_scale(double value) const {
  return std::sqrt(std::max(0.0, value) / max_value_) * options_.max_radius < options_.min_radius;
}

Mark MapPoints::mark_of(ClusterIndex::Node node) const {
  const MapPoint& lead = points_[clusters().lead(node)];
  Mark mark;
  mark.node = node;
  mark.lead = lead.id;
  mark.count = clusters().count(node);
  mark.key = mark.is_cluster() ? lead.id | Mark::kCluster : lead.id;
  mark.position = clusters().position(node);
  mark.value = clusters().weight(node);
  mark.color = mark.is_cluster() ? options_.cluster_color : lead.color;
  mark.flags = static_cast<std::uint8_t>((mark.is_cluster() ? kMarkCluster : 0) |
                                         (lead.hollow && !mark.is_cluster() ? kMarkHollow : 0));
  const bool presence = options_.style == PointStyle::kPresence;
  mark.radius = presence ? options_.presence_radius : radius_of(mark.value);
  if (!mark.is_cluster()) return mark;
  // The radius of a cluster of places without counts depends on the number of digits, because its
  // area must not look like a count.
  const float room = options_.cluster_min_radius;
  const float grown = room + 2.0f * std::log2(static_cast<float>(mark.count) / 2);
  mark.radius =
      presence ? std::min(grown, std::max(room, options_.max_radius)) : std::max(mark.radius, room);
  return mark;
}

void MapPoints::choose_marks(int level) {
  marks_.clear();
  const std::span<const ClusterIndex::Node> nodes = clusters().at(level);
  marks_.reserve(nodes.size());
  largest_radius_ = 0;
  for (const ClusterIndex::Node all : nodes) {
    const ClusterIndex::Node node = clusters().shown_as(all);
    if (node == ClusterIndex::kNone) continue;
    marks_.push_back(mark_of(node));
    largest_radius_ = std::max(largest_radius_, marks_.back().radius);
  }
  order_marks();
  List<WorldPoint> centers(marks_.size());
  for (std::size_t i = 0; i < marks_.size(); ++i) centers[i] = marks_[i].position;
  constexpr double kPickCell = 64;  // CSS pixels
  mark_index_.build(centers, kPickCell / (kWorldPixels * std::exp2(std::max(level, 0))));
}

void MapPoints::order_marks() {
  chunks_.clear();
  const auto larger = [](const Mark& a, const Mark& b) {
    return a.radius != b.radius ? a.radius > b.radius : a.lead < b.lead;
  };
  if (marks_.size() <= kManyMarks) {
    sort(marks_, larger);
    return;
  }
  // Sorted by chunk, row by row; within a chunk the largest first.
  const auto chunk_of = [](const WorldPoint& p) {
    const auto column = static_cast<std::uint32_t>(p.x * kChunkColumns);
    const auto row = static_cast<std::uint32_t>(std::clamp(p.y, 0.0, 1.0) * (kChunkColumns - 1e-9));
    return row * kChunkColumns + column;
  };
  List<KeyedIndex> keys(marks_.size()), scratch;
  for (std::uint32_t i = 0; i < marks_.size(); ++i) {
    constexpr float kSteps = 16;  // of radius per CSS pixel
    const float size = std::clamp(1023 - marks_[i].radius * kSteps, 0.0f, 1023.0f);
    keys[i] = {std::uint64_t{chunk_of(marks_[i].position)} << 10 | static_cast<std::uint32_t>(size),
               i};
  }
  radix_sort(&keys, &scratch);
  List<Mark> sorted;
  sorted.reserve(marks_.size());
  for (const KeyedIndex& key : keys) sorted.push_back(marks_[key.index]);
  marks_.swap(sorted);
  std::uint32_t last = kChunkColumns * kChunkColumns;
  for (std::uint32_t i = 0; i < marks_.size(); ++i) {
    const std::uint32_t chunk = chunk_of(marks_[i].position);
    if (chunk != last) {
      const std::uint32_t row = chunk / kChunkColumns;
      const double x = chunk - row * kChunkColumns, y = row;
      chunks_.push_back({i,
                         i,
                         {{x / kChunkColumns, y / kChunkColumns},
                          {(x + 1) / kChunkColumns, (y + 1) / kChunkColumns}}});
      last = chunk;
    }
    chunks_.back().end = i + 1;
  }
}

// Density has no marks: the points of each small screen cell are merged into one splat.
void MapPoints::choose_density(int level) {
  marks_.clear();
  chunks_.clear();
  mark_index_.clear();
  instances_.clear();
  List<double> values;
  List<WorldPoint> places;
  values.reserve(shown_);
  places.reserve(shown_);
  for (std::size_t i = 0; i < points_.size(); ++i) {
    if (!points_[i].shown) continue;
    values.push_back(points_[i].value);
    places.push_back(positions_[i]);
  }
  const double world = kWorldPixels * std::exp2(level + 1);  // fine enough up to the next level
  const List<DensityBin> bins = bin_points(places, values, kDensityCell / world);
  peak_at_level_ = density_peak(bins, kDensityReach / (world / 2));
  peak_above_ = density_peak(bins, kDensityReach / world);
  instances_.reserve(bins.size());
  for (const DensityBin& bin : bins) {
    const auto x = static_cast<float>(bin.position.x - 0.5);
    const auto y = static_cast<float>(bin.position.y - 0.5);
    const auto value = static_cast<float>(bin.value);
    instances_.push_back({x, y, x, y, value, value, 1, 0});
  }
}

double MapPoints::peak_density(double zoom) const {
  const double share = std::clamp(zoom - level_, 0.0, 1.0);
  return peak_at_level_ * std::pow(peak_above_ / peak_at_level_, share);
}

// The cluster level to show; the current one while the zoom is only slightly beyond its edge
// (hysteresis).
int MapPoints::level_for(double zoom, bool at_rest) const {
  const double beyond = zoom - level_;
  if (!at_rest && level_ >= 0 && beyond > -kLevelSlack && beyond < 1 + kLevelSlack) return level_;
  return std::clamp(static_cast<int>(std::floor(zoom)), 0, static_cast<int>(kMaxZoom));
}

bool MapPoints::update(const Camera& camera, double dt, bool reduced_motion, bool at_rest) {
  elapsed_ = std::min(kMotionSeconds, elapsed_ + std::clamp(dt, 0.0, 0.1));
  const bool density = options_.style == PointStyle::kDensity;
  const int level = level_for(camera.zoom(), at_rest);
  bool same_clusters = !data_changed_;
  if (!density) {
    const std::size_t before = depth_;
    cluster_for(level);
    same_clusters = same_clusters && depth_ == before;
  }
  if (same_clusters && level_ >= 0 && !density &&
      clusters().at(level).data() == clusters().at(level_).data()) {
    level_ = level;  // nothing merges or splits between the two
  }
  if (level == level_ && same_clusters) return elapsed_ < kMotionSeconds;

  const bool animate = !reduced_motion && level_ >= 0 && (!data_changed_ || animate_next_);
  previous_phase_ = phase();
  std::swap(previous_, marks_);
  std::swap(previous_instances_, instances_);
  level_ = level;
  data_changed_ = false;
  if (density) {
    choose_density(level);
    elapsed_ = kMotionSeconds;
  } else {
    choose_marks(level);
    build_instances(animate, same_clusters);
  }
  ++revision_;
  return elapsed_ < kMotionSeconds;
}

float MapPoints::phase() const {
  return static_cast<float>(smooth_step(elapsed_ / kMotionSeconds));
}

void MapPoints::members(const Mark& mark, List<std::uint32_t>* out) const {
  clusters().members(mark.node, out);
}

WorldBounds MapPoints::bounds(const Mark& mark) const {
  List<std::uint32_t> inside;
  members(mark, &inside);
  List<WorldPoint> places;
  places.reserve(inside.size());
  for (const std::uint32_t i : inside) places.push_back(positions_[i]);
  return bounds_of(places);
}

WorldBounds MapPoints::bounds_of_all() const {
  List<WorldPoint> places;
  places.reserve(shown_);
  for (std::size_t i = 0; i < points_.size(); ++i) {
    if (points_[i].shown) places.push_back(positions_[i]);
  }
  return bounds_of(places);
}

}  // namespace tablero
