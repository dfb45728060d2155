// Where the map looks. At rest the camera is a function of the state: the place that the link
// carries, or, without one, the first view of what is shown. A gesture or a command moves it; where
// it comes to rest is written into the state.
#pragma once

#include "map/camera.h"
#include "state/view_state.h"
#include "views/map/commands.h"
#include "views/map/model.h"

namespace tablero {

// How close a fit comes at most.
inline constexpr double kFitAllZoom = 6, kFitCityZoom = 8, kFitClusterZoom = 9;

// The one rule for fitting: `bounds` above what controls cover (Camera::set_covered()), with a
// margin of 48 CSS px, at most 6 % of the width, and at most at zoom `closest`.
FittedView fit_view(const Camera& camera, const WorldBounds& bounds, double closest);

// The view without a place in the link: all of `extent`; on the globe the whole globe turned to it,
// or closer to the chosen countries. Home (see Camera) when there is nothing to show.
FittedView first_view(const Camera& camera, const MapExtent& extent);

class MapNavigation {
 public:
  // What the camera depends on besides the state.
  struct Frame {
    double width = 0, height = 0;  // of the map, CSS pixels
    double covered = 0;            // see Camera::set_covered()
    bool reduced_motion = false;
  };

  const Camera& camera() const { return camera_; }
  bool is_globe() const { return camera_.projection() == MapProjection::kGlobe; }

  // Begins a frame: starts a flight to where the state says, if that has changed. The first time,
  // and when only the size has changed, the camera jumps there.
  void begin(const Frame& frame, const ViewState& state, const MapModel& model);
  // Moves the camera or says in `state` where it shall go. False: not a command of navigation.
  bool apply(const MapCommand& command, const Store& store, const MapModel& model, double now,
             ViewState& state);
  // Advances by `dt` seconds. `held`: fingers are on the map. At the end of the reader's motion its
  // place is written into `state`, not before: updating the history in every frame costs a browser
  // more than drawing (debounce).
  void end(double dt, bool held, ViewState& state);
  // Nothing moves and nothing is held, as of end().
  bool at_rest() const { return at_rest_; }
  // Once after a command that was `aloud`, when the camera rests.
  bool take_announcement();
  // The place is written into the state although nobody moved the camera.
  void hold(ViewState& state);
  // Another state was given: whatever is in motion ends where it is.
  void stop();

 private:
  // A position of the camera as it is, without the rounding of links.
  struct Place {
    LonLat center;
    double zoom = 0;
    bool operator==(const Place& o) const {
      return center.lon == o.center.lon && center.lat == o.center.lat && zoom == o.zoom;
    }
  };
  Place wanted(const ViewState& state, const MapExtent& extent) const;
  MapCameraState here() const;
  void go(const WorldPoint& center, double zoom, ViewState& state);
  void rest(ViewState& state);
  void move(const MapCommand& command, double now);

  Camera camera_;
  Place target_;         // where it rests, or flies to
  MapCameraState rest_;  // where it rested last, as a link says it
  double width_ = 0, height_ = 0;
  bool placed_ = false;
  bool by_hand_ = false;  // the reader's motion, whose end is to be written
  bool at_rest_ = false;
  bool aloud_ = false;
};

}  // namespace tablero
