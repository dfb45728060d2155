#include "views/map/overlay.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

#include "ui/widgets.h"

namespace tablero {
namespace {

using Kind = MapCommand::Kind;

constexpr double kHintSeconds = 2.4;  // time to read one line

}  // namespace

void MapOverlay::draw_marks(const MapScreen& screen, bool at_rest) {
  place_labels(screen, at_rest);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect(screen.area.min, screen.area.max(), true);
  draw_labels(screen);
  draw_counts(screen);
  draw_box(screen);
  list->PopClipRect();
  add_nodes(screen);
}

void MapOverlay::place_labels(const MapScreen& screen, bool at_rest) {
  Ui& ui = screen.context.ui;
  screen.model.collect_labels(screen.context.store, screen.camera, ui.lang, &labels_);
  candidates_.clear();
  for (const MapLabel& label : labels_) {
    LabelCandidate& c = candidates_.emplace_back(label.candidate);
    c.width = measure(ui, TextStyle::kTiny, label.text).x;
    c.height = ui.line_height(TextStyle::kTiny);
    if (label.city) c.offset += ui.px(3);
  }
  collect_obstacles(screen);
  bool moving = false;
  placed_ = placer_.place(candidates_, screen.camera, obstacles_, ui.dt,
                          ui.environment.reduced_motion, &moving, at_rest);
  if (moving) ui.animate();
}

void MapOverlay::collect_obstacles(const MapScreen& screen) {
  const MapArea& area = screen.area;
  obstacles_.clear();
  for (const Rect& r : screen.covers.rects) {
    const float x = r.x - area.min.x;
    const float y = r.y - area.min.y;
    obstacles_.push_back({x, y, x + r.w, y + r.h});
  }
  for (const Mark& mark : screen.model.points().marks()) {
    const ImVec2 at = screen.at(mark.position) - area.min;
    const float r = mark.radius;
    // Off screen and not an obstacle for any label.
    if (at.x + r < 0 || at.y + r < 0 || at.x - r > area.size.x || at.y - r > area.size.y) continue;
    obstacles_.push_back({at.x - r, at.y - r, at.x + r, at.y + r});
  }
}

void MapOverlay::draw_labels(const MapScreen& screen) {
  Ui& ui = screen.context.ui;
  const Palette& c = ui.colors();
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (const PlacedLabel& l : placed_) {
    const MapLabel& label = labels_[l.index];
    // Country names are muted, except over a density or shaded land.
    const bool strong = label.city || screen.context.state.density || screen.layers.shading();
    const ImVec2 pos(
        screen.area.min.x + l.rect.x0,
        screen.area.min.y + (l.rect.y0 + l.rect.y1 - ui.font_size(TextStyle::kTiny)) * 0.5f);
    const Color halo = with_alpha(c.land, 0.85f * l.alpha);
    // A halo of four shifted copies in the land's color keeps the name readable over borders.
    for (const ImVec2 shift : {ImVec2(-1, 0), ImVec2(1, 0), ImVec2(0, -1), ImVec2(0, 1)}) {
      draw_text(ui, list, pos + shift, TextStyle::kTiny, halo, label.text);
    }
    draw_text(ui, list, pos, TextStyle::kTiny, with_alpha(strong ? c.text : c.muted, l.alpha),
              label.text);
  }
}

// In every copy of the world that is in sight.
void MapOverlay::draw_counts(const MapScreen& screen) {
  Ui& ui = screen.context.ui;
  const MapArea& area = screen.area;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool flat = screen.camera.morph() == 0;
  const auto world = static_cast<float>(screen.camera.world_size());
  const int copies = flat ? static_cast<int>(area.size.x / (2 * world)) + 1 : 0;
  for (const Mark& mark : screen.model.points().marks()) {
    if (!mark.is_cluster() || !screen.camera.on_near_side(to_lon_lat(mark.position))) continue;
    const ImVec2 at = screen.at(mark.position);
    const std::string_view count =
        ui.text.number(screen.model.counted() ? static_cast<long long>(mark.value) : mark.count);
    const ImVec2 size = measure(ui, TextStyle::kTiny, count);
    for (int copy = -copies; copy <= copies; ++copy) {
      const float x = at.x + static_cast<float>(copy) * world;
      if (x + mark.radius < area.min.x || x - mark.radius > area.max().x) continue;
      draw_text(ui, list, {x - size.x * 0.5f, at.y - size.y * 0.5f}, TextStyle::kTiny,
                ui.colors().on_primary, count);
    }
  }
}

void MapOverlay::draw_box(const MapScreen& screen) {
  if (!screen.input.boxing()) return;
  const Ui& ui = screen.context.ui;
  const ScreenPoint from = screen.input.box_from(), to = screen.input.box_to();
  const ImVec2 a(static_cast<float>(from.x), static_cast<float>(from.y));
  const ImVec2 b(static_cast<float>(to.x), static_cast<float>(to.y));
  const ImVec2 min = screen.area.min + ImMin(a, b), max = screen.area.min + ImMax(a, b);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(min, max, with_alpha(ui.colors().primary, 0.12f));
  list->AddRect(min, max, ui.colors().primary, 0, 0, ui.px(1.5f));
}

void MapOverlay::add_nodes(const MapScreen& screen) {
  Ui& ui = screen.context.ui;
  for (const Mark& mark : screen.model.points().marks()) {
    if (!screen.camera.visible(to_lon_lat(mark.position))) continue;
    const ImVec2 at = screen.at(mark.position);
    const float reach = ImMax(mark.radius, 4.0f);
    // Clipped to the map, like the drawn mark.
    const ImVec2 min = ImMax(at - ImVec2(reach, reach), screen.area.min);
    const ImVec2 max = ImMin(at + ImVec2(reach, reach), screen.area.max());
    const std::uint32_t id = mark.key ^ 0x5bd1e995u;
    NodeDetail detail;
    detail.state = kStatePressable;
    ui.sem.add(id, Role::kButton, mark_words(ui, screen.context.store, screen.model, mark),
               to_rect(min, max), detail);
    if (!ui.sem.take_activate(id)) continue;
    MapCommand go;
    go.kind = Kind::kGoToMark;
    go.key = mark.key;
    go.aloud = true;
    screen.commands.push_back(go);
  }
}

void MapOverlay::apply(const MapCommand& command, const MapScreen& screen) {
  switch (command.kind) {
    case Kind::kGoToMark:
    case Kind::kPin: {
      const Mark* mark = screen.model.mark(command.key);
      pinned_mark_ = mark == nullptr || mark->is_cluster() ? 0 : mark->key;
      break;
    }
    case Kind::kLetGo:
      forget();
      break;
    case Kind::kLetGoCountry:
      pinned_country_ = -1;
      break;
    case Kind::kChooseCountry:
      pinned_country_ = command.index;
      pinned_at_ = to_world(screen.camera.lon_lat_at(command.at).value_or(screen.camera.center()));
      break;
    default:
      break;
  }
}

void MapOverlay::forget() {
  pinned_mark_ = 0;
  pinned_country_ = -1;
}

// Beside what is pinned, on the side of the map's middle. False when it is out of sight.
bool MapOverlay::place_pinned(const MapScreen& screen, const Mark* mark) const {
  const WorldPoint place = mark != nullptr ? mark->position : pinned_at_;
  if (!screen.camera.visible(to_lon_lat(place))) return false;
  const MapArea& area = screen.area;
  const ImVec2 at = screen.at(place);
  const bool left = at.x > area.min.x + area.size.x * 0.5f;
  const bool above = at.y > area.min.y + area.size.y * 0.5f;
  const float away = screen.context.ui.px(12);
  ImGui::SetNextWindowPos({at.x + (left ? -away : away), at.y + (above ? -away : away)},
                          ImGuiCond_Always, {left ? 1.0f : 0.0f, above ? 1.0f : 0.0f});
  return true;
}

void MapOverlay::draw_tooltip(const MapScreen& screen) {
  if (screen.input.dragging() || screen.input.boxing()) return;
  ViewContext& context = screen.context;
  Ui& ui = context.ui;
  const Mark* mark = screen.model.mark(screen.under.mark);
  int country = screen.under.country;
  if (mark == nullptr && country < 0) {
    mark = screen.model.mark(pinned_mark_);
    country = pinned_country_;
    if (mark == nullptr && country < 0) return;
    if (!place_pinned(screen, mark)) return;
  }
  lines_.clear();
  if (mark == nullptr) {
    tell_country(context, screen.layers, static_cast<std::size_t>(country), &lines_);
  } else if (mark->is_cluster()) {
    tell_cluster(ui, context.store, screen.model, *mark, &lines_);
  } else if (const City* city = screen.model.city(context.store, *mark); city != nullptr) {
    tell_city(ui, context.store, *city, &lines_);
  }
  begin_tooltip(ui);
  for (const ToldLine& line : lines_) {
    label(ui, line.style, line.muted ? ui.colors().muted : ui.colors().text, line.text, ui.px(280));
  }
  end_tooltip(ui);
}

void MapOverlay::draw_controls(const MapScreen& screen, float below) {
  Ui& ui = screen.context.ui;
  const MapArea& area = screen.area;
  const bool globe = screen.context.state.proj == Projection::kGlobe;
  MapCommand in, out, home, turn;
  in.kind = out.kind = Kind::kZoom;
  in.at = out.at = {area.size.x * 0.5, area.size.y * 0.5};
  in.amount = 1;
  out.amount = -1;
  in.smooth = out.smooth = true;
  home.kind = Kind::kGoHome;
  turn.kind = Kind::kTurnGlobe;
  struct Control {
    std::string_view id, key;
    Icon icon;
    MapCommand command;
  };
  const Control controls[] = {{"globe", globe ? "map.flat" : "map.globe", Icon::kGlobe, turn},
                              {"in", "map.zoom_in", Icon::kPlus, in},
                              {"out", "map.zoom_out", Icon::kMinus, out},
                              {"home", "map.fit", Icon::kHome, home}};
  constexpr float kCount = std::size(controls);
  // The buttons contain no text: if large text leaves too little room, they shrink to the minimum
  // touch target.
  const bool tight = area.size.y < kCount * ui.px(110);
  const float side = tight ? ui.theme.metrics.touch_height : ui.control_height();
  const float gap = tight ? 4 : ui.px(4);
  const float height = kCount * side + (kCount - 1) * gap;
  const float x = area.max().x - side - ui.px(14);
  float y = area.max().y - height - ui.px(20) - below;
  screen.covers.rects[MapCovers::kControls] = {x, y, side, height};
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (const Control& control : controls) {
    const std::string_view name = ui.t(control.key);
    const Press press =
        pressable_at(ui, control.id, {x, y}, {x + side, y + side}, Role::kButton, name);
    list->AddRectFilled(press.min, press.max,
                        press.hovered ? ui.colors().raised : ui.colors().surface, ui.px(8));
    list->AddRect(press.min, press.max, ui.colors().hairline, ui.px(8));
    const bool on = control.icon == Icon::kGlobe && globe;
    draw_icon(list, control.icon, (press.min + press.max) * 0.5f, ui.px(15),
              on ? ui.colors().primary : ui.colors().text);
    focus_ring(ui, press, ui.px(8));
    if (press.hovered) tooltip(ui, name);
    if (press.pressed) {
      MapCommand& command = screen.commands.emplace_back(control.command);
      command.aloud = true;
    }
    y += side + gap;
  }
}

void MapOverlay::draw_top_controls(const MapScreen& screen, MapLayers& layers) {
  Ui& ui = screen.context.ui;
  const MapArea& area = screen.area;
  const ImVec2 start(area.min.x + ui.px(14), area.min.y + ui.px(12));
  const float gap = ui.px(8);
  ImVec2 at = start;
  ImVec2 end = start;
  const auto place = [&](float width) {
    if (at.x > start.x && at.x + width > area.max().x - gap) {
      at = {start.x, at.y + ui.control_height() + gap};
    }
    ImGui::SetCursorScreenPos(at);
    at.x += width + gap;
    end = {std::max(end.x, at.x), at.y + ui.control_height()};
  };
  const auto send = [&](Kind kind) {
    MapCommand command;
    command.kind = kind;
    screen.commands.push_back(command);
  };
  if (ui.narrow()) {
    const std::string_view text = ui.t("map.list.open");
    place(button_width(ui, text, Icon::kMenu));
    if (button(ui, "open-list", text, ButtonKind::kPlain, Icon::kMenu)) send(Kind::kOpenList);
  }
  place(measure(ui, TextStyle::kBody, ui.t("map.layers")).x + ui.px(70));
  layers.draw_menu(screen.context);
  if (ui.environment.embedded) {
    const bool in_use = screen.input.in_use();
    const std::string_view text = ui.t(in_use ? "map.use.stop" : "map.use");
    place(button_width(ui, text));
    if (button(ui, "use", text, in_use ? ButtonKind::kPlain : ButtonKind::kPrimary)) {
      send(Kind::kUse);
    }
  }
  screen.covers.rects[MapCovers::kTop] = to_rect(start, end);
}

void MapOverlay::draw_hint(const MapScreen& screen, std::string_view fault) {
  Ui& ui = screen.context.ui;
  if (ui.blocked_wheel || ui.blocked_touch) {
    hint_until_ = ui.now + kHintSeconds;
    hint_for_touch_ = ui.blocked_touch;
  }
  std::string_view text;
  if (ui.now < hint_until_) {
    text = ui.t(hint_for_touch_ ? "map.hint.touch" : "map.hint.wheel");
    ui.repaint_after(hint_until_ - ui.now);
  }
  if (!fault.empty()) text = fault;
  if (text.empty()) return;
  const MapArea& area = screen.area;
  const Rect& top = screen.covers.rects[MapCovers::kTop];
  const float wrap = std::min(area.size.x - ui.px(60), ui.px(520));
  const ImVec2 size = measure(ui, TextStyle::kBody, text, wrap);
  const ImVec2 pad(ui.px(14), ui.px(9));
  const ImVec2 min(area.min.x + (area.size.x - size.x) * 0.5f - pad.x, top.y + top.h + ui.px(12));
  const ImVec2 max = min + size + pad * 2.0f;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(min, max, ui.colors().text, ui.px(8));
  draw_text(ui, list, min + pad, TextStyle::kBody, ui.colors().background, text, wrap);
  NodeDetail detail;
  detail.state = kStateLive;
  ui.sem.add(ui_id("hint"), Role::kStatus, text, to_rect(min, max), detail);
  if (screen.context.map_fault != nullptr) draw_retry(screen.context, {min.x, max.y + ui.px(6)});
}

// Below the hint: asks for the base map again.
void MapOverlay::draw_retry(ViewContext& context, ImVec2 at) {
  Ui& ui = context.ui;
  const ImVec2 pad(ui.px(14), ui.px(9));
  const std::string_view retry = ui.t("state.retry");
  const ImVec2 end = at + measure(ui, TextStyle::kBody, retry) + pad * 2.0f;
  const Press press = pressable_at(ui, "retry", at, end, Role::kButton, retry);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(at, end, press.hovered ? ui.colors().primary : ui.colors().text, ui.px(8));
  draw_text(ui, list, at + pad, TextStyle::kBody, ui.colors().background, retry);
  focus_ring(ui, press, ui.px(8));
  if (press.pressed) context.retry = true;
}

}  // namespace tablero
