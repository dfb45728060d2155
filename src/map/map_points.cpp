#include "map/map_points.h"

#include <algorithm>
#include <cmath>

namespace tablero {

namespace {

constexpr int kScaleLevel = 2;            // the level whose largest sum fixes the scale of areas
constexpr double kLevelSlack = 0.08;      // zoom beyond a level's edge before the marks change
constexpr std::size_t kManyMarks = 4096;  // above: sorted into chunks for culling
constexpr int kChunkColumns = 64;         // of the world
constexpr double kDensityCell = 4;        // CSS pixels: finer than the kernel can show
constexpr double kDensityPeakCell = 24;   // CSS pixels: about the kernel's size

double smooth_step(double t) { return t * t * (3 - 2 * t); }

}  // namespace

bool MapPoints::accept(const MapPoint& point, PointReport* report) {
  if (!is_valid({point.lon, point.lat})) {
    ++report->bad_position;
    return false;
  }
  const bool counts = options_.style != PointStyle::kPresence;
  if (counts && !(std::isfinite(point.value) && point.value >= 0)) {
    ++report->bad_value;
    return false;
  }
  return true;
}

PointReport MapPoints::set(std::span<const MapPoint> points, const PointOptions& options,
                           bool animate) {
  PointReport report;
  report.given = points.size();
  options_ = options;
  points_.clear();
  positions_.clear();
  total_ = 0;
  for (const MapPoint& point : points) {
    if (!accept(point, &report)) continue;
    points_.push_back(point);
    if (options_.style == PointStyle::kPresence) points_.back().value = 1;
    WorldPoint place = to_world({point.lon, point.lat});
    place.x = wrap_x(place.x);
    positions_.push_back(place);
    total_ += points_.back().value;
  }
  report.drawn = points_.size();
  build_clusters();
  data_changed_ = true;
  animate_next_ = animate;
  return report;
}

void MapPoints::build_clusters() {
  std::vector<ClusterPoint> input;
  if (options_.style != PointStyle::kDensity) {
    input.reserve(points_.size());
    for (std::size_t i = 0; i < points_.size(); ++i) {
      input.push_back({positions_[i], points_[i].value});
    }
  }
  ClusterOptions options;
  if (!options_.cluster) options.max_level = -1;  // level 0 and above: every point alone
  clusters_.build(input, options);
  max_value_ = options_.max_value;
  if (!(max_value_ > 0)) {
    max_value_ = 0;
    for (const ClusterIndex::Node node : clusters_.at(kScaleLevel)) {
      max_value_ = std::max(max_value_, clusters_.weight(node));
    }
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
  const MapPoint& lead = points_[clusters_.lead(node)];
  Mark mark;
  mark.node = node;
  mark.lead = lead.id;
  mark.count = clusters_.count(node);
  mark.key = mark.is_cluster() ? lead.id | Mark::kCluster : lead.id;
  mark.position = clusters_.position(node);
  mark.value = clusters_.weight(node);
  mark.color = lead.color;
  mark.flags = static_cast<std::uint8_t>((mark.is_cluster() ? kMarkCluster : 0) |
                                         (lead.hollow && !mark.is_cluster() ? kMarkHollow : 0));
  const bool presence = options_.style == PointStyle::kPresence;
  mark.radius = presence ? options_.presence_radius : radius_of(mark.value);
  if (!mark.is_cluster()) return mark;
  // A cluster of places without counts grows with the number of digits, not as if it were a count.
  const float room = options_.cluster_min_radius;
  mark.radius = presence ? room + 2.0f * std::log2(static_cast<float>(mark.count) / 2)
                         : std::max(mark.radius, room);
  return mark;
}

void MapPoints::choose_marks(int level) {
  marks_.clear();
  const std::span<const ClusterIndex::Node> nodes = clusters_.at(level);
  marks_.reserve(nodes.size());
  largest_radius_ = 0;
  for (const ClusterIndex::Node node : nodes) {
    marks_.push_back(mark_of(node));
    largest_radius_ = std::max(largest_radius_, marks_.back().radius);
  }
  order_marks();
  std::vector<WorldPoint> centers(marks_.size());
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
    std::sort(marks_.begin(), marks_.end(), larger);
    return;
  }
  const auto chunk_of = [](const WorldPoint& p) {
    const auto column = static_cast<int>(p.x * kChunkColumns);
    const auto row = static_cast<int>(std::clamp(p.y, 0.0, 1.0) * (kChunkColumns - 1e-9));
    return row * kChunkColumns + column;
  };
  std::sort(marks_.begin(), marks_.end(), [&](const Mark& a, const Mark& b) {
    const int ca = chunk_of(a.position), cb = chunk_of(b.position);
    return ca != cb ? ca < cb : larger(a, b);
  });
  int last = -1;
  for (std::uint32_t i = 0; i < marks_.size(); ++i) {
    const int chunk = chunk_of(marks_[i].position);
    if (chunk != last) {
      const double x = chunk % kChunkColumns, y = chunk / kChunkColumns;
      chunks_.push_back({i,
                         i,
                         {{x / kChunkColumns, y / kChunkColumns},
                          {(x + 1) / kChunkColumns, (y + 1) / kChunkColumns}}});
      last = chunk;
    }
    chunks_.back().end = i + 1;
  }
}

// Density has no marks: the points of each small cell of the screen become one splat.
void MapPoints::choose_density(int level) {
  marks_.clear();
  chunks_.clear();
  mark_index_.clear();
  instances_.clear();
  const double world = kWorldPixels * std::exp2(level + 1);  // fine enough up to the next level
  struct Sum {
    std::uint64_t cell;
    double x, y, value;
  };
  const auto gather = [&](double cell_px) {
    const double cells = world / cell_px;
    std::vector<Sum> sums(points_.size());
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const WorldPoint& p = positions_[i];
      const auto cell =
          static_cast<std::uint64_t>(p.y * cells) << 32 | static_cast<std::uint64_t>(p.x * cells);
      sums[i] = {cell, p.x * points_[i].value, p.y * points_[i].value, points_[i].value};
    }
    std::sort(sums.begin(), sums.end(), [](const Sum& a, const Sum& b) { return a.cell < b.cell; });
    std::size_t kept = 0;
    for (const Sum& sum : sums) {
      if (kept > 0 && sums[kept - 1].cell == sum.cell) {
        sums[kept - 1].x += sum.x;
        sums[kept - 1].y += sum.y;
        sums[kept - 1].value += sum.value;
      } else {
        sums[kept++] = sum;
      }
    }
    sums.resize(kept);
    return sums;
  };
  density_peak_ = 0;
  for (const Sum& sum : gather(kDensityPeakCell)) {
    density_peak_ = std::max(density_peak_, sum.value);
  }
  if (!(density_peak_ > 0)) density_peak_ = 1;
  for (const Sum& sum : gather(kDensityCell)) {
    if (!(sum.value > 0)) continue;
    const auto x = static_cast<float>(sum.x / sum.value - 0.5);
    const auto y = static_cast<float>(sum.y / sum.value - 0.5);
    const auto value = static_cast<float>(sum.value);
    instances_.push_back({x, y, x, y, value, value, 0, 0, 255, 255});
  }
}

bool MapPoints::update(const Camera& camera, double dt, bool reduced_motion) {
  elapsed_ = std::min(kMotionSeconds, elapsed_ + std::clamp(dt, 0.0, 0.1));
  const bool density = options_.style == PointStyle::kDensity;
  const int top = density ? static_cast<int>(kMaxZoom) : clusters_.max_level() + 1;
  int level = std::clamp(static_cast<int>(std::floor(camera.zoom())), 0, std::max(0, top));
  const double beyond = camera.zoom() - level_;
  const bool stays = level_ >= 0 && beyond > -kLevelSlack && beyond < 1 + kLevelSlack;
  if (stays && !data_changed_) level = level_;
  if (!data_changed_ && level_ >= 0 && !density &&
      clusters_.at(level).data() == clusters_.at(level_).data()) {
    level_ = level;  // nothing merges or splits between the two
  }
  if (level == level_ && !data_changed_) return elapsed_ < kMotionSeconds;

  const bool first = level_ < 0;
  const bool same_data = !data_changed_;
  const bool animate = !reduced_motion && !first && (same_data || animate_next_);
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
    build_instances(animate, same_data);
  }
  ++revision_;
  return elapsed_ < kMotionSeconds;
}

float MapPoints::phase() const {
  return static_cast<float>(smooth_step(elapsed_ / kMotionSeconds));
}

void MapPoints::members(const Mark& mark, std::vector<std::uint32_t>* out) const {
  clusters_.members(mark.node, out);
}

WorldBounds MapPoints::bounds(const Mark& mark) const {
  std::vector<std::uint32_t> inside;
  members(mark, &inside);
  std::vector<WorldPoint> places;
  places.reserve(inside.size());
  for (const std::uint32_t i : inside) places.push_back(positions_[i]);
  return bounds_of(places);
}

WorldBounds MapPoints::bounds_of_all() const { return bounds_of(positions_); }

}  // namespace tablero
