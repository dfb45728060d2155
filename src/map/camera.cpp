#include "map/camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geo/globe.h"

namespace tablero {

namespace {

constexpr double kRadians = std::numbers::pi / 180;
constexpr double kGlobeShare = 0.44;      // radius of the whole globe, of the shorter side
constexpr double kSmoothZoomTime = 0.04;  // seconds; three of them do 95 % of a zoom step
constexpr double kInertiaTime = 0.325;    // seconds in which inertia falls to 1/e
constexpr double kInertiaStop = 8;        // CSS pixels per second
constexpr double kInertiaWindow = 0.1;    // seconds of motion before the release that count
constexpr double kFlightSpeed = 1.2;      // path units per second, van Wijk & Nuij section 6
constexpr double kMorphTime = 0.6;        // seconds
constexpr double kGlobeUntil = 4, kFlatFrom = 6;  // zooms between which a globe turns flat
constexpr double kCopyMargin = 0.1;  // how far countries extend beyond their copy of the world

double smooth_step(double t) {
  const double c = std::clamp(t, 0.0, 1.0);
  return c * c * (3 - 2 * c);
}

}  // namespace

Camera::Camera() { fly_home_now(); }

// ---- state

void Camera::set_viewport(double width, double height) {
  if (!(width > 0) || !(height > 0) || (width == width_ && height == height_)) return;
  width_ = width;
  height_ = height;
  if (at_home_) {
    fly_home_now();
  } else {
    clamp_view();
  }
}

LonLat Camera::center() const { return to_lon_lat(center_); }

double Camera::min_zoom() const {
  return std::min(kMaxZoom, std::log2(std::min(width_, height_) / kWorldPixels));
}

double Camera::world_size() const { return kWorldPixels * std::exp2(zoom_); }

void Camera::jump_to(const LonLat& center, double zoom) {
  if (!is_valid(center) || !std::isfinite(zoom)) return;
  stop();
  at_home_ = false;
  center_ = to_world(center);
  zoom_ = zoom;
  clamp_view();
}

void Camera::clamp_view() {
  zoom_ = std::clamp(zoom_, min_zoom(), kMaxZoom);
  center_.x = wrap_x(center_.x);
  if (morph() > 0) {
    center_.y = std::clamp(center_.y, 0.0, 1.0);
    return;
  }
  // If the world is taller than the viewport, it must cover it (no gap at the poles); otherwise it
  // stays wholly visible.
  const double half = height_ / 2 / world_size();
  const double low = half,
               high = south_end_ - half + (south_end_ < 1 ? covered_ / world_size() : 0);
  center_.y = std::clamp(center_.y, std::min(low, high), std::max(low, high));
}

// ---- gestures

void Camera::stop() {
  flight_.reset();
  zoom_left_ = 0;
  velocity_x_ = velocity_y_ = 0;
}

void Camera::begin_gesture() {
  stop();
  at_home_ = false;
}

void Camera::move_content(double dx, double dy) {
  const double m = morph();
  if (m > 0.5) {
    // The surface at the center follows the pointer. The globe keeps its size on screen although
    // Mercator's local scale changes with the center's latitude.
    LonLat c = center();
    const double radius = globe_radius(), cos_before = std::cos(c.lat * kRadians);
    c.lat = std::clamp(c.lat + dy / radius / kRadians, -80.0, 80.0);
    c.lon -= dx / (radius * std::max(cos_before, 0.2)) / kRadians;
    zoom_ += std::log2(std::cos(c.lat * kRadians) / cos_before);
    center_ = to_world(c);
  } else {
    center_.x -= dx / world_size();
    center_.y -= dy / world_size();
  }
  clamp_view();
}

void Camera::pan_by(double dx, double dy) {
  begin_gesture();
  move_content(dx, dy);
}

void Camera::drag_begin(const ScreenPoint& p, double now) {
  begin_gesture();
  dragging_ = true;
  grabbed_ = world_at(p);
  sample_count_ = 0;
  add_sample(p, now);
}

void Camera::add_sample(const ScreenPoint& p, double now) {
  if (sample_count_ == kSamples) {
    std::copy(samples_ + 1, samples_ + kSamples, samples_);
    --sample_count_;
  }
  samples_[sample_count_++] = {p, now};
}

void Camera::drag_to(const ScreenPoint& p, double now) {
  if (!dragging_) return;
  if (morph() > 0.5) {
    const ScreenPoint& last = samples_[sample_count_ - 1].p;
    move_content(p.x - last.x, p.y - last.y);
  } else {
    anchor_at(grabbed_, p);
  }
  add_sample(p, now);
}

void Camera::drag_end(double now) {
  if (!dragging_) return;
  dragging_ = false;
  int first = sample_count_ - 1;
  while (first > 0 && now - samples_[first - 1].t <= kInertiaWindow) --first;
  const DragSample& a = samples_[first];
  const DragSample& b = samples_[sample_count_ - 1];
  const double time = b.t - a.t;
  if (reduced_motion_ || time <= 0 || now - b.t > kInertiaWindow) return;
  velocity_x_ = (b.p.x - a.p.x) / time;
  velocity_y_ = (b.p.y - a.p.y) / time;
}

void Camera::pinch(const ScreenPoint& from_mid, const ScreenPoint& to_mid, double scale) {
  if (!(scale > 0) || !std::isfinite(scale)) return;
  begin_gesture();
  const WorldPoint place = world_at(from_mid);
  zoom_ = std::clamp(zoom_ + std::log2(scale), min_zoom(), kMaxZoom);
  if (morph() > 0.5) {
    move_content(to_mid.x - from_mid.x, to_mid.y - from_mid.y);
  } else {
    anchor_at(place, to_mid);
  }
}

void Camera::zoom_about(const ScreenPoint& anchor, double delta_zoom, bool smooth) {
  if (!std::isfinite(delta_zoom)) return;
  const double left = zoom_left_;
  begin_gesture();
  zoom_anchor_ = anchor;
  zoom_place_ = world_at(anchor);
  if (smooth && !reduced_motion_) {
    zoom_left_ = std::clamp(zoom_ + left + delta_zoom, min_zoom(), kMaxZoom) - zoom_;
    return;
  }
  zoom_ = std::clamp(zoom_ + left + delta_zoom, min_zoom(), kMaxZoom);
  keep_anchor();
}

void Camera::keep_anchor() {
  if (morph() > 0.5) {
    clamp_view();  // the globe zooms about its middle
  } else {
    anchor_at(zoom_place_, zoom_anchor_);
  }
}

void Camera::anchor_at(const WorldPoint& place, const ScreenPoint& s) {
  center_ = {place.x - (s.x - width_ / 2) / world_size(),
             place.y - (s.y - height_ / 2) / world_size()};
  clamp_view();
}

// ---- flights

void Camera::fly_world(const WorldPoint& center, double zoom) {
  const double target_zoom = std::clamp(zoom, min_zoom(), kMaxZoom);
  stop();
  at_home_ = false;
  if (reduced_motion_) {
    center_ = center;
    zoom_ = target_zoom;
    clamp_view();
    return;
  }
  const double side = std::max(width_, height_) / kWorldPixels;
  const ZoomPath path(center_, side * std::exp2(-zoom_), center, side * std::exp2(-target_zoom));
  if (path.length() < 1e-6) return;
  flight_.emplace(Flight{path, 0, std::clamp(path.length() / kFlightSpeed, 0.2, 2.5)});
}

void Camera::fly_to(const LonLat& center, double zoom) {
  if (is_valid(center) && std::isfinite(zoom)) fly_world(to_world(center), zoom);
}

FittedView Camera::fitted(const WorldBounds& bounds, double padding, double max_zoom) const {
  FittedView view = fit(bounds, width_, height_ - covered_, padding, max_zoom);
  view.center.y += covered_ / 2 / (kWorldPixels * std::exp2(view.zoom));
  return view;
}

void Camera::fit_bounds(const WorldBounds& bounds, double padding, double max_zoom) {
  const FittedView view = fitted(bounds, padding, max_zoom);
  jump_to(to_lon_lat(view.center), view.zoom);
}

double Camera::home_zoom(double lat) const {
  if (projection_ == MapProjection::kGlobe) {
    const double room = std::max(height_ - 2 * covered_, height_ / 2);
    const double radius = kGlobeShare * std::min(width_, room);
    const double world = 2 * std::numbers::pi * radius * std::cos(lat * kRadians);
    return std::max(min_zoom(), std::log2(world / kWorldPixels));
  }
  return std::max(min_zoom(), std::log2(width_ / kWorldPixels));
}

void Camera::fly_home_now() {
  jump_to({0, kHomeLat}, home_zoom());
  at_home_ = true;
}

void Camera::fly_home() {
  fly_world(to_world({0, kHomeLat}), home_zoom());
  at_home_ = true;
}

// ---- motion

bool Camera::update(double dt) {
  const double step = std::clamp(dt, 0.0, 0.1);
  step_flight(step);
  step_zoom(step);
  step_inertia(step);
  step_morph(step);
  return moving();
}

bool Camera::moving() const {
  const double morph_target = projection_ == MapProjection::kGlobe ? 1 : 0;
  return flight_ || zoom_left_ != 0 || velocity_x_ != 0 || velocity_y_ != 0 ||
         morph_time_ != morph_target;
}

void Camera::step_flight(double dt) {
  if (!flight_) return;
  flight_->elapsed += dt;
  const double t = flight_->elapsed / flight_->duration;
  const ZoomPath::View view = flight_->path.at(smooth_step(t));
  center_ = view.center;
  zoom_ = std::log2(std::max(width_, height_) / kWorldPixels / view.width);
  clamp_view();
  if (t >= 1) flight_.reset();
}

void Camera::step_zoom(double dt) {
  if (zoom_left_ == 0) return;
  constexpr double kDone = 0.002;  // zoom levels, a tenth of a percent of scale
  double part = zoom_left_ * (1 - std::exp(-dt / kSmoothZoomTime));
  if (std::abs(zoom_left_ - part) < kDone) part = zoom_left_;
  zoom_left_ -= part;
  zoom_ += part;
  keep_anchor();
}

void Camera::step_inertia(double dt) {
  if (velocity_x_ == 0 && velocity_y_ == 0) return;
  const double keep = std::exp(-dt / kInertiaTime);
  // Exponential decay, integrated over the frame so that the distance does not depend on the frame
  // rate.
  move_content(velocity_x_ * kInertiaTime * (1 - keep), velocity_y_ * kInertiaTime * (1 - keep));
  velocity_x_ *= keep;
  velocity_y_ *= keep;
  if (std::hypot(velocity_x_, velocity_y_) < kInertiaStop) velocity_x_ = velocity_y_ = 0;
}

void Camera::step_morph(double dt) {
  const double target = projection_ == MapProjection::kGlobe ? 1 : 0;
  if (morph_time_ == target) return;
  const double move = dt / kMorphTime;
  morph_time_ = target > morph_time_ ? std::min(target, morph_time_ + move)
                                     : std::max(target, morph_time_ - move);
  clamp_view();
}

// ---- globe

void Camera::set_projection(MapProjection projection, bool animate) {
  projection_ = projection;
  if (animate && !reduced_motion_) return;
  morph_time_ = projection == MapProjection::kGlobe ? 1 : 0;
  clamp_view();
}

double Camera::morph() const {
  if (morph_time_ == 0) return 0;
  return smooth_step(morph_time_) *
         (1 - smooth_step((zoom_ - kGlobeUntil) / (kFlatFrom - kGlobeUntil)));
}

double Camera::globe_radius() const {
  // Mercator's scale at the center is 1 / cos(latitude) times that at the equator, so that both
  // projections match at the center.
  return world_size() / (2 * std::numbers::pi) / std::cos(center().lat * kRadians);
}

// ---- pixels and places

ScreenPoint Camera::to_screen(const WorldPoint& p) const {
  const double x = nearest_x(p.x, center_.x);
  const ScreenPoint flat{width_ / 2 + (x - center_.x) * world_size(),
                         height_ / 2 + (p.y - center_.y) * world_size()};
  const double m = morph();
  if (m == 0) return flat;
  const GlobePoint g = to_globe(to_lon_lat(p), center());
  const double r = globe_radius();
  const ScreenPoint round{width_ / 2 + g.x * r, height_ / 2 - g.y * r};
  return {flat.x + (round.x - flat.x) * m, flat.y + (round.y - flat.y) * m};
}

ScreenPoint Camera::to_screen(const LonLat& p) const { return to_screen(to_world(p)); }

WorldPoint Camera::world_at(const ScreenPoint& s) const {
  return {center_.x + (s.x - width_ / 2) / world_size(),
          center_.y + (s.y - height_ / 2) / world_size()};
}

std::optional<LonLat> Camera::lon_lat_at(const ScreenPoint& s) const {
  if (morph() > 0.5) {
    const double r = globe_radius();
    LonLat place;
    const bool on_disc =
        from_globe((s.x - width_ / 2) / r, (height_ / 2 - s.y) / r, center(), &place);
    return on_disc ? std::optional<LonLat>(place) : std::nullopt;
  }
  const WorldPoint p = world_at(s);
  if (p.y < 0 || p.y > 1) return std::nullopt;
  return to_lon_lat(p);
}

WorldBounds Camera::bounds_between(const ScreenPoint& a, const ScreenPoint& b) const {
  return {world_at({std::min(a.x, b.x), std::min(a.y, b.y)}),
          world_at({std::max(a.x, b.x), std::max(a.y, b.y)})};
}

bool Camera::on_near_side(const LonLat& p, double least) const {
  return morph() <= 0.5 || to_globe(p, center()).z > least;
}

bool Camera::visible(const LonLat& p, double margin_px) const {
  if (!on_near_side(p)) return false;
  const ScreenPoint s = to_screen(p);
  return s.x >= -margin_px && s.x <= width_ + margin_px && s.y >= -margin_px &&
         s.y <= height_ + margin_px;
}

int Camera::first_copy() const {
  if (morph() > 0) return -1;
  return static_cast<int>(std::ceil(world_at({0, 0}).x - 1 - kCopyMargin));
}

int Camera::last_copy() const {
  if (morph() > 0) return 1;
  return static_cast<int>(std::floor(world_at({width_, 0}).x + kCopyMargin));
}

}  // namespace tablero
