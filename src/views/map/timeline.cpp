#include "views/map/timeline.h"

#include <imgui.h>

#include "base/list.h"
#include "ui/widgets.h"

namespace tablero {

void MapTimeline::step(ViewContext& context) {
  const List<int>& years = context.store.cities.years;
  const List<int>& chosen = context.state.editions;
  std::size_t next = 0;
  if (chosen.size() == 1) {
    while (next < years.size() && years[next] <= chosen.front()) ++next;
  }
  if (next >= years.size()) {
    playing_ = false;
    return;
  }
  context.state.editions.assign(1, years[next]);
  next_ = context.ui.now + kStepSeconds;
  // The animation stops at the last edition; no further frame is requested.
  if (next + 1 == years.size()) playing_ = false;
}

Rect MapTimeline::draw(ViewContext& context, ImVec2 bottom) {
  Ui& ui = context.ui;
  const List<int>& years = context.store.cities.years;
  if (years.empty()) return {};
  // With reduced motion nothing moves by itself: the stops remain, play is not offered.
  const bool can_play = !ui.environment.reduced_motion && years.size() > 1;
  const float side = ui.control_height();
  const float stop = ui.px(64);
  const float pad = ui.px(6);
  const float width = 2 * pad + (can_play ? side : 0) + stop * static_cast<float>(years.size());
  const ImVec2 min(bottom.x - width * 0.5f, bottom.y - side - 2 * pad);
  const ImVec2 max(min.x + width, bottom.y);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Palette& c = ui.colors();
  list->AddRectFilled(min, max, with_alpha(c.surface, 0.96f), ui.px(10));
  list->AddRect(min, max, c.hairline, ui.px(10));

  bool play_pressed = false;
  float x = min.x + pad;
  const float y = min.y + pad;
  if (can_play) {
    const std::string_view name = ui.t(playing_ ? "map.pause" : "map.play");
    const Press play = pressable_at(ui, "play", {x, y}, {x + side, y + side}, Role::kButton, name);
    draw_icon(list, playing_ ? Icon::kPause : Icon::kPlay, (play.min + play.max) * 0.5f, ui.px(13),
              play.hovered ? c.primary : c.text);
    focus_ring(ui, play, ui.px(6));
    if (play.hovered) tooltip(ui, name);
    play_pressed = play.pressed;
    x += side;
  }
  for (int year : years) {
    const std::string_view text = ui.text.number(year);
    const bool on = has_edition(context.state, year);
    NodeDetail detail;
    detail.state = kStateToggle | (on ? kStateChecked : 0u);
    const std::string_view id = ui.text.join({"stop", text});
    const Press press = pressable_at(ui, id, {x, y}, {x + stop, y + side}, Role::kButton,
                                     ui.text.join({ui.t("map.edition"), " ", text}), detail);
    const float middle = (press.min.x + press.max.x) * 0.5f;
    const float line_y = y + side * 0.3f;
    list->AddLine({press.min.x, line_y}, {press.max.x, line_y}, c.outline);
    list->AddCircleFilled({middle, line_y}, ui.px(on ? 6.0f : 4.5f), on ? c.primary : c.outline);
    const ImVec2 size = measure(ui, TextStyle::kTiny, text);
    draw_text(ui, list, {middle - size.x * 0.5f, y + side * 0.5f}, TextStyle::kTiny,
              on || press.hovered ? c.text : c.muted, text);
    focus_ring(ui, press, ui.px(6));
    if (press.pressed) {
      const bool only = on && context.state.editions.size() == 1;
      context.state.editions.clear();
      if (!only) context.state.editions.push_back(year);
    }
    x += stop;
  }
  // Any press elsewhere stops playing.
  if (playing_ && ImGui::IsMouseClicked(0)) playing_ = false;
  if (play_pressed) {
    playing_ = !playing_;
    if (playing_) {
      if (context.state.editions.size() != 1 || context.state.editions.front() == years.back()) {
        context.state.editions.clear();
      }
      step(context);
    }
  }
  if (playing_ && ui.now >= next_) step(context);
  if (playing_) ui.repaint_after(next_ - ui.now);
  return to_rect(min, max);
}

}  // namespace tablero
