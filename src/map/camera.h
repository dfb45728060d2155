// The camera of the map: where it looks, how it moves, and what lies under a pixel. No GL, no
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

  // Size of the map's rectangle, CSS pixels (> 0). Keeps the centre and the zoom as far as the
  // limits allow; a camera that was never moved shows the whole world again.
  void set_viewport(double width, double height);
  // No animation at all: flights, zooms and releases jump to where they would end.
  void set_reduced_motion(bool reduced) { reduced_motion_ = reduced; }

  // Where the flat map ends in the south (a world y up to 1, the end of the square): it is not
  // moved further up than that, but for what set_covered() says. The globe has all of it.
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
               double now);   // the place taken hold of stays under the pointer
  void drag_end(double now);  // inertia from the last 100 ms of motion
  bool dragging() const { return dragging_; }
  // Two fingers: the place under the midpoint stays under it. SCALE = distance now / before.
  void pinch(const ScreenPoint& from_mid, const ScreenPoint& to_mid, double scale);
  // The place under ANCHOR stays there. SMOOTH: eased over about 150 ms, further steps add up.
  void zoom_about(const ScreenPoint& anchor, double delta_zoom, bool smooth);
  void stop();  // stays wherever it is now

  // ---- flights (van Wijk & Nuij), 0.2 to 2.5 s long
  void fly_to(const LonLat& center, double zoom);
  // What is fitted stays above the lowest PIXELS of the viewport, where controls lie (0; at most
  // half of the height).
  void set_covered(double pixels) { covered_ = std::min(pixels, height_ / 2); }
  void fly_to_bounds(const WorldBounds& bounds, double padding, double max_zoom = 8);
  // What that would fly to.
  FittedView fitted(const WorldBounds& bounds, double padding, double max_zoom) const;
  void fit_bounds(const WorldBounds& bounds, double padding, double max_zoom = 8);  // jumps
  void fly_home();  // the whole width of the world, or the whole globe
  // The zoom of that; the globe's, as large for any LAT in the middle, leaves room below it for
  // what set_covered() said, and as much above.
  double home_zoom(double lat = kHomeLat) const;
  static constexpr double kHomeLat = 22;  // keeps Antarctica out of the first view

  // Advances by DT seconds (clamped to 0..0.1). True while something still moves.
  bool update(double dt);
  bool moving() const;

  // ---- pixels and places
  // Where P is drawn: its copy nearest to the centre. On the globe also for the far side: see
  // visible().
  ScreenPoint to_screen(const LonLat& p) const;
  ScreenPoint to_screen(const WorldPoint& p) const;
  // The place under S; nothing above or below the Mercator square or off the globe's disc.
  std::optional<LonLat> lon_lat_at(const ScreenPoint& s) const;
  // The same on the flat map without limits: x may leave [0, 1), y too.
  WorldPoint world_at(const ScreenPoint& s) const;
  // The part of the flat map between two corners of a box on the screen, for zooming to it.
  WorldBounds bounds_between(const ScreenPoint& a, const ScreenPoint& b) const;
  // Always true on the flat map. LEAST: how far from the rim, as the cosine of the angle between P
  // and the middle.
  bool on_near_side(const LonLat& p, double least = 0) const;
  // On the near side and within the rectangle enlarged by MARGIN_PX.
  bool visible(const LonLat& p, double margin_px = 0) const;
  // Copies of the world that reach into the viewport: draw at x + first .. x + last (e.g. -1 .. 1).
  int first_copy() const;
  int last_copy() const;

  // ---- globe
  MapProjection projection() const { return projection_; }
  void set_projection(MapProjection projection, bool animate);
  // 0 flat, 1 globe, between while morphing. Close views are flat: it fades from zoom 4 to 6.
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
