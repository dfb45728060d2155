#include "views/map/navigation.h"

#include <algorithm>

namespace tablero {
namespace {

constexpr double kMargin = 48;         // CSS px
constexpr double kMarginShare = 0.06;  // of the width, at most
constexpr double kGlobeMaxZoom = 3.5;  // closer views are flat; fitting must not leave the globe

}  // namespace

FittedView fit_view(const Camera& camera, const WorldBounds& bounds, double closest) {
  return camera.fitted(bounds, std::min(kMargin, camera.width() * kMarginShare), closest);
}

FittedView first_view(const Camera& camera, const MapExtent& extent) {
  if (extent.bounds.empty()) return {to_world({0, Camera::kHomeLat}), camera.home_zoom()};
  if (camera.projection() == MapProjection::kMercator) {
    return fit_view(camera, extent.bounds, kFitAllZoom);
  }
  const double whole = camera.home_zoom(extent.middle.lat);
  const FittedView near = fit_view(camera, extent.bounds, kGlobeMaxZoom);
  if (extent.chosen_countries && near.zoom > whole) return near;
  return {to_world(extent.middle), whole};
}

MapNavigation::Place MapNavigation::wanted(const ViewState& state, const MapExtent& extent) const {
  if (state.map.set) return {{state.map.lon, state.map.lat}, state.map.zoom};
  const FittedView view = first_view(camera_, extent);
  return {to_lon_lat(view.center), view.zoom};
}

MapCameraState MapNavigation::here() const {
  const LonLat center = camera_.center();
  return rounded({true, center.lon, center.lat, camera_.zoom()});
}

void MapNavigation::begin(const Frame& frame, const ViewState& state, const MapModel& model) {
  const bool resized = width_ != frame.width || height_ != frame.height;
  width_ = frame.width;
  height_ = frame.height;
  camera_.set_reduced_motion(frame.reduced_motion);
  camera_.set_south_end(model.south_end());
  camera_.set_viewport(width_, height_);
  camera_.set_covered(frame.covered);
  const bool globe = state.proj == Projection::kGlobe;
  if (globe != is_globe()) {
    camera_.set_projection(globe ? MapProjection::kGlobe : MapProjection::kMercator, placed_);
  }
  if (by_hand_) return;
  const Place place = wanted(state, model.extent());
  if (placed_ && place == target_) return;
  target_ = place;
  if (!placed_ || resized) {
    camera_.jump_to(place.center, place.zoom);
  } else {
    camera_.fly_to(place.center, place.zoom);
    rest_ = {};
  }
  placed_ = true;
}

void MapNavigation::go(const WorldPoint& center, double zoom, ViewState& state) {
  const LonLat place = to_lon_lat(center);
  by_hand_ = false;
  // A box that was drawn over far more than the world asks for less than a link may say.
  const double shown = std::clamp(zoom, camera_.min_zoom(), kMaxZoom);
  state.map = rounded({true, place.lon, place.lat, shown});
  target_ = {{state.map.lon, state.map.lat}, state.map.zoom};
  camera_.fly_to(target_.center, target_.zoom);
}

bool MapNavigation::apply(const MapCommand& command, const Store& store, const MapModel& model,
                          double now, ViewState& state) {
  using Kind = MapCommand::Kind;
  WorldBounds bounds;
  double closest = kFitCityZoom;
  switch (command.kind) {
    case Kind::kGoToMark: {
      const Mark* mark = model.mark(command.key);
      if (mark == nullptr) return true;
      bounds = model.points().bounds(*mark);
      if (mark->is_cluster()) closest = kFitClusterZoom;
      break;
    }
    case Kind::kGoToCity: {
      const City& city = store.cities.cities[static_cast<std::size_t>(command.index)];
      bounds.min = bounds.max = to_world({city.lon, city.lat});
      break;
    }
    case Kind::kGoToBox: {
      // Exactly the box that was drawn: no margin, nothing left free for controls.
      const WorldBounds box = camera_.bounds_between(command.at, command.to);
      const FittedView view = fit(box, camera_.width(), camera_.height(), 0, kMaxZoom);
      go(view.center, view.zoom, state);
      return true;
    }
    case Kind::kGoHome:
      camera_.stop();
      by_hand_ = false;
      target_ = {{}, -1};  // wherever it is, it goes to the first view
      state.map = {};
      aloud_ = aloud_ || command.aloud;
      return true;
    case Kind::kTurnGlobe:
      // A close view is flat in both projections: from the first view the new one is visible.
      state.proj = is_globe() ? Projection::kMercator : Projection::kGlobe;
      state.map = {};
      aloud_ = aloud_ || command.aloud;
      return true;
    case Kind::kZoom:
    case Kind::kPan:
    case Kind::kDragBegin:
    case Kind::kDragTo:
    case Kind::kDragEnd:
    case Kind::kPinch:
      by_hand_ = true;
      aloud_ = aloud_ || command.aloud;
      move(command, now);
      return true;
    default:
      return false;
  }
  const FittedView view = fit_view(camera_, bounds, closest);
  go(view.center, view.zoom, state);
  aloud_ = aloud_ || command.aloud;
  return true;
}

void MapNavigation::move(const MapCommand& command, double now) {
  switch (command.kind) {
    case MapCommand::Kind::kZoom:
      camera_.zoom_about(command.at, command.amount, command.smooth);
      break;
    case MapCommand::Kind::kPan:
      camera_.pan_by(command.at.x, command.at.y);
      break;
    case MapCommand::Kind::kDragBegin:
      camera_.drag_begin(command.at, now);
      break;
    case MapCommand::Kind::kDragTo:
      camera_.drag_to(command.at, now);
      break;
    case MapCommand::Kind::kDragEnd:
      camera_.drag_end(now);
      break;
    case MapCommand::Kind::kPinch:
      camera_.pinch(command.at, command.to, command.amount);
      break;
    default:
      break;
  }
}

void MapNavigation::end(double dt, bool held, ViewState& state) {
  const bool moves = camera_.update(dt);
  at_rest_ = !moves && !held && !camera_.dragging();
  if (at_rest_) rest(state);
}

// Exactly where a page that starts with this state would be, whatever way led here.
void MapNavigation::rest(ViewState& state) {
  if (by_hand_) {
    by_hand_ = false;
    // A press that moved nothing says nothing.
    if (here() != rest_) {
      state.map = here();
      target_ = {{state.map.lon, state.map.lat}, state.map.zoom};
    }
  }
  if (target_.zoom < 0) return;
  camera_.jump_to(target_.center, target_.zoom);
  const bool told =
      state.map.set && target_ == Place{{state.map.lon, state.map.lat}, state.map.zoom};
  if (told) {
    // The limits of the camera may have moved it.
    state.map = here();
    target_ = {{state.map.lon, state.map.lat}, state.map.zoom};
    camera_.jump_to(target_.center, target_.zoom);
  }
  rest_ = here();
}

bool MapNavigation::take_announcement() {
  const bool say = at_rest_ && aloud_;
  if (say) aloud_ = false;
  return say;
}

void MapNavigation::hold(ViewState& state) {
  if (state.map.set) return;
  state.map = here();
}

void MapNavigation::stop() {
  camera_.stop();
  if (camera_.dragging()) camera_.drag_end(1e9);
  by_hand_ = aloud_ = false;
}

}  // namespace tablero
