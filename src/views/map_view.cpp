#include "views/map_view.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "gpu/target.h"
#include "map/picking.h"
#include "ui/widgets.h"
#include "views/map_colours.h"

namespace tablero {
namespace {

constexpr double kFitPadding = 48;  // CSS px
constexpr double kFitMaxZoom = 6;
constexpr double kCityZoom = 8;
constexpr float kWheelZoom = 1.0f / 240.0f;  // zoom levels per CSS px of wheel
constexpr float kPinchZoom = 1.0f / 100.0f;

// The most certain edition of a city among the chosen ones.
Confidence best_confidence(const City& city, const ViewState& state) {
  Confidence best = Confidence::low;
  for (const CityEdition& e : city.editions) {
    const bool wanted = state.editions.empty() || has_edition(state, e.year);
    if (wanted && e.confidence < best) best = e.confidence;
  }
  return best;
}

// Participants of the shown editions; -1 when no count of them was published.
double participants(const City& city, const ViewState& state) {
  double sum = -1;
  for (const CityEdition& e : city.editions) {
    if (!state.editions.empty() && !has_edition(state, e.year)) continue;
    if (e.count.known()) sum = std::max(sum, 0.0) + e.count.value;
  }
  return sum;
}

}  // namespace

MapView::MapView() = default;
MapView::~MapView() = default;

void MapView::context_lost() {
  if (renderer_) renderer_->on_context_lost();
}

void MapView::take_base_maps(ViewContext& context) {
  if (!renderer_) {
    Platform* platform = &context.ui.platform;
    renderer_ = std::make_unique<MapRenderer>(
        [platform](std::string_view file) { return platform->shader_source(file); });
  }
  if (context.ui.platform.shaders_changed()) renderer_->reload_shaders();
  constexpr std::string_view kFiles[] = {"map/110m.bin", "map/50m.bin"};
  for (int level = 0; level < 2; ++level) {
    const MapBytes& bytes = context.maps[level];
    if (bytes.generation == map_generation_[level] || bytes.bytes == nullptr) continue;
    map_generation_[level] = bytes.generation;
    Result<BaseMap> map = decode_base_map(*bytes.bytes, kFiles[level]);
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
  if (context.selection.generation == selection_generation_) return;
  const bool first = selection_generation_ == 0;
  selection_generation_ = context.selection.generation;
  point_buffer_.clear();
  city_of_point_.clear();
  counted_ = false;
  const List<City>& cities = context.store.cities.cities;
  for (std::size_t i = 0; i < cities.size(); ++i) {
    if (context.selection.cities[i] == 0) continue;
    MapPoint p;
    p.id = static_cast<std::uint32_t>(i + 1);
    p.lon = cities[i].lon;
    p.lat = cities[i].lat;
    // Among places with counts, one without is a ring of the smallest size.
    const double people = participants(cities[i], context.state);
    counted_ = counted_ || people >= 0;
    p.value = std::max(people, 0.0);
    const Confidence confidence = best_confidence(cities[i], context.state);
    p.color = static_cast<std::uint8_t>(confidence);
    p.hollow = confidence == Confidence::low || people == 0;
    point_buffer_.push_back(p);
    city_of_point_.push_back(static_cast<std::uint32_t>(i));
  }
  PointOptions options;
  options.style = counted_ ? PointStyle::kBubbles : PointStyle::kPresence;
  points_.set(point_buffer_, options, !first);
}

void MapView::fit_selection(ViewContext& context, bool animate) {
  const WorldBounds bounds = points_.bounds_of_all();
  if (bounds.empty()) return;
  if (animate) {
    camera_.fly_to_bounds(bounds, kFitPadding, kFitMaxZoom);
  } else {
    camera_.fit_bounds(bounds, kFitPadding, kFitMaxZoom);
  }
  context.state.map = {};
  published_ = {};
}

void MapView::sync_camera(ViewContext& context, const Area& area) {
  camera_.set_reduced_motion(context.ui.environment.reduced_motion);
  camera_.set_viewport(area.size.x, area.size.y);
  Ui& ui = context.ui;
  legend_size_ = measure_legend(context, area);
  camera_.set_covered(legend_size_.y + ui.px(stacked(ui, area) ? 72 : 20));
  ViewState& state = context.state;
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
  if (state.countries != fitted_countries_) {
    fitted_countries_ = state.countries;
    fit_selection(context, true);
  }
}

void MapView::handle_input(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  ImGui::SetCursorScreenPos(area.min);
  ImGui::SetNextItemAllowOverlap();
  ImGui::InvisibleButton("map", area.size, ImGuiButtonFlags_MouseButtonLeft);
  const bool hovered = ImGui::IsItemHovered();
  const bool active = ImGui::IsItemActive();
  ui.key_claim = ImGui::IsItemFocused() || ui.key_claim;
  Ui::Claim claim;
  claim.rect = to_rect(area.min, area.min + area.size);
  claim.touch_drag = !ui.environment.embedded;
  claim.wheel = true;
  claim.cooperative = ui.environment.embedded;
  ui.claim(claim);

  const ImVec2 mouse = ImGui::GetIO().MousePos - area.min;
  const ScreenPoint at{mouse.x, mouse.y};
  bool moved = false;
  if (active && !dragging_) camera_.drag_begin(at, ui.now);
  if (active && dragging_) camera_.drag_to(at, ui.now);
  if (!active && dragging_) camera_.drag_end(ui.now);
  moved = active || dragging_;
  dragging_ = active;
  if (ui.wheel.active) {
    const ImVec2 pos = ui.wheel.pos - area.min;
    const double delta = -static_cast<double>(ui.wheel.dy) * kWheelZoom -
                         static_cast<double>(ui.wheel.pinch) * kPinchZoom;
    camera_.zoom_about({pos.x, pos.y}, delta, ui.wheel.pinch == 0);
    moved = true;
  }
  if (ui.pinch.active) {
    const ImVec2 to = ui.pinch.centre - area.min;
    camera_.pinch({to.x - ui.pinch.pan.x, to.y - ui.pinch.pan.y}, {to.x, to.y}, ui.pinch.factor);
    moved = true;
  }
  if (hovered && ImGui::IsMouseDoubleClicked(0)) {
    camera_.zoom_about(at, 1, true);
    moved = true;
  }
  if (active) ui.platform.set_cursor(Cursor::kGrabbing);
  const double slop = ui.environment.coarse_pointer ? 14 : 4;
  hovered_mark_ = hovered ? pick_mark(points_, camera_, at, slop) : -1;
  if (hovered_mark_ >= 0) ui.platform.set_cursor(Cursor::kHand);
  const bool clicked = ImGui::IsItemDeactivated() && ImGui::GetIO().MouseDragMaxDistanceSqr[0] < 16;
  if (clicked && hovered_mark_ >= 0) {
    const Mark& mark = points_.marks()[static_cast<std::size_t>(hovered_mark_)];
    if (mark.is_cluster()) camera_.fly_to_bounds(points_.bounds(mark), kFitPadding, 9);
    moved = true;
  }
  if (camera_.update(ui.dt)) {
    ui.animate();
    moved_by_us_ = moved_by_us_ || moved;
  } else if (context.state.map.set || moved || moved_by_us_) {
    moved_by_us_ = false;
    const LonLat c = camera_.center();
    published_ = rounded({true, c.lon, c.lat, camera_.zoom()});
    context.state.map = published_;
  }
}

void MapView::draw_layers(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  if (points_.update(camera_, ui.dt, ui.environment.reduced_motion)) ui.animate();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(area.min, area.min + area.size, ui.colours().water);
  if (!ui.gl) return;
  const ImVec2 d = ui.pixel_density;
  const int target_height = static_cast<int>(std::lround(ui.size.y * d.y));
  PixelRect rect;
  rect.x = static_cast<int>(std::lround(area.min.x * d.x));
  rect.width = static_cast<int>(std::lround((area.min.x + area.size.x) * d.x)) - rect.x;
  const int top = static_cast<int>(std::lround(area.min.y * d.y));
  rect.height = static_cast<int>(std::lround((area.min.y + area.size.y) * d.y)) - top;
  rect.y = target_height - top - rect.height;
  frame_.camera = &camera_;
  frame_.points = &points_;
  frame_.colors = map_colours(ui.theme);
  frame_.viewport = rect;
  frame_.pixel_ratio = d.x;
  frame_.dt = ui.dt;
  frame_.reduced_motion = ui.environment.reduced_motion;
  frame_.hovered_mark =
      hovered_mark_ >= 0 ? points_.marks()[static_cast<std::size_t>(hovered_mark_)].key : 0;
  list->AddCallback(
      [](const ImDrawList*, const ImDrawCmd* command) {
        auto* self = static_cast<MapView*>(command->UserCallbackData);
        self->frame_.target = bound_framebuffer();
        self->needs_frame_ = self->renderer_->draw(self->frame_);
      },
      this);
  list->AddCallback(ImDrawCallback_ResetRenderState, nullptr);
  // The answer of the last frame's draw: a cross-fade still runs.
  if (needs_frame_) ui.animate();
}

void MapView::fly_to_city(ViewContext& context, int index) {
  if (index < 0) return;
  const City& city = context.store.cities.cities[static_cast<std::size_t>(index)];
  camera_.fly_to({city.lon, city.lat}, kCityZoom);
  moved_by_us_ = true;
  list_open_ = false;
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
                                        ui.colours().hairline);
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
  sync_camera(context, area);
  ui.sem.push(ui_id("map-image"), Role::kImage,
              ui.t("map.name", {{"n", ui.number(static_cast<double>(points_.points().size()), 0)}}),
              to_rect(area.min, area.min + area.size));
  handle_input(context, area);
  draw_layers(context, area);
  draw_labels(context, area);
  draw_marks_semantics(context, area);
  ui.sem.pop();
  draw_controls(context, area);
  timeline_rect_ = timeline_.draw(
      context, {area.min.x + area.size.x * 0.5f, area.min.y + area.size.y - ui.px(20)});
  draw_legend(context, area);
  if (ui.narrow()) {
    ImGui::SetCursorScreenPos({area.min.x + ui.px(14), area.min.y + ui.px(12)});
    if (button(ui, "open-list", ui.t("map.list.open"), ButtonKind::kPlain, Icon::kMenu)) {
      list_open_ = true;
    }
  }
  draw_hint(context, area);
  draw_tooltip(context);
}

}  // namespace tablero
