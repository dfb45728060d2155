// The camera of the map: position, motion, and conversion between pixels and places. No GL, no
// ImGui.
#pragma once

#include <cstdint>
#include <optional>

#include "geo/bounds.h"
#include "geo/mercator.h"
#include "geo/zoom_path.h"

namespace tablero {

// CSS pixels from the upper left corner of the map's rectangle.
struct ScreenPoint {
  double x = 0, y = 0;
};

enum class MapProjection : std::uint8_t { kMercator, kGlobe };

inline constexpr double kMaxZoom = 12;       // world 2^20 CSS pixels wide: 38 m each at the equator
inline constexpr double kWorldPixels = 256;  // width of the world at zoom 0, CSS pixels

// A view of the world: world width = 256 * 2^zoom CSS pixels, north up. All motion goes through
// update(dt), which says whether a further frame is needed. Until set_viewport() the size is
// 800 x 500. On the globe (morph > 1/2) gestures turn it about its middle.
class Camera {
 public:
  Camera();  // at home: see fly_home()

  // Size of the map's rectangle, CSS pixels (> 0). Keeps the center and the zoom as far as the
  // limits allow; a camera that was never moved shows the whole world again.
  void set_viewport(double width, double height);
  // No animation at all: flights, zooms and releases jump to where they would end.
  void set_reduced_motion(bool reduced) { reduced_motion_ = reduced; }

  // The southern end of the flat map (a world y, at most 1, the end of the square): panning stops
  // there, apart from the room for set_covered(). The globe shows everything.
  void set_south_end(double y) { south_end_ = y; }
  double south_end() const { return south_end_; }

  // ---- state
  LonLat center() const;  // lon in [-180, 180)
  double zoom() const { return zoom_; }
  double min_zoom() const;  // the world fills the shorter side of the viewport
  WorldPoint world_center() const { return center_; }  // x in [0, 1)
  double world_size() const;                           // CSS pixels
  double width() const { return width_; }
  double height() const { return height_; }
  // Jumps; stops any motion. Values are clamped, NaN and places off the world are ignored.
  void jump_to(const LonLat& center, double zoom);

  // ---- gestures (each ends a running flight)
  void pan_by(double dx, double dy);                  // content moves by dx, dy CSS pixels
  void drag_begin(const ScreenPoint& p, double now);  // now: seconds, monotonic
  void drag_to(const ScreenPoint& p,
               double now);   // the grabbed place stays under the pointer
  void drag_end(double now);  // inertia from the last 100 ms of motion
  bool dragging() const { return dragging_; }
  // Two fingers: the place under the midpoint stays under it. `scale` = distance now / before.
  void pinch(const ScreenPoint& from_mid, const ScreenPoint& to_mid, double scale);
  // The place under `anchor` stays there. `smooth`: eased over about 150 ms, further steps add up.
  void zoom_about(const ScreenPoint& anchor, double delta_zoom, bool smooth);
  void stop();  // stays wherever it is now

  // ---- flights (van Wijk & Nuij), 0.2 to 2.5 s long
  void fly_to(const LonLat& center, double zoom);
  // Fitting keeps content above the lowest `pixels` of the viewport, which controls cover (default
  // 0; at most half of the height).
  void set_covered(double pixels) { covered_ = std::min(pixels, height_ / 2); }
  // The view that fit_bounds() would show.
  FittedView fitted(const WorldBounds& bounds, double padding, double max_zoom) const;
  void fit_bounds(const WorldBounds& bounds, double padding, double max_zoom = 8);  // jumps
  void fly_home();  // the whole width of the world, or the whole globe
  // The zoom of fly_home(). The globe has the same size for any `lat` at its center; it leaves room
  // for set_covered() below it, and as much above.
  double home_zoom(double lat = kHomeLat) const;
  static constexpr double kHomeLat = 22;  // keeps Antarctica out of the first view

  // Advances by `dt` seconds (clamped to 0..0.1). True while something still moves.
  bool update(double dt);
  bool moving() const;

  // ---- pixels and places
  // Where `p` is drawn: its copy of the world nearest to the center. On the globe also for the far
  // side: see visible().
  ScreenPoint to_screen(const LonLat& p) const;
  ScreenPoint to_screen(const WorldPoint& p) const;
  // Unprojects `s`; nothing above or below the Mercator square or off the globe's disc.
  std::optional<LonLat> lon_lat_at(const ScreenPoint& s) const;
  // The same on the flat map without limits: x and y may be outside [0, 1).
  WorldPoint world_at(const ScreenPoint& s) const;
  // The part of the flat map between two corners of a box on the screen, for zooming to it.
  WorldBounds bounds_between(const ScreenPoint& a, const ScreenPoint& b) const;
  // Always true on the flat map. `least`: distance from the rim, as the least cosine of the angle
  // between `p` and the center.
  bool on_near_side(const LonLat& p, double least = 0) const;
  // On the near side and within the rectangle enlarged by `margin_px`.
  bool visible(const LonLat& p, double margin_px = 0) const;
  // Copies of the world that reach into the viewport: draw at x + first .. x + last (e.g. -1 .. 1).
  int first_copy() const;
  int last_copy() const;

  // ---- globe
  MapProjection projection() const { return projection_; }
  void set_projection(MapProjection projection, bool animate);
  // 0 flat, 1 globe, between while morphing. Close views are flat: the globe unrolls between zoom 4
  // and 6.
  double morph() const;
  double globe_radius() const;  // CSS pixels

 private:
  struct Flight {
    ZoomPath path;
    double elapsed, duration;
  };
  struct DragSample {
    ScreenPoint p;
    double t;
  };
  static constexpr int kSamples = 8;

  void clamp_view();
  void begin_gesture();
  void move_content(double dx, double dy);
  void add_sample(const ScreenPoint& p, double now);
  void anchor_at(const WorldPoint& place, const ScreenPoint& s);
  void keep_anchor();
  void fly_world(const WorldPoint& center, double zoom);
  void fly_home_now();
  void step_flight(double dt);
  void step_zoom(double dt);
  void step_inertia(double dt);
  void step_morph(double dt);

  WorldPoint center_{0.5, 0.5};
  double zoom_ = 1;
  double width_ = 800, height_ = 500;
  bool reduced_motion_ = false;
  double covered_ = 0, south_end_ = 1;
  bool at_home_ = true;

  bool dragging_ = false;
  WorldPoint grabbed_;
  DragSample samples_[kSamples] = {};
  int sample_count_ = 0;
  double velocity_x_ = 0, velocity_y_ = 0;  // CSS pixels per second

  double zoom_left_ = 0;  // still to be added by the running smooth zoom
  ScreenPoint zoom_anchor_;
  WorldPoint zoom_place_;

  std::optional<Flight> flight_;

  MapProjection projection_ = MapProjection::kMercator;
  double morph_time_ = 0;  // 0 flat .. 1 globe, linear in time
};

}  // namespace tablero
