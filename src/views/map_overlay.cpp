// The overlay of the map: labels, tooltip, controls, and the marks' nodes for screen readers.
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "ui/widgets.h"
#include "views/figure_names.h"
#include "views/map_view.h"

namespace tablero {
namespace {

constexpr double kLabelReach = 64;  // CSS px out of sight: a mark whose label would still show

ImVec2 on_screen(const Camera& camera, const WorldPoint& p, ImVec2 origin) {
  const ScreenPoint s = camera.to_screen(p);
  return {origin.x + static_cast<float>(s.x), origin.y + static_cast<float>(s.y)};
}

}  // namespace

void MapView::collect_label_candidates(ViewContext& context) {
  Ui& ui = context.ui;
  candidates_.clear();
  candidate_text_.clear();
  const float line = ui.line_height(TextStyle::kTiny);
  const List<City>& cities = context.store.cities.cities;
  for (const Mark& mark : points_.marks()) {
    if (mark.is_cluster() || mark.key == 0 || mark.key > cities.size()) continue;
    if (!camera_.visible(to_lon_lat(mark.position), kLabelReach)) continue;
    const City& city = cities[mark.key - 1];
    LabelCandidate c;
    c.id = mark.key;
    c.anchor = mark.position;
    c.width = measure(ui, TextStyle::kTiny, city.name).x;
    c.height = line;
    c.offset = mark.radius + ui.px(3);
    c.priority = std::log(static_cast<double>(city.population) + 10);
    candidates_.push_back(c);
    candidate_text_.push_back(city.name);
  }
  const BaseMap* map = renderer_->base_map(camera_.zoom());
  if (map == nullptr) return;
  for (std::size_t i = 0; i < map->countries.size(); ++i) {
    const MapCountry& country = map->countries[i];
    const Country* known = context.store.countries.find(country.iso2);
    if (known == nullptr) continue;
    const std::string& name = known->name.in(ui.lang);
    LabelCandidate c;
    c.id = 0x40000000u + static_cast<std::uint32_t>(i);
    c.anchor = country.label;
    c.width = measure(ui, TextStyle::kTiny, name).x;
    c.height = line;
    c.priority = 4 + 20 * country.label_radius;
    c.max_width_world = country.label_radius * 2.6;
    candidates_.push_back(c);
    candidate_text_.push_back(name);
  }
}

void MapView::collect_obstacles(const Area& area) {
  obstacles_.clear();
  for (const Rect& r : {legend_rect_, controls_rect_, timeline_rect_, top_rect_}) {
    const float x = r.x - area.min.x;
    const float y = r.y - area.min.y;
    obstacles_.push_back({x, y, x + r.w, y + r.h});
  }
  for (const Mark& mark : points_.marks()) {
    const ScreenPoint s = camera_.to_screen(mark.position);
    const auto x = static_cast<float>(s.x);
    const auto y = static_cast<float>(s.y);
    // Off screen and not an obstacle for any label.
    if (x + mark.radius < 0 || y + mark.radius < 0) continue;
    if (x - mark.radius > area.size.x || y - mark.radius > area.size.y) continue;
    obstacles_.push_back({x - mark.radius, y - mark.radius, x + mark.radius, y + mark.radius});
  }
}

void MapView::draw_labels(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  collect_label_candidates(context);
  collect_obstacles(area);
  bool moving = false;
  const std::span<const PlacedLabel> labels = placer_.place(candidates_, camera_, obstacles_, ui.dt,
                                                            ui.environment.reduced_motion, &moving);
  if (moving) ui.animate();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect(area.min, area.min + area.size, true);
  const Palette& c = ui.colors();
  for (const PlacedLabel& l : labels) {
    const std::string_view text = candidate_text_[l.index];
    // Country names are muted, except over a density or shaded land.
    const bool strong = l.id < 0x40000000u || context.state.density || layers_.shading();
    const ImVec2 pos(area.min.x + l.rect.x0,
                     area.min.y + (l.rect.y0 + l.rect.y1 - ui.font_size(TextStyle::kTiny)) * 0.5f);
    const Color halo = with_alpha(c.land, 0.85f * l.alpha);
    // A halo of four shifted copies in the land's color keeps the name readable over borders.
    for (const ImVec2 shift : {ImVec2(-1, 0), ImVec2(1, 0), ImVec2(0, -1), ImVec2(0, 1)}) {
      draw_text(ui, list, pos + shift, TextStyle::kTiny, halo, text);
    }
    draw_text(ui, list, pos, TextStyle::kTiny, with_alpha(strong ? c.text : c.muted, l.alpha),
              text);
  }
  draw_cluster_counts(ui, area);
  if (boxing_) {
    const ImVec2 a(static_cast<float>(box_from_.x), static_cast<float>(box_from_.y));
    const ImVec2 b(static_cast<float>(box_to_.x), static_cast<float>(box_to_.y));
    const ImVec2 min = area.min + ImMin(a, b), max = area.min + ImMax(a, b);
    list->AddRectFilled(min, max, with_alpha(c.primary, 0.12f));
    list->AddRect(min, max, c.primary, 0, 0, ui.px(1.5f));
  }
  list->PopClipRect();
}

// In every copy of the world that is in sight.
void MapView::draw_cluster_counts(Ui& ui, const Area& area) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool flat = camera_.morph() == 0;
  const auto world = static_cast<float>(camera_.world_size());
  const int copies = flat ? static_cast<int>(area.size.x / (2 * world)) + 1 : 0;
  for (const Mark& mark : points_.marks()) {
    if (!mark.is_cluster() || !camera_.on_near_side(to_lon_lat(mark.position))) continue;
    const ImVec2 at = on_screen(camera_, mark.position, area.min);
    const std::string_view count =
        ui.text.number(counted_ ? static_cast<long long>(mark.value) : mark.count);
    const ImVec2 size = measure(ui, TextStyle::kTiny, count);
    for (int copy = -copies; copy <= copies; ++copy) {
      const float x = at.x + static_cast<float>(copy) * world;
      if (x + mark.radius < area.min.x || x - mark.radius > area.min.x + area.size.x) continue;
      draw_text(ui, list, {x - size.x * 0.5f, at.y - size.y * 0.5f}, TextStyle::kTiny,
                ui.colors().on_primary, count);
    }
  }
}

int MapView::mark_with(std::uint32_t key) const {
  const auto marks = points_.marks();
  for (std::size_t i = 0; key != 0 && i < marks.size(); ++i) {
    if (marks[i].key == key) return static_cast<int>(i);
  }
  return -1;
}

void MapView::draw_marks_semantics(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  const List<City>& cities = context.store.cities.cities;
  for (const Mark& mark : points_.marks()) {
    const ImVec2 at = on_screen(camera_, mark.position, area.min);
    const float reach = ImMax(mark.radius, 4.0f);
    if (!camera_.visible(to_lon_lat(mark.position))) continue;
    std::string_view name;
    if (mark.is_cluster()) {
      name = ui.count("map.cluster", mark.count);
    } else if (mark.key > 0 && mark.key <= cities.size()) {
      const City& city = cities[mark.key - 1];
      const Country* country = context.store.countries.find(city.country);
      name = country == nullptr ? std::string_view(city.name)
                                : ui.text.join({city.name, ", ", country->name.in(ui.lang)});
    }
    const std::uint32_t id = mark.key ^ 0x5bd1e995u;
    NodeDetail detail;
    detail.state = kStatePressable;
    // Clipped to the map, like the drawn mark.
    const ImVec2 min = ImMax(at - ImVec2(reach, reach), area.min);
    const ImVec2 max = ImMin(at + ImVec2(reach, reach), area.min + area.size);
    ui.sem.add(id, Role::kButton, name, to_rect(min, max), detail);
    if (ui.sem.take_activate(id)) {
      camera_.fly_to_bounds(points_.bounds(mark), 48, mark.is_cluster() ? 9 : 7);
      pinned_mark_ = mark.is_cluster() ? 0 : mark.key;
      to_say_ = mark.is_cluster();
      if (!to_say_) say_city(context, cities[mark.key - 1]);
      ui.animate();
    }
  }
}

void MapView::city_lines(ViewContext& context, const City& city) {
  Ui& ui = context.ui;
  const Country* country = context.store.countries.find(city.country);
  const float wrap = ui.px(280);
  label(ui, TextStyle::kStrong, ui.colors().text, city.name, wrap);
  if (country != nullptr) {
    label(ui, TextStyle::kSmall, ui.colors().muted,
          city.region.empty() ? std::string_view(country->name.in(ui.lang))
                              : ui.text.join({city.region, ", ", country->name.in(ui.lang)}),
          wrap);
  }
  for (const CityEdition& e : city.editions) {
    const std::string_view amount =
        e.count.known() ? ui.count("count.participants", static_cast<long long>(e.count.value))
        : e.count.presence == Presence::kNoData
            ? ui.t("map.presence")
            : format_amount(ui.text, ui.strings, ui.lang, e.count, Qualifier::kExact);
    label(ui, TextStyle::kSmall, ui.colors().text,
          ui.text.join(
              {ui.text.number(e.year), ": ", amount, " · ", confidence_word(ui, e.confidence)}),
          wrap);
  }
  if (!city.editions.empty() && !city.editions.front().sources.empty()) {
    const Source* source = context.store.sources.find(city.editions.front().sources.front());
    if (source != nullptr) {
      label(ui, TextStyle::kTiny, ui.colors().muted,
            ui.t("figure.source", {{"title", source->title}}), wrap);
    }
  }
}

void MapView::cluster_lines(ViewContext& context, const Mark& mark) {
  Ui& ui = context.ui;
  const List<City>& cities = context.store.cities.cities;
  const float wrap = ui.px(280);
  label(ui, TextStyle::kStrong, ui.colors().text, ui.count("map.cluster", mark.count), wrap);
  members_.clear();
  points_.members(mark, &members_);
  constexpr std::size_t kListed = 6;
  for (std::size_t i = 0; i < members_.size() && i < kListed; ++i) {
    const MapPoint& point = points_.points()[members_[i]];
    label(ui, TextStyle::kSmall, ui.colors().text, cities[point.id - 1].name, wrap);
  }
  if (members_.size() > kListed) label(ui, TextStyle::kSmall, ui.colors().muted, "…", wrap);
  label(ui, TextStyle::kTiny, ui.colors().muted, ui.t("map.cluster.open"), wrap);
}

void MapView::country_lines(ViewContext& context, const Country& country) {
  Ui& ui = context.ui;
  const Palette& c = ui.colors();
  const float wrap = ui.px(280);
  const Store& store = context.store;
  int shown = 0, all = 0;
  for (std::size_t i = 0; i < store.cities.cities.size(); ++i) {
    if (store.cities.cities[i].country != country.iso2) continue;
    ++all;
    shown += context.selection.cities[i] != 0 ? 1 : 0;
  }
  label(ui, TextStyle::kStrong, c.text, country.name.in(ui.lang), wrap);
  if (all == 0 && country.figures.empty()) {
    label(ui, TextStyle::kSmall, c.muted, ui.t("map.country.none"), wrap);
    return;
  }
  label(ui, TextStyle::kSmall, c.text, ui.count("count.cities", shown), wrap);
  if (layers_.shading()) {
    const auto index = static_cast<std::size_t>(&country - store.countries.countries.begin());
    label(
        ui, TextStyle::kSmall, c.text,
        ui.text.join({layers_.title(ui, context.state.shade), ": ", layers_.value_text(ui, index)}),
        wrap);
  }
  CountryCode code;
  const bool chosen = parse_country(country.iso2, code) && has_country(context.state, code);
  label(ui, TextStyle::kTiny, c.muted, ui.t(chosen ? "map.country.back" : "map.country.press"),
        wrap);
}

// The tooltip of what is under the pointer, otherwise of what was pressed last.
void MapView::draw_tooltip(ViewContext& context, const Area& area) {
  if (dragging_ || boxing_) return;
  int mark = hovered_mark_, country = hovered_country_;
  const bool pinned = mark < 0 && country < 0;
  if (pinned) {
    mark = mark_with(pinned_mark_);
    country = pinned_country_;
  }
  if (mark < 0 && country < 0) return;
  const List<City>& cities = context.store.cities.cities;
  if (pinned) {
    const WorldPoint place =
        mark >= 0 ? points_.marks()[static_cast<std::size_t>(mark)].position : pinned_at_;
    if (!camera_.visible(to_lon_lat(place))) return;
    const ImVec2 at = on_screen(camera_, place, area.min);
    const bool left = at.x > area.min.x + area.size.x * 0.5f;
    const bool above = at.y > area.min.y + area.size.y * 0.5f;
    const float away = context.ui.px(12);
    ImGui::SetNextWindowPos({at.x + (left ? -away : away), at.y + (above ? -away : away)},
                            ImGuiCond_Always, {left ? 1.0f : 0.0f, above ? 1.0f : 0.0f});
  }
  begin_tooltip(context.ui);
  if (mark >= 0) {
    const Mark& m = points_.marks()[static_cast<std::size_t>(mark)];
    if (m.is_cluster()) {
      cluster_lines(context, m);
    } else if (m.key > 0 && m.key <= cities.size()) {
      city_lines(context, cities[m.key - 1]);
    }
  } else {
    country_lines(context, context.store.countries.countries[static_cast<std::size_t>(country)]);
  }
  end_tooltip(context.ui);
}

void MapView::draw_controls(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  constexpr float kCount = 4;
  // The buttons contain no text: if large text leaves too little room, they shrink to the minimum
  // touch target.
  const bool tight = area.size.y < kCount * ui.px(110);
  const float side = tight ? ui.theme.metrics.touch_height : ui.control_height();
  const float gap = tight ? 4 : ui.px(4);
  const float x = area.min.x + area.size.x - side - ui.px(14);
  const float below = stacked(ui, area) ? timeline_rect_.h + ui.px(8) : 0;
  struct Control {
    std::string_view id, key;
    Icon icon;
  };
  const Control controls[] = {{"globe", globe_ ? "map.flat" : "map.globe", Icon::kGlobe},
                              {"in", "map.zoom_in", Icon::kPlus},
                              {"out", "map.zoom_out", Icon::kMinus},
                              {"home", "map.fit", Icon::kHome}};
  float y = area.min.y + area.size.y - kCount * side - (kCount - 1) * gap - ui.px(20) - below;
  controls_rect_ = {x, y, side, kCount * side + (kCount - 1) * gap};
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (const Control& control : controls) {
    const std::string_view name = ui.t(control.key);
    const Press press =
        pressable_at(ui, control.id, {x, y}, {x + side, y + side}, Role::kButton, name);
    list->AddRectFilled(press.min, press.max,
                        press.hovered ? ui.colors().raised : ui.colors().surface, ui.px(8));
    list->AddRect(press.min, press.max, ui.colors().hairline, ui.px(8));
    const bool on = control.icon == Icon::kGlobe && globe_;
    draw_icon(list, control.icon, (press.min + press.max) * 0.5f, ui.px(15),
              on ? ui.colors().primary : ui.colors().text);
    focus_ring(ui, press, ui.px(8));
    if (press.hovered) tooltip(ui, name);
    if (press.pressed) {
      const ScreenPoint center{area.size.x * 0.5, area.size.y * 0.5};
      if (control.icon == Icon::kHome) {
        fit_selection(context, true);
      } else if (control.icon == Icon::kGlobe) {
        context.state.proj = globe_ ? Projection::kMercator : Projection::kGlobe;
      } else {
        camera_.zoom_about(center, control.icon == Icon::kPlus ? 1 : -1, true);
      }
      to_say_ = true;
      ui.animate();
    }
    y += side + gap;
  }
}

// Upper left: the list (narrow screens), the layers, and the toggle for gestures (embedded).
void MapView::draw_top_controls(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  const ImVec2 start(area.min.x + ui.px(14), area.min.y + ui.px(12));
  const float gap = ui.px(8);
  ImVec2 at = start;
  ImVec2 end = start;
  const auto place = [&](float width) {
    if (at.x > start.x && at.x + width > area.min.x + area.size.x - gap) {
      at = {start.x, at.y + ui.control_height() + gap};
    }
    ImGui::SetCursorScreenPos(at);
    at.x += width + gap;
    end = {std::max(end.x, at.x), at.y + ui.control_height()};
  };
  if (ui.narrow()) {
    const std::string_view text = ui.t("map.list.open");
    place(button_width(ui, text, Icon::kMenu));
    if (button(ui, "open-list", text, ButtonKind::kPlain, Icon::kMenu)) list_open_ = true;
  }
  place(measure(ui, TextStyle::kBody, ui.t("map.layers")).x + ui.px(70));
  layers_.draw_menu(context);
  if (ui.environment.embedded) {
    const std::string_view text = ui.t(in_use_ ? "map.use.stop" : "map.use");
    place(button_width(ui, text));
    if (button(ui, "use", text, in_use_ ? ButtonKind::kPlain : ButtonKind::kPrimary)) {
      in_use_ = !in_use_;
      ui.animate();
    }
  }
  top_rect_ = to_rect(start, end);
}

}  // namespace tablero
