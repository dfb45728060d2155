// The points of the map and the marks that represent them at the current zoom: clusters, sizes,
// transitions. No GL, no ImGui; MapRenderer draws instances(), picking.h does the hit test.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>

#include "base/list.h"
#include "geo/clusters.h"
#include "geo/grid_index.h"
#include "map/camera.h"

namespace tablero {

// How points are shown.
enum class PointStyle : std::uint8_t {
  kPresence,  // a place without a count: all the same size
  kBubbles,   // area proportional to the value
  kDensity,   // many points: kernel density with a color ramp; no hit test
};

struct MapPoint {
  MapPoint() = default;
  MapPoint(std::uint32_t id_, double lon_, double lat_, double value_ = 1, std::uint8_t color_ = 0,
           bool hollow_ = false)
      : lon(lon_), lat(lat_), value(value_), id(id_), color(color_), hollow(hollow_) {}

  double lon = 0, lat = 0;
  double value = 1;        // count, >= 0; ignored for kPresence
  std::uint32_t id = 0;    // stable over data changes, unique, not 0, below 2^31
  std::uint8_t color = 0;  // index into MapColors::series, 0..7
  bool hollow = false;     // drawn as a ring: uncertain position, or a value of 0
  bool shown = true;       // false: excluded by a filter
};

// A drawn mark: one point or a cluster of them.
struct Mark {
  static constexpr std::uint32_t kCluster = 0x80000000u;
  std::uint32_t key = 0;   // lead's id; with kCluster for a cluster. Unique, not 0
  std::uint32_t lead = 0;  // id of the heaviest member
  ClusterIndex::Node node = 0;
  WorldPoint position;
  double value = 0;         // sum of the members' values (kPresence: their number)
  std::uint32_t count = 1;  // points inside
  float radius = 0;         // CSS pixels
  std::uint8_t color = 0;   // of the lead
  std::uint8_t flags = 0;   // MarkFlags
  bool is_cluster() const { return count > 1; }
};

enum MarkFlags : std::uint8_t { kMarkCluster = 1, kMarkHollow = 2 };

// What MapRenderer uploads per mark: the old and the new state, between which phase() interpolates.
struct MarkInstance {
  float from_x, from_y, to_x, to_y;  // Mercator minus 1/2
  float from_radius, to_radius;      // CSS pixels
  float from_alpha;                  // towards 1, or 0 for a leaving mark
  float look;                        // series + 8 flags, and kLookLeaving
  static constexpr float kLookLeaving = 64;
  float to_alpha() const { return look < kLookLeaving ? 1.0f : 0.0f; }
};
static_assert(sizeof(MarkInstance) == 32, "bubble.vert reads this layout");

// A run of marks that are close together, for culling; only made when there are many.
struct MarkChunk {
  std::uint32_t begin, end;
  WorldBounds bounds;  // of the centers
};

static_assert(sizeof(MapPoint) == 32, "a filter reads and writes all of them");

struct PointOptions {
  PointStyle style = PointStyle::kPresence;
  bool cluster = true;              // false: every point stands alone at every zoom
  double max_value = 0;             // value that gets max_radius; 0: the largest sum at zoom 2
  float presence_radius = 4.5f;     // CSS pixels
  float min_radius = 3.0f;          // smallest bubble that can be seen and hit
  float max_radius = 30.0f;         // bubble of max_value
  std::uint8_t cluster_color = 0;   // of clusters, index into MapColors::series
  float cluster_min_radius = 11.f;  // room for the number inside
};

// What set() rejected, for a report to the reader.
struct PointReport {
  std::size_t given = 0, drawn = 0;  // drawn: valid and not left out
  std::size_t bad_position = 0;      // NaN or out of range
  std::size_t bad_value = 0;         // NaN, infinite or negative
};

class MapPoints {
 public:
  static constexpr double kMotionSeconds = 0.22;

  // Replaces the data (after every filter change) and keeps a copy. `animate`: old and new marks
  // blend, matched by id. The marks change with the next update(). If the ids and positions are
  // unchanged, as when only a filter changes, the clustering is kept: faster, and no point moves to
  // another cluster.
  PointReport set(std::span<const MapPoint> points, const PointOptions& options, bool animate);

  // Chooses the marks for the camera's zoom and advances the animation. Call once per frame before
  // drawing. True while something still moves. `reduced_motion`: changes are immediate. `at_rest`:
  // the marks are those of the zoom alone; otherwise those before it stay a little longer
  // (hysteresis), so that they do not flicker.
  bool update(const Camera& camera, double dt, bool reduced_motion, bool at_rest = false);

  std::span<const MapPoint> points() const { return points_; }  // the valid ones, in order
  std::size_t shown_count() const { return shown_; }            // those that are not left out
  const PointOptions& options() const { return options_; }
  // Those of the marks.
  const ClusterIndex& clusters() const { return all_clusters_[depth_].index; }
  std::span<const Mark> marks() const { return marks_; }  // in drawing order, largest first
  double total() const { return total_; }                 // sum of all values

  // Radius of a bubble whose area is proportional to `value`, CSS pixels: sqrt(value / max_value) *
  // max_radius, never below min_radius. For legends.
  float radius_of(double value) const;
  double max_value() const { return max_value_; }
  // True when the bubble of `value` is enlarged to min_radius because it would be too small to see.
  bool below_scale(double value) const;

  // Numbers of the points (indices into points()) inside a mark, appended.
  void members(const Mark& mark, List<std::uint32_t>* out) const;
  // The rectangle around a mark's members or around everything, for flying there.
  WorldBounds bounds(const Mark& mark) const;
  WorldBounds bounds_of_all() const;

  // ---- for MapRenderer
  std::span<const MarkInstance> instances() const { return instances_; }
  std::span<const MarkChunk> chunks() const { return chunks_; }  // of marks(); empty: draw all
  std::uint64_t revision() const { return revision_; }  // changes when instances() did: upload once
  float phase() const;                                  // 0..1 eased, from -> to
  // kDensity: the density (see density_bins.h) that gets the strongest color at this zoom.
  double peak_density(double zoom) const;

  // ---- for picking.h
  const GridIndex& mark_index() const { return mark_index_; }  // over marks(), in world units
  float largest_radius() const { return largest_radius_; }

 private:
  bool has_valid_value(const MapPoint& point) const;
  bool take_points(std::span<const MapPoint> points, PointReport* report);
  const ClusterIndex& cluster_for(int level);
  void choose_scale();
  int level_for(double zoom, bool at_rest) const;
  void choose_marks(int level);
  void choose_density(int level);
  Mark mark_of(ClusterIndex::Node node) const;
  void order_marks();
  void build_instances(bool animate, bool same_data);
  void continue_marks(bool same_data);
  void add_leaving(bool same_data);

  List<MapPoint> points_;
  List<WorldPoint> positions_;
  std::size_t shown_ = 0;
  PointOptions options_;
  // Up to a few levels, and deeper; with few points only the last one.
  struct Clusters {
    ClusterIndex index;
    bool is_built = false, is_weighed = false;
  };
  std::array<Clusters, 3> all_clusters_;
  std::size_t depth_ = 0;  // the one that clusters() is
  double total_ = 0, max_value_ = 1, peak_at_level_ = 1, peak_above_ = 1;

  int level_ = -1;
  bool is_clustered_ = false;  // all_clusters_ are of points_
  bool data_changed_ = false, animate_next_ = false;
  List<Mark> marks_, previous_;
  List<MarkInstance> instances_, previous_instances_;
  List<MarkChunk> chunks_;
  // Scratch of build_instances: marks by node, previous marks by lead, which of them go on.
  List<std::int32_t> mark_of_node_;
  List<std::pair<std::uint32_t, std::uint32_t>> previous_order_;
  List<bool> continued_;
  std::uint64_t revision_ = 0;
  double elapsed_ = kMotionSeconds;
  float previous_phase_ = 1;
  GridIndex mark_index_;
  float largest_radius_ = 0;
};

}  // namespace tablero
