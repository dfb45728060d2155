#include "views/map_view.h"

#include <imgui.h>

#include <algorithm>

#include "gpu/target.h"
#include "ui/widgets.h"
#include "views/late.h"
#include "views/map/events.h"
#include "views/map/scene.h"
#include "views/map/telling.h"

namespace tablero {
namespace {

using Kind = MapCommand::Kind;

// The flat map is clipped at its southern end; below is water. During the morph to the globe the
// clip moves out of view.
PixelRect clip_of(const MapScreen& screen, const PixelRect& view) {
  const Camera& camera = screen.camera;
  const double height = screen.area.size.y;
  PixelRect clip = view;
  const double end = camera.to_screen(WorldPoint{camera.world_center().x, camera.south_end()}).y;
  if (camera.south_end() >= 1 || end >= height) return clip;
  const double hidden = (height - std::max(end, 0.0)) * (1 - camera.morph());
  const int pixels = static_cast<int>(hidden * screen.context.ui.pixel_density.y);
  clip.y += pixels;
  clip.height -= pixels;
  return clip;
}

}  // namespace

MapView::MapView() = default;
MapView::~MapView() = default;

void MapView::context_lost() {
  if (renderer_) renderer_->on_context_lost();
}

void MapView::state_given() {
  input_.forget();
  overlay_.forget();
  navigation_.stop();
  timeline_.stop();
  commands_.clear();
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
  frame_.camera = &navigation_.camera();
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
      renderer_->set_base_map(level, std::make_shared<const BaseMap>(std::move(map.value())));
    } else {
      map_broken_ = true;
      map_fault_ = map.fault();
    }
  }
  if (renderer_->wants_detail(navigation_.camera().zoom())) context.want_map_detail = true;
}

// Beside the map, or, on narrow screens, instead of it.
MapArea MapView::draw_list(ViewContext& context, const MapArea& whole) {
  Ui& ui = context.ui;
  MapArea map = whole;
  int city = -1;
  if (!ui.narrow()) {
    const float width = ui.px(300);
    ImGui::SetCursorScreenPos(whole.min);
    city = panel_.draw(context, width, whole.size.y);
    map.min.x += width;
    map.size.x -= width;
    ImGui::GetWindowDrawList()->AddLine({map.min.x - 0.5f, map.min.y},
                                        {map.min.x - 0.5f, map.max().y}, ui.colors().hairline);
  } else if (context.state.places) {
    ImGui::SetCursorScreenPos({whole.min.x + ui.px(16), whole.min.y + ui.px(10)});
    if (button(ui, "close-list", ui.t("map.list.close"), ButtonKind::kPlain, Icon::kCross)) {
      context.state.places = false;
    }
    const float top = ui.px(20) + ui.control_height();
    ImGui::SetCursorScreenPos({whole.min.x, whole.min.y + top});
    city = panel_.draw(context, whole.size.x, whole.size.y - top);
    map.size.y = 0;
  }
  if (city >= 0) {
    MapCommand& go = commands_.emplace_back();
    go.kind = Kind::kGoToCity;
    go.index = city;
    context.state.places = false;
    ui.animate();
  }
  return map;
}

void MapView::navigate(ViewContext& context, const MapArea& area) {
  Ui& ui = context.ui;
  const float legend = legend_.measure(context, model_, layers_, area);
  // On a wide screen the legend is in a corner and must not push the content up.
  const bool globe = context.state.proj == Projection::kGlobe;
  const float beside = globe ? ui.px(72) : std::min(legend + ui.px(20), area.size.y * 0.27f);
  const float covered = area.stacked(ui) ? legend + ui.px(72) : beside;
  navigation_.begin({area.size.x, area.size.y, covered, ui.environment.reduced_motion},
                    context.state, model_);
}

MapHit MapView::read_input(ViewContext& context, const MapArea& area) {
  Ui& ui = context.ui;
  const Camera& camera = navigation_.camera();
  MapEvents events = gather_map_events(context, area, model_, input_, covers_, camera.morph() == 0);
  if (events.hovered && !input_.boxing()) {
    const double slop = events.coarse ? 14 : 4;
    events.under = model_.hit(context.store, camera, events.at, slop);
  }
  input_.read(events, &commands_);
  if (events.under.mark != 0) ui.platform.set_cursor(Cursor::kHand);
  if (events.held && !input_.boxing()) ui.platform.set_cursor(Cursor::kGrabbing);
  if (input_.waits_until() > 0) ui.repaint_after(input_.waits_until() - ui.now);
  Ui::Claim claim;
  claim.rect = area.rect();
  claim.cooperative = ui.environment.embedded && !input_.in_use();
  claim.touch_drag = !claim.cooperative;
  claim.wheel = true;
  ui.claim(claim);
  return events.under;
}

// Toggles the filter by a country. False: it was the chosen one.
bool MapView::choose_country(ViewContext& context, int index) {
  const Country& country = context.store.countries.countries[static_cast<std::size_t>(index)];
  const List<City>& cities = context.store.cities.cities;
  const bool named = !country.figures.empty() ||
                     std::any_of(cities.begin(), cities.end(),
                                 [&](const City& c) { return c.country == country.iso2; });
  CountryCode code;
  if (!parse_country(country.iso2, code)) return false;
  const bool only = context.state.countries.size() == 1 && has_country(context.state, code);
  // Filtering by a country without records would give an empty page: only its tooltip is shown.
  if (named) choose_countries(context.state, only ? List<CountryCode>{} : List<CountryCode>{code});
  return !only;
}

void MapView::apply(const MapScreen& screen) {
  ViewContext& context = screen.context;
  Ui& ui = context.ui;
  if (!commands_.empty()) ui.animate();
  for (MapCommand& command : commands_) {
    if (command.kind == Kind::kUse) input_.turn_use();
    if (command.kind == Kind::kOpenList) context.state.places = true;
    if (command.kind == Kind::kChooseCountry && !choose_country(context, command.index)) {
      command.kind = Kind::kLetGoCountry;
    }
    overlay_.apply(command, screen);
    navigation_.apply(command, context.store, model_, ui.now, context.state);
    const Mark* mark = model_.mark(command.key);
    const City* city = mark == nullptr ? nullptr : model_.city(context.store, *mark);
    if (command.kind == Kind::kGoToCity) {
      city = &context.store.cities.cities[static_cast<std::size_t>(command.index)];
    }
    if (city != nullptr) ui.platform.announce(city_words(ui, context.store, *city));
  }
  commands_.clear();
}

// What screen readers are told of the map: where it rests after keys or buttons, and the chosen
// countries; the filter bar announces how many cities remain.
void MapView::announce(ViewContext& context) {
  Ui& ui = context.ui;
  if (navigation_.take_announcement()) {
    ui.platform.announce(camera_words(ui, context.store, model_, navigation_.camera()));
  }
  if (told_generation_ == context.selection.generation) return;
  const bool first = told_generation_ == 0;
  told_generation_ = context.selection.generation;
  if (context.state.countries == told_countries_) return;
  told_countries_ = context.state.countries;
  const std::string_view names = country_words(ui, context.store, context.state);
  if (!first && !names.empty()) ui.platform.announce(names);
}

void MapView::draw_layers(const MapScreen& screen) {
  ViewContext& context = screen.context;
  Ui& ui = context.ui;
  const MapArea& area = screen.area;
  ImDrawList* list = ImGui::GetWindowDrawList();
  // Drawn under the map too: the area south of its end stays water.
  list->AddRectFilled(area.min, area.max(), ui.colors().water);
  if (!ui.gl) return;
  const PixelRect rect = to_pixels(ui, area.min, area.max());
  frame_.camera = &screen.camera;
  frame_.points = &model_.points();
  frame_.colors = map_colors(ui.theme);
  frame_.viewport = rect;
  frame_.clip = clip_of(screen, rect);
  frame_.graticule = context.state.graticule;
  frame_.pixel_ratio = ui.pixel_density.x;
  frame_.dt = ui.dt;
  frame_.reduced_motion = ui.environment.reduced_motion;
  frame_.hovered_mark = screen.under.mark != 0 ? screen.under.mark : overlay_.pinned_mark();
  frame_.hovered_country = model_.on_map(context.store, screen.under.country, screen.camera.zoom());
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

std::string_view MapView::fault_text(ViewContext& context) const {
  TextArena& text = context.ui.text;
  if (renderer_->shader_fault() != nullptr) return text.keep(renderer_->shader_fault()->line());
  if (map_broken_) return text.keep(map_fault_.line());
  if (context.map_fault != nullptr) return text.keep(context.map_fault->line());
  Late base_map;
  if (!is_base_map_late(context, &base_map)) return {};
  return context.ui.t("state.loading.file", {{"file", base_map.path}});
}

void MapView::draw_overlay(const MapScreen& screen) {
  ViewContext& context = screen.context;
  Ui& ui = context.ui;
  const MapArea& area = screen.area;
  Rect& timeline = covers_.rects[MapCovers::kTimeline];
  const auto below = [&] { return area.stacked(ui) ? timeline.h + ui.px(8) : 0; };
  overlay_.draw_controls(screen, below());
  const bool played = timeline_.playing();
  timeline = timeline_.draw(context, {area.min.x + area.size.x * 0.5f, area.max().y - ui.px(20)});
  // While the editions pass, the map stays where it is.
  if (!played && timeline_.playing()) navigation_.hold(context.state);
  legend_.draw(screen, below());
  overlay_.draw_top_controls(screen, layers_);
  overlay_.draw_hint(screen, fault_text(context));
  overlay_.draw_tooltip(screen);
}

void MapView::draw(ViewContext& context) {
  Ui& ui = context.ui;
  const MapArea whole{ImGui::GetCursorScreenPos(), ImGui::GetContentRegionAvail()};
  if (whole.size.x < 1 || whole.size.y < 1) return;
  take_base_maps(context);
  if (model_.update(context.store, context.state, context.selection, *renderer_)) {
    overlay_.forget_mark();
  }
  const MapArea area = draw_list(context, whole);
  if (area.size.x < 1 || area.size.y < 1) return;
  layers_.update(context, *renderer_);
  navigate(context, area);
  const MapHit under = read_input(context, area);
  const MapScreen screen{context, model_, layers_, input_,   navigation_.camera(),
                         area,    under,  covers_, commands_};
  apply(screen);
  navigation_.end(ui.dt, ui.pinch.active, context.state);
  announce(context);
  if (!navigation_.at_rest()) ui.animate();
  const bool at_rest = navigation_.at_rest();
  if (model_.move(navigation_.camera(), ui.dt, ui.environment.reduced_motion, at_rest)) {
    ui.animate();
  }
  draw_layers(screen);
  overlay_.draw_marks(screen, at_rest);
  ui.sem.pop();
  draw_overlay(screen);
  apply(screen);
}

template <>
std::unique_ptr<TabView> make_tab<View::kMapa>() {
  return std::make_unique<MapView>();
}

}  // namespace tablero
