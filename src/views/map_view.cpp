#include "views/map_view.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "base/sort.h"
#include "gpu/target.h"
#include "map/picking.h"
#include "ui/widgets.h"
#include "views/map_scene.h"

namespace tablero {
namespace {

constexpr double kFitPadding = 48;  // CSS px
constexpr double kFitMaxZoom = 6;
constexpr double kGlobeMaxZoom = 3.5;  // closer views are flat; fitting must not leave the globe
constexpr double kCityZoom = 8;
constexpr std::uint8_t kMissingSeries = 3;  // of MapColors::series
// 60 S: nobody lives beyond, and Antarctica would fill the lower half of a phone. The flat map ends
// there unless some place lies further south.
constexpr double kSouthEnd = 0.70964;

// The most certain edition of a city among the chosen ones.
Confidence best_confidence(const City& city, const ViewState& state) {
  Confidence best = Confidence::kLow;
  for (const CityEdition& e : city.editions) {
    const bool wanted = state.editions.empty() || has_edition(state, e.year);
    if (wanted && e.confidence < best) best = e.confidence;
  }
  return best;
}

// Participants of the shown editions, or the reason why no count was published.
Amount participants(const City& city, const ViewState& state) {
  Amount sum;
  for (const CityEdition& e : city.editions) {
    if (!state.editions.empty() && !has_edition(state, e.year)) continue;
    if (e.count.known()) {
      sum = {(sum.known() ? sum.value : 0) + e.count.value, Presence::kValue};
    } else if (sum.presence == Presence::kNoData) {
      sum = e.count;
    }
  }
  if (sum.known() && sum.value == 0) sum.presence = Presence::kZero;
  return sum;
}

// The mean direction of the points on the sphere, or the center of `bounds` without points; kept
// away from the poles.
LonLat middle_of(std::span<const MapPoint> points, const WorldBounds& bounds) {
  constexpr double kRadians = 3.14159265358979 / 180, kMostLat = 35;
  double x = 0, y = 0, z = 0;
  bool is_empty = true;
  for (const MapPoint& p : points) {
    if (!p.shown) continue;
    is_empty = false;
    x += std::cos(p.lat * kRadians) * std::cos(p.lon * kRadians);
    y += std::cos(p.lat * kRadians) * std::sin(p.lon * kRadians);
    z += std::sin(p.lat * kRadians);
  }
  LonLat middle = {std::atan2(y, x) / kRadians, std::atan2(z, std::hypot(x, y)) / kRadians};
  if (is_empty) {
    middle = to_lon_lat({(bounds.min.x + bounds.max.x) / 2, (bounds.min.y + bounds.max.y) / 2});
  }
  return {middle.lon, std::clamp(middle.lat, -kMostLat, kMostLat)};
}

// The number of points exactly where another one is, not counting the first of each place.
int count_on_others(std::span<const MapPoint> points) {
  struct Place {
    double lon, lat;
  };
  List<Place> places;
  places.reserve(points.size());
  for (const MapPoint& p : points) {
    if (p.shown && is_valid({p.lon, p.lat})) places.push_back({p.lon, p.lat});
  }
  sort(places, [](const Place& a, const Place& b) {
    return a.lon != b.lon ? a.lon < b.lon : a.lat < b.lat;
  });
  int found = 0;
  for (std::size_t i = 1; i < places.size(); ++i) {
    found += places[i].lon == places[i - 1].lon && places[i].lat == places[i - 1].lat ? 1 : 0;
  }
  return found;
}

constexpr unsigned bit(Presence p) { return 1u << static_cast<unsigned>(p); }

}  // namespace

MapView::MapView() = default;
MapView::~MapView() = default;

void MapView::context_lost() {
  if (renderer_) renderer_->on_context_lost();
}

void MapView::prepare(Platform& platform) {
  renderer_ = make_map_renderer(platform);
  renderer_->begin_shaders();
}

void MapView::wait(Ui& ui) {
  if (!renderer_ || !ui.gl || waited_ >= 2) return;
  // Not in the first frame, which must appear without delay.
  if (++waited_ < 2) {
    ui.animate();
    return;
  }
  const ImVec2 corner(0, ui.size.y - 1);
  frame_.camera = &camera_;
  frame_.viewport = to_pixels(ui, corner, corner + ImVec2(1, 1));
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddCallback(
      [](const ImDrawList*, const ImDrawCmd* command) {
        auto* self = static_cast<MapView*>(command->UserCallbackData);
        self->frame_.target = bound_framebuffer();
        self->renderer_->warm_up(self->frame_);
      },
      this);
  list->AddCallback(ImDrawCallback_ResetRenderState, nullptr);
  list->AddRectFilled(corner, corner + ImVec2(1, 1), ui.colors().background);
}

void MapView::take_base_maps(ViewContext& context) {
  if (!renderer_) renderer_ = make_map_renderer(context.ui.platform);
  if (context.ui.platform.shaders_changed()) renderer_->reload_shaders();
  for (int level = 0; level < 2; ++level) {
    const MapBytes& bytes = context.maps[level];
    if (bytes.generation == map_generation_[level] || bytes.bytes == nullptr) continue;
    map_generation_[level] = bytes.generation;
    Result<BaseMap> map =
        decode_base_map(*bytes.bytes, kBaseMapFiles[static_cast<std::size_t>(level)]);
    if (map.ok()) {
      maps_[level] = std::make_shared<const BaseMap>(std::move(map.value()));
      renderer_->set_base_map(level, maps_[level]);
    } else {
      map_broken_ = true;
      map_fault_ = map.fault();
    }
  }
  if (renderer_->wants_detail(camera_.zoom())) context.want_map_detail = true;
}

void MapView::take_points(ViewContext& context) {
  const bool density = points_.options().style == PointStyle::kDensity;
  if (context.selection.generation == selection_generation_ && density == context.state.density) {
    return;
  }
  const bool first = selection_generation_ == 0;
  selection_generation_ = context.selection.generation;
  fit_due_ = true;
  point_buffer_.clear();
  presences_ = 0;
  bad_countries_ = 0;
  const List<City>& cities = context.store.cities.cities;
  for (std::size_t i = 0; i < cities.size(); ++i) {
    const Amount people = participants(cities[i], context.state);
    const Confidence confidence = best_confidence(cities[i], context.state);
    MapPoint p;
    p.id = static_cast<std::uint32_t>(i + 1);
    p.lon = cities[i].lon;
    p.lat = cities[i].lat;
    p.shown = context.selection.cities[i] != 0;
    p.value = people.known() ? people.value : 0;
    p.color = static_cast<std::uint8_t>(confidence);
    // Zero is a ring; a count that was not published or not asked is gray and the smallest.
    p.hollow = confidence == Confidence::kLow || people.presence == Presence::kZero;
    if (people.presence == Presence::kFewerThanK) p.color = kMissingSeries;
    if (people.presence == Presence::kNotAsked) {
      p.color = kMissingSeries;
      p.hollow = true;
    }
    point_buffer_.push_back(p);
    if (!p.shown) continue;
    presences_ |= bit(people.presence);
    bad_countries_ += context.store.countries.find(cities[i].country) == nullptr ? 1 : 0;
  }
  counted_ = (presences_ & (bit(Presence::kValue) | bit(Presence::kZero))) != 0;
  PointOptions options;
  options.style = context.state.density ? PointStyle::kDensity
                  : counted_            ? PointStyle::kBubbles
                                        : PointStyle::kPresence;
  if (context.state.density && !counted_) {
    for (MapPoint& p : point_buffer_) p.value = 1;
  }
  const PointReport report = points_.set(point_buffer_, options, !first);
  bad_places_ = static_cast<int>(report.bad_position);
  bad_spots_ = count_on_others(point_buffer_);
  pinned_mark_ = 0;
  camera_.set_south_end(points_.bounds_of_all().max.y < kSouthEnd ? kSouthEnd : 1);
}

// The bounds of the chosen countries on the map, for those without cities.
WorldBounds MapView::bounds_of_countries(ViewContext& context) const {
  WorldBounds all;
  const BaseMap* map = renderer_->base_map(0);
  for (const CountryCode& code : context.state.countries) {
    const int country = map == nullptr ? -1 : map->find(code.view());
    if (country < 0) continue;
    const WorldBounds& b = map->countries[static_cast<std::size_t>(country)].bounds;
    all = {{std::min(all.min.x, b.min.x), std::min(all.min.y, b.min.y)},
           {std::max(all.max.x, b.max.x), std::max(all.max.y, b.max.y)}};
  }
  return all;
}

void MapView::fit_selection(ViewContext& context, bool animate) {
  WorldBounds bounds = points_.bounds_of_all();
  if (bounds.empty()) bounds = bounds_of_countries(context);
  if (bounds.empty()) return;
  const double padding = std::min(kFitPadding, camera_.width() * 0.06);
  if (globe_) {
    // The whole globe, turned to the center of the shown points; or closer, to the chosen
    // countries.
    LonLat middle = middle_of(points_.points(), bounds);
    double zoom = camera_.home_zoom(middle.lat);
    const FittedView near = camera_.fitted(bounds, padding, kGlobeMaxZoom);
    if (!context.state.countries.empty() && near.zoom > zoom) {
      middle = to_lon_lat(near.center);
      zoom = near.zoom;
    }
    if (animate) {
      camera_.fly_to(middle, zoom);
    } else {
      camera_.jump_to(middle, zoom);
    }
  } else if (animate) {
    camera_.fly_to_bounds(bounds, padding, kFitMaxZoom);
  } else {
    camera_.fit_bounds(bounds, padding, kFitMaxZoom);
  }
  context.state.map = {};
  published_ = {};
}

void MapView::sync_projection(ViewContext& context) {
  const bool globe = context.state.proj == Projection::kGlobe;
  if (globe == globe_) return;
  globe_ = globe;
  camera_.set_projection(globe ? MapProjection::kGlobe : MapProjection::kMercator, camera_placed_);
  // A close view is flat in both projections: zooms out until the new one is visible.
  if (camera_placed_) fit_selection(context, true);
}

void MapView::sync_camera(ViewContext& context, const Area& area) {
  camera_.set_reduced_motion(context.ui.environment.reduced_motion);
  camera_.set_viewport(area.size.x, area.size.y);
  Ui& ui = context.ui;
  legend_size_ = measure_legend(context, area);
  // On a wide screen the legend is in a corner and must not push the content up.
  const bool below = stacked(ui, area);
  ViewState& state = context.state;
  const bool globe = state.proj == Projection::kGlobe;
  const float beside =
      globe ? ui.px(72) : std::min(legend_size_.y + ui.px(20), area.size.y * 0.27f);
  camera_.set_covered(below ? legend_size_.y + ui.px(72) : beside);
  sync_projection(context);
  if (!camera_placed_) {
    camera_placed_ = true;
    fitted_countries_ = state.countries;
    if (state.map.set) {
      camera_.jump_to({state.map.lon, state.map.lat}, state.map.zoom);
      published_ = state.map;
    } else {
      fit_selection(context, false);
    }
    return;
  }
  if (state.map.set && !(state.map == published_)) {
    camera_.fly_to({state.map.lon, state.map.lat}, state.map.zoom);
    published_ = state.map;
  }
  // Only after the points match the selection, which is updated while a frame is built.
  if (fit_due_ && state.countries != fitted_countries_) {
    fitted_countries_ = state.countries;
    fit_selection(context, true);
    say_countries(context);
  }
  fit_due_ = false;
}

// The flat map is clipped at its southern end; below is water. During the morph to the globe the
// clip moves out of view.
PixelRect MapView::clip_of(const Ui& ui, const Area& area, const PixelRect& view) const {
  PixelRect clip = view;
  const double end = camera_.to_screen(WorldPoint{camera_.world_center().x, camera_.south_end()}).y;
  if (camera_.south_end() >= 1 || end >= area.size.y) return clip;
  const double hidden = (area.size.y - std::max(end, 0.0)) * (1 - camera_.morph());
  const int pixels = static_cast<int>(hidden * ui.pixel_density.y);
  clip.y += pixels;
  clip.height -= pixels;
  return clip;
}

void MapView::draw_layers(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  if (points_.update(camera_, ui.dt, ui.environment.reduced_motion)) ui.animate();
  ImDrawList* list = ImGui::GetWindowDrawList();
  // Drawn under the map too: the area south of its end stays water.
  list->AddRectFilled(area.min, area.min + area.size, ui.colors().water);
  if (!ui.gl) return;
  const PixelRect rect = to_pixels(ui, area.min, area.min + area.size);
  frame_.camera = &camera_;
  frame_.points = &points_;
  frame_.colors = map_colors(ui.theme);
  frame_.viewport = rect;
  frame_.clip = clip_of(ui, area, rect);
  frame_.graticule = context.state.graticule;
  frame_.pixel_ratio = ui.pixel_density.x;
  frame_.dt = ui.dt;
  frame_.reduced_motion = ui.environment.reduced_motion;
  frame_.hovered_mark = hovered_mark_ >= 0
                            ? points_.marks()[static_cast<std::size_t>(hovered_mark_)].key
                            : pinned_mark_;
  const BaseMap* map = renderer_->base_map(camera_.zoom());
  frame_.hovered_country = -1;
  if (map != nullptr && hovered_country_ >= 0) {
    const auto index = static_cast<std::size_t>(hovered_country_);
    frame_.hovered_country = map->find(context.store.countries.countries[index].iso2);
  }
  list->AddCallback(
      [](const ImDrawList*, const ImDrawCmd* command) {
        auto* self = static_cast<MapView*>(command->UserCallbackData);
        self->frame_.target = bound_framebuffer();
        self->needs_frame_ = self->renderer_->draw(self->frame_);
      },
      this);
  list->AddCallback(ImDrawCallback_ResetRenderState, nullptr);
  // The answer of the last frame's draw: a crossfade still runs.
  if (needs_frame_) ui.animate();
}

void MapView::fly_to_city(ViewContext& context, int index) {
  if (index < 0) return;
  const City& city = context.store.cities.cities[static_cast<std::size_t>(index)];
  camera_.fly_to({city.lon, city.lat}, kCityZoom);
  moved_by_us_ = true;
  list_open_ = false;
  say_city(context, city);
  context.ui.animate();
}

MapView::Area MapView::draw_list(ViewContext& context, const Area& whole) {
  Ui& ui = context.ui;
  Area map = whole;
  if (!ui.narrow()) {
    const float width = ui.px(300);
    ImGui::SetCursorScreenPos(whole.min);
    fly_to_city(context, panel_.draw(context, width, whole.size.y));
    map.min.x += width;
    map.size.x -= width;
    ImGui::GetWindowDrawList()->AddLine({map.min.x - 0.5f, map.min.y},
                                        {map.min.x - 0.5f, map.min.y + map.size.y},
                                        ui.colors().hairline);
  } else if (list_open_) {
    ImGui::SetCursorScreenPos({whole.min.x + ui.px(16), whole.min.y + ui.px(10)});
    if (button(ui, "close-list", ui.t("map.list.close"), ButtonKind::kPlain, Icon::kCross)) {
      list_open_ = false;
    }
    const float top = ui.px(20) + ui.control_height();
    ImGui::SetCursorScreenPos({whole.min.x, whole.min.y + top});
    fly_to_city(context, panel_.draw(context, whole.size.x, whole.size.y - top));
    map.size.y = 0;
  }
  return map;
}

void MapView::draw(ViewContext& context) {
  Ui& ui = context.ui;
  const Area whole{ImGui::GetCursorScreenPos(), ImGui::GetContentRegionAvail()};
  if (whole.size.x < 1 || whole.size.y < 1) return;
  take_base_maps(context);
  take_points(context);
  const Area area = draw_list(context, whole);
  if (area.size.x < 1 || area.size.y < 1) return;
  layers_.update(context, *renderer_);
  sync_camera(context, area);
  handle_input(context, area);
  draw_layers(context, area);
  draw_labels(context, area);
  draw_marks_semantics(context, area);
  ui.sem.pop();
  draw_controls(context, area);
  timeline_rect_ = timeline_.draw(
      context, {area.min.x + area.size.x * 0.5f, area.min.y + area.size.y - ui.px(20)});
  draw_legend(context, area);
  draw_top_controls(context, area);
  draw_hint(context, area);
  draw_tooltip(context, area);
}

}  // namespace tablero
