// What lies over the map: labels, tooltip, controls, legend, hint, and the marks for readers.
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "ui/widgets.h"
#include "views/map_view.h"

namespace tablero {
namespace {

constexpr std::string_view kConfidenceKeys[] = {"confidence.high", "confidence.medium",
                                                "confidence.low"};

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
  for (const Rect& r : {legend_rect_, controls_rect_, timeline_rect_}) {
    const float x = r.x - area.min.x;
    const float y = r.y - area.min.y;
    obstacles_.push_back({x, y, x + r.w, y + r.h});
  }
  for (const Mark& mark : points_.marks()) {
    const ScreenPoint s = camera_.to_screen(mark.position);
    const auto x = static_cast<float>(s.x);
    const auto y = static_cast<float>(s.y);
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
  const Palette& c = ui.colours();
  for (const PlacedLabel& l : labels) {
    const std::string_view text = candidate_text_[l.index];
    const bool city = l.id < 0x40000000u;
    const ImVec2 pos(area.min.x + l.rect.x0,
                     area.min.y + (l.rect.y0 + l.rect.y1 - ui.font_size(TextStyle::kTiny)) * 0.5f);
    const Colour halo = with_alpha(c.land, 0.85f * l.alpha);
    // Four shifted copies in the land's colour keep the name readable over borders.
    for (const ImVec2 shift : {ImVec2(-1, 0), ImVec2(1, 0), ImVec2(0, -1), ImVec2(0, 1)}) {
      draw_text(ui, list, pos + shift, TextStyle::kTiny, halo, text);
    }
    draw_text(ui, list, pos, TextStyle::kTiny, with_alpha(city ? c.text : c.muted, l.alpha), text);
  }
  for (const Mark& mark : points_.marks()) {
    if (!mark.is_cluster()) continue;
    const ImVec2 at = on_screen(camera_, mark.position, area.min);
    const std::string_view count =
        ui.text.number(counted_ ? static_cast<long long>(mark.value) : mark.count);
    const ImVec2 size = measure(ui, TextStyle::kTiny, count);
    draw_text(ui, list, {at.x - size.x * 0.5f, at.y - size.y * 0.5f}, TextStyle::kTiny,
              c.on_primary, count);
  }
  list->PopClipRect();
}

void MapView::draw_marks_semantics(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  const List<City>& cities = context.store.cities.cities;
  for (const Mark& mark : points_.marks()) {
    const ImVec2 at = on_screen(camera_, mark.position, area.min);
    const float reach = ImMax(mark.radius, 4.0f);
    if (at.x < area.min.x || at.y < area.min.y || at.x > area.min.x + area.size.x ||
        at.y > area.min.y + area.size.y) {
      continue;
    }
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
    ui.sem.add(id, Role::kButton, name, {at.x - reach, at.y - reach, 2 * reach, 2 * reach}, detail);
    if (ui.sem.take_activate(id)) {
      camera_.fly_to_bounds(points_.bounds(mark), 48, mark.is_cluster() ? 9 : 7);
      ui.animate();
    }
  }
}

void MapView::city_lines(ViewContext& context, const City& city) {
  Ui& ui = context.ui;
  const Country* country = context.store.countries.find(city.country);
  const float wrap = ui.px(280);
  label(ui, TextStyle::kStrong, ui.colours().text, city.name, wrap);
  if (country != nullptr) {
    label(ui, TextStyle::kSmall, ui.colours().muted,
          city.region.empty() ? std::string_view(country->name.in(ui.lang))
                              : ui.text.join({city.region, ", ", country->name.in(ui.lang)}),
          wrap);
  }
  for (const CityEdition& e : city.editions) {
    const std::string_view amount =
        e.count.known() ? ui.count("count.participants", static_cast<long long>(e.count.value))
                        : ui.t("map.presence");
    label(ui, TextStyle::kSmall, ui.colours().text,
          ui.text.join({ui.text.number(e.year), ": ", amount, " · ",
                        ui.t(kConfidenceKeys[static_cast<std::size_t>(e.confidence)])}),
          wrap);
  }
  if (!city.editions.empty() && !city.editions.front().sources.empty()) {
    const Source* source = context.store.sources.find(city.editions.front().sources.front());
    if (source != nullptr) {
      label(ui, TextStyle::kTiny, ui.colours().muted,
            ui.t("figure.source", {{"title", source->title}}), wrap);
    }
  }
}

void MapView::draw_tooltip(ViewContext& context) {
  if (hovered_mark_ < 0 || dragging_) return;
  Ui& ui = context.ui;
  const Mark& mark = points_.marks()[static_cast<std::size_t>(hovered_mark_)];
  const List<City>& cities = context.store.cities.cities;
  begin_tooltip(ui);
  if (!mark.is_cluster()) {
    if (mark.key > 0 && mark.key <= cities.size()) city_lines(context, cities[mark.key - 1]);
  } else {
    label(ui, TextStyle::kStrong, ui.colours().text, ui.count("map.cluster", mark.count),
          ui.px(280));
    members_.clear();
    points_.members(mark, &members_);
    constexpr std::size_t kListed = 6;
    for (std::size_t i = 0; i < members_.size() && i < kListed; ++i) {
      const City& city = cities[city_of_point_[members_[i]]];
      label(ui, TextStyle::kSmall, ui.colours().text, city.name, ui.px(280));
    }
    if (members_.size() > kListed)
      label(ui, TextStyle::kSmall, ui.colours().muted, "…", ui.px(280));
    label(ui, TextStyle::kTiny, ui.colours().muted, ui.t("map.cluster.open"), ui.px(280));
  }
  end_tooltip(ui);
}

void MapView::draw_controls(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  const float side = ui.control_height();
  const float gap = ui.px(4);
  const float x = area.min.x + area.size.x - side - ui.px(14);
  const float below = stacked(ui, area) ? timeline_rect_.h + ui.px(8) : 0;
  float y = area.min.y + area.size.y - 3 * side - 2 * gap - ui.px(20) - below;
  struct Control {
    std::string_view id, key;
    Icon icon;
  };
  constexpr Control kControls[] = {{"in", "map.zoom_in", Icon::kPlus},
                                   {"out", "map.zoom_out", Icon::kMinus},
                                   {"home", "map.fit", Icon::kHome}};
  controls_rect_ = {x, y, side, 3 * side + 2 * gap};
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (const Control& control : kControls) {
    const std::string_view name = ui.t(control.key);
    const Press press =
        pressable_at(ui, control.id, {x, y}, {x + side, y + side}, Role::kButton, name);
    list->AddRectFilled(press.min, press.max,
                        press.hovered ? ui.colours().raised : ui.colours().surface, ui.px(8));
    list->AddRect(press.min, press.max, ui.colours().hairline, ui.px(8));
    draw_icon(list, control.icon, (press.min + press.max) * 0.5f, ui.px(15), ui.colours().text);
    focus_ring(ui, press, ui.px(8));
    if (press.hovered) tooltip(ui, name);
    if (press.pressed) {
      const ScreenPoint centre{area.size.x * 0.5, area.size.y * 0.5};
      if (control.icon == Icon::kHome) {
        fit_selection(context, true);
      } else {
        camera_.zoom_about(centre, control.icon == Icon::kPlus ? 1 : -1, true);
      }
      ui.animate();
    }
    y += side + gap;
  }
}

ImVec2 MapView::measure_legend(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  const float width = ImMin(ui.px(300), area.size.x - ui.px(100));
  const float line = ui.line_height(TextStyle::kSmall);
  const float pad = ui.px(12);
  const std::string_view note = context.store.cities.note.in(ui.lang);
  const float note_height =
      stacked(ui, area) ? 0 : measure(ui, TextStyle::kTiny, note, width - 2 * pad).y + ui.px(8);
  return {width, 2 * pad + (counted_ ? 6.0f : 4.0f) * line + note_height};
}

void MapView::draw_legend(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  const Palette& c = ui.colours();
  const float width = legend_size_.x, height = legend_size_.y;
  const std::string_view note = context.store.cities.note.in(ui.lang);
  const float line = ui.line_height(TextStyle::kSmall);
  const float pad = ui.px(12);
  const bool open = !stacked(ui, area);
  const float below = stacked(ui, area) ? timeline_rect_.h + ui.px(8) : 0;
  const ImVec2 min(area.min.x + ui.px(14), area.min.y + area.size.y - height - ui.px(20) - below);
  legend_rect_ = {min.x, min.y, width, height};
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(min, {min.x + width, min.y + height}, with_alpha(c.surface, 0.94f),
                      ui.px(10));
  list->AddRect(min, {min.x + width, min.y + height}, c.hairline, ui.px(10));
  float y = min.y + pad;
  const auto text_line = [&](TextStyle style, Colour colour, std::string_view text, float indent) {
    draw_text_cut(ui, list, {min.x + pad + indent, y}, style, colour, text,
                  width - 2 * pad - indent);
    ui.sem.add(ui_id(text), Role::kText, text, {min.x + pad, y, width - 2 * pad, line});
    y += line;
  };
  text_line(TextStyle::kSmallStrong, c.text, ui.t("map.legend"), 0);
  constexpr float kAlpha[] = {0.95f, 0.62f, 0};
  for (std::size_t i = 0; i < 3; ++i) {
    const ImVec2 centre(min.x + pad + ui.px(6), y + line * 0.4f);
    list->AddCircleFilled(centre, ui.px(5), with_alpha(c.primary, kAlpha[i]));
    if (i == 2) list->AddCircle(centre, ui.px(4), c.primary, 0, ui.px(2));
    text_line(TextStyle::kSmall, c.text, ui.t(kConfidenceKeys[i]), ui.px(20));
  }
  if (counted_) {
    // A round number whose circle fits the line, under the words that say what an area is.
    const double fits = points_.max_value() / 12;
    const double power = std::pow(10.0, std::floor(std::log10(std::max(fits, 1.0))));
    const double people = std::max(1.0, std::floor(fits / power) * power);
    text_line(TextStyle::kSmall, c.muted, ui.t("map.legend.area"), 0);
    list->AddCircleFilled({min.x + pad + ui.px(8), y + line * 0.4f}, points_.radius_of(people),
                          with_alpha(c.primary, kAlpha[0]));
    text_line(TextStyle::kSmall, c.text,
              ui.count("count.participants", static_cast<long long>(people)), ui.px(20));
  }
  if (open) {
    y += ui.px(6);
    draw_text(ui, list, {min.x + pad, y}, TextStyle::kTiny, c.muted, note, width - 2 * pad);
    ui.sem.add(ui_id("note"), Role::kText, note,
               {min.x + pad, y, width - 2 * pad, min.y + height - ui.px(6) - y});
  }
}

void MapView::draw_hint(ViewContext& context, const Area& area) {
  Ui& ui = context.ui;
  std::string_view text;
  if (ui.blocked_wheel) hint_until_ = ui.now + 1.6;
  if (ui.now < hint_until_) {
    text = ui.t("map.hint.wheel");
    ui.repaint_after(hint_until_ - ui.now);
  }
  if (map_broken_) text = ui.text.keep(map_fault_.line());
  if (context.map_fault != nullptr) text = ui.text.keep(context.map_fault->line());
  if (renderer_->shader_fault() != nullptr) text = ui.text.keep(renderer_->shader_fault()->line());
  if (text.empty()) return;
  const float wrap = ImMin(area.size.x - ui.px(60), ui.px(520));
  const ImVec2 size = measure(ui, TextStyle::kBody, text, wrap);
  const ImVec2 pad(ui.px(14), ui.px(9));
  const ImVec2 min(area.min.x + (area.size.x - size.x) * 0.5f - pad.x, area.min.y + ui.px(16));
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(min, min + size + pad * 2.0f, ui.colours().text, ui.px(8));
  draw_text(ui, list, min + pad, TextStyle::kBody, ui.colours().background, text, wrap);
  NodeDetail detail;
  detail.state = kStateLive;
  ui.sem.add(ui_id("hint"), Role::kStatus, text, to_rect(min, min + size + pad * 2.0f), detail);
}

}  // namespace tablero
