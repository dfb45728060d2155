// The map's handling of pointer, wheel, touch and keys, and when it claims them.
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "map/picking.h"
#include "ui/widgets.h"
#include "views/map_view.h"

namespace tablero {
namespace {

constexpr float kWheelZoom = 1.0f / 240.0f;  // zoom levels per CSS px of wheel
constexpr float kPinchZoom = 1.0f / 100.0f;
constexpr double kClusterMaxZoom = 9;
constexpr double kClusterPadding = 48;  // CSS px
constexpr double kKeyStep = 80;         // CSS px
constexpr double kSmallestBox = 8;      // CSS px; smaller is a click
constexpr float kClickReach = 4;        // CSS px that a held mouse may move
constexpr float kTapReach = 10;         // the same of a finger
constexpr double kSecondClick = 0.28;   // seconds in which a second click makes a double click

}  // namespace

// Hit test: whether a control over the map covers the position.
bool MapView::is_covered(ImVec2 at) const {
  for (const Rect& r : {legend_rect_, controls_rect_, timeline_rect_, top_rect_}) {
    if (r.contains(at.x, at.y)) return true;
  }
  return false;
}

// Opens the map's node, the parent of later nodes until it is popped, and handles its keyboard
// focus.
void MapView::open_node(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  const ImGuiID id = ImGui::GetItemID();
  if (ui.sem.take_focus(id)) take_keyboard(id);
  const bool ring = ImGui::IsItemFocused() && ImGui::GetCurrentContext()->NavCursorVisible;
  NodeDetail detail;
  detail.state = kStatePressable | (ring ? kStateFocused : 0u);
  detail.value = ui.t("map.keys");
  ui.sem.push(id, Role::kImage,
              ui.t("map.name", {{"n", ui.number(static_cast<double>(points_.shown_count()), 0)}}),
              to_rect(area.min, area.min + area.size), detail);
}

// Cooperative gestures: embedded, one finger and the wheel belong to the page until the map is in
// use, i.e. after a click on it or on its button, until Escape, a click elsewhere, or until the
// page takes the focus.
void MapView::claim_gestures(ViewContext& context, const Area& area, bool pressed) {
  Ui& ui = context.ui;
  const ImGuiIO& io = ImGui::GetIO();
  if (pressed && io.MouseSource == ImGuiMouseSource_Mouse) in_use_ = true;
  const Rect rect = to_rect(area.min, area.min + area.size);
  const bool outside = ImGui::IsMouseClicked(0) && !rect.contains(io.MousePos.x, io.MousePos.y);
  if (outside || io.AppFocusLost || ImGui::IsKeyPressed(ImGuiKey_Escape)) in_use_ = false;
  Ui::Claim claim;
  claim.rect = rect;
  claim.cooperative = ui.environment.embedded && !in_use_;
  claim.touch_drag = !claim.cooperative;
  claim.wheel = true;
  ui.claim(claim);
}

bool MapView::drag(ViewContext& context, const ScreenPoint& at, bool active) {
  Ui& ui = context.ui;
  const bool held = active && ImGui::IsMouseDown(0);  // activated by the Space key: not a drag
  const bool begins = held && !dragging_ && !boxing_;
  if (begins && ImGui::GetIO().KeyShift && camera_.morph() == 0) {
    boxing_ = true;
    box_from_ = at;
  }
  if (boxing_) {
    if (held) {
      box_to_ = at;
      return true;
    }
    boxing_ = false;
    if (std::abs(box_to_.x - box_from_.x) < kSmallestBox ||
        std::abs(box_to_.y - box_from_.y) < kSmallestBox) {
      return false;
    }
    camera_.set_covered(0);
    camera_.fly_to_bounds(camera_.bounds_between(box_from_, box_to_), 0, kMaxZoom);
    return true;
  }
  if (begins) camera_.drag_begin(at, ui.now);
  if (held && dragging_) camera_.drag_to(at, ui.now);
  if (!held && dragging_) camera_.drag_end(ui.now);
  const bool moved = held || dragging_;
  dragging_ = held;
  if (held) ui.platform.set_cursor(Cursor::kGrabbing);
  return moved;
}

bool MapView::wheel_and_pinch(Ui& ui, const Area& area) {
  if (ui.wheel.active) {
    const ImVec2 pos = ui.wheel.pos - area.min;
    const double delta = -static_cast<double>(ui.wheel.dy) * kWheelZoom -
                         static_cast<double>(ui.wheel.pinch) * kPinchZoom;
    camera_.zoom_about({pos.x, pos.y}, delta, ui.wheel.pinch == 0);
  }
  if (ui.pinch.active) {
    const ImVec2 to = ui.pinch.center - area.min;
    camera_.pinch({to.x - ui.pinch.pan.x, to.y - ui.pinch.pan.y}, {to.x, to.y}, ui.pinch.factor);
  }
  return ui.wheel.active || ui.pinch.active;
}

// Arrows move, + and - zoom, 0 shows everything; only while the map has the focus.
bool MapView::press_keys(ViewContext& context, const Area& area) {
  struct Step {
    ImGuiKey key;
    double x, y;
  };
  constexpr Step kSteps[] = {{ImGuiKey_LeftArrow, kKeyStep, 0},
                             {ImGuiKey_RightArrow, -kKeyStep, 0},
                             {ImGuiKey_UpArrow, 0, kKeyStep},
                             {ImGuiKey_DownArrow, 0, -kKeyStep}};
  bool moved = false;
  for (const Step& step : kSteps) {
    if (!ImGui::IsKeyPressed(step.key)) continue;
    camera_.pan_by(step.x, step.y);
    ImGui::NavMoveRequestCancel();  // the focus stays here
    moved = true;
  }
  const bool in = ImGui::IsKeyPressed(ImGuiKey_KeypadAdd);
  if (in || ImGui::IsKeyPressed(ImGuiKey_Minus)) {
    camera_.zoom_about({area.size.x * 0.5, area.size.y * 0.5}, in ? 1 : -1, true);
    moved = true;
  }
  const bool home = ImGui::IsKeyPressed(ImGuiKey_0);
  if (home) fit_selection(context, true);
  to_say_ = to_say_ || moved || home;
  return moved;
}

void MapView::hover(ViewContext& context, const ScreenPoint& at, bool hovered) {
  Ui& ui = context.ui;
  const double slop = ui.environment.coarse_pointer ? 14 : 4;
  hovered_mark_ = hovered ? pick_mark(points_, camera_, at, slop) : -1;
  hovered_country_ = -1;
  if (hovered_mark_ >= 0) ui.platform.set_cursor(Cursor::kHand);
  if (!hovered || hovered_mark_ >= 0) return;
  const BaseMap* map = renderer_->base_map(camera_.zoom());
  const std::optional<LonLat> place = camera_.lon_lat_at(at);
  if (map == nullptr || !place) return;
  const WorldPoint world = to_world(*place);
  // No hit test beyond the drawn part of the map.
  if (!globe_ && world.y > camera_.south_end()) return;
  const int index = map->country_at(world);
  if (index < 0) return;
  const Countries& countries = context.store.countries;
  const Country* known = countries.find(map->countries[static_cast<std::size_t>(index)].iso2);
  if (known != nullptr) hovered_country_ = static_cast<int>(known - countries.countries.begin());
}

// Handles a click: a cluster zooms in, a city shows its tooltip until the next click, a country
// toggles the filter.
bool MapView::click(ViewContext& context) {
  pinned_mark_ = 0;
  pinned_country_ = -1;
  if (hovered_mark_ >= 0) {
    const Mark& mark = points_.marks()[static_cast<std::size_t>(hovered_mark_)];
    if (!mark.is_cluster()) {
      pinned_mark_ = mark.key;
      say_city(context, context.store.cities.cities[mark.key - 1]);
      return false;
    }
    camera_.fly_to_bounds(points_.bounds(mark), kClusterPadding, kClusterMaxZoom);
    return true;
  }
  pressed_country_ = hovered_country_;
  pressed_until_ = context.ui.now + kSecondClick;
  return false;
}

void MapView::select_country(ViewContext& context, int index) {
  const Country& country = context.store.countries.countries[static_cast<std::size_t>(index)];
  const List<City>& cities = context.store.cities.cities;
  const bool named = !country.figures.empty() ||
                     std::any_of(cities.begin(), cities.end(),
                                 [&](const City& c) { return c.country == country.iso2; });
  CountryCode code;
  if (!parse_country(country.iso2, code)) return;
  const bool only = context.state.countries.size() == 1 && has_country(context.state, code);
  pinned_country_ = only ? -1 : index;
  // Filtering by a country without records would give an empty page: only its tooltip is shown.
  if (!named) return;
  context.state.countries.clear();
  if (!only) context.state.countries.push_back(code);
}

// Announces the view to screen readers: the country at the center, the zoom, and how many marks are
// visible.
void MapView::say_camera(ViewContext& context) {
  Ui& ui = context.ui;
  int count = 0;
  for (const MapPoint& p : points_.points()) {
    count += p.shown && camera_.visible({p.lon, p.lat}) ? 1 : 0;
  }
  std::string_view place;
  const BaseMap* map = renderer_->base_map(camera_.zoom());
  const int index = map == nullptr ? -1 : map->country_at(to_world(camera_.center()));
  if (index >= 0) {
    const Country* known =
        context.store.countries.find(map->countries[static_cast<std::size_t>(index)].iso2);
    if (known != nullptr) place = ui.text.join({known->name.in(ui.lang), ", "});
  }
  ui.platform.announce(ui.text.join({place, ui.t("map.zoom", {{"z", ui.number(camera_.zoom(), 1)}}),
                                     ": ", ui.count("map.in_view", count)}));
}

void MapView::say_city(ViewContext& context, const City& city) {
  Ui& ui = context.ui;
  const Country* country = context.store.countries.find(city.country);
  ui.platform.announce(country == nullptr
                           ? std::string_view(city.name)
                           : ui.text.join({city.name, ", ", country->name.in(ui.lang)}));
}

// Announces the chosen countries; the filter bar announces how many cities remain.
void MapView::say_countries(ViewContext& context) {
  Ui& ui = context.ui;
  std::string_view names;
  for (const CountryCode& code : context.state.countries) {
    const Country* country = context.store.countries.find(code.view());
    if (country != nullptr)
      names = ui.text.join({names, names.empty() ? "" : ", ", country->name.in(ui.lang)});
  }
  if (!names.empty()) ui.platform.announce(names);
}

// Debounce: the camera is published to the link only when a gesture or flight has ended, because
// updating the history in every frame costs a browser more than drawing.
void MapView::publish_camera(ViewContext& context, bool moved) {
  Ui& ui = context.ui;
  const bool flies = camera_.update(ui.dt);
  if (flies || ui.pinch.active) ui.animate();
  if (flies || dragging_ || ui.pinch.active) {
    moved_by_us_ = moved_by_us_ || moved;
    return;
  }
  if (to_say_) say_camera(context);
  to_say_ = false;
  if (context.state.map.set || moved || moved_by_us_) {
    moved_by_us_ = false;
    const LonLat c = camera_.center();
    published_ = rounded({true, c.lon, c.lat, camera_.zoom()});
    context.state.map = published_;
  }
}

void MapView::handle_input(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  ImGui::SetCursorScreenPos(area.min);
  // A control over the map blocks it immediately: ImGui would still give the map a press that
  // arrives in the same frame as the pointer's move.
  const bool free = !is_covered(ImGui::GetIO().MousePos);
  const bool away = !free && ImGui::GetActiveID() != ImGui::GetID("map");
  ImGui::SetNextItemAllowOverlap();
  ImGui::PushItemFlag(ImGuiItemFlags_Disabled, away);
  ImGui::InvisibleButton("map", area.size, ImGuiButtonFlags_MouseButtonLeft);
  ImGui::PopItemFlag();
  const bool hovered = ImGui::IsItemHovered() && free;
  const bool active = ImGui::IsItemActive() && (free || dragging_ || boxing_);
  const bool focused = ImGui::IsItemFocused();
  const bool released = ImGui::IsItemDeactivated() && free;
  const bool pressed = ImGui::IsItemClicked() && free;
  ui.key_claim = focused || ui.key_claim;
  open_node(context, area);
  claim_gestures(context, area, pressed);

  const ImVec2 mouse = ImGui::GetIO().MousePos - area.min;
  const ScreenPoint at{mouse.x, mouse.y};
  hover(context, at, hovered && !boxing_);
  bool moved = drag(context, at, active);
  moved = wheel_and_pinch(ui, area) || moved;
  if (focused) moved = press_keys(context, area) || moved;
  if (moved && !active) pinned_country_ = -1;
  if (hovered && ImGui::IsMouseDoubleClicked(0)) {
    camera_.zoom_about(at, 1, true);
    pressed_country_ = -1;
    moved = true;
  }
  const float reach = ui.environment.coarse_pointer ? kTapReach : kClickReach;
  if (released && ImGui::GetIO().MouseDragMaxDistanceSqr[0] < reach * reach &&
      ImGui::GetIO().MouseClickedLastCount[0] < 2) {
    pinned_at_ = to_world(camera_.lon_lat_at(at).value_or(camera_.center()));
    moved = click(context) || moved;
  }
  if (ImGui::IsKeyPressed(ImGuiKey_Escape)) {
    pinned_mark_ = 0;
    pinned_country_ = -1;
  }
  if (pressed_country_ >= 0 && ui.now >= pressed_until_) {
    select_country(context, pressed_country_);
    pressed_country_ = -1;
  }
  if (pressed_country_ >= 0) ui.repaint_after(pressed_until_ - ui.now);
  publish_camera(context, moved);
}

template <>
std::unique_ptr<TabView> make_tab<View::kMapa>() {
  return std::make_unique<MapView>();
}

}  // namespace tablero
