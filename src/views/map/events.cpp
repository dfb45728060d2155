#include "views/map/events.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>

#include "ui/widgets.h"

namespace tablero {
namespace {

ScreenPoint on_map(ImVec2 at, const MapArea& area) {
  return {at.x - area.min.x, at.y - area.min.y};
}

// Opens the map's node, the parent of later nodes until it is popped, and handles its keyboard
// focus.
void open_node(ViewContext& context, const MapArea& area, const MapModel& model) {
  Ui& ui = context.ui;
  const ImGuiID id = ImGui::GetItemID();
  if (ui.sem.take_focus(id)) take_keyboard(id);
  const bool ring = ImGui::IsItemFocused() && ImGui::GetCurrentContext()->NavCursorVisible;
  NodeDetail detail;
  detail.state = kStatePressable | (ring ? kStateFocused : 0u);
  detail.value = ui.t("map.keys");
  const auto count = static_cast<double>(model.points().shown_count());
  ui.sem.push(id, Role::kImage, ui.t("map.name", {{"n", ui.number(count, 0)}}), area.rect(),
              detail);
}

MapEvents::Keys gather_keys() {
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key) ? 1 : 0; };
  MapEvents::Keys keys;
  keys.right = pressed(ImGuiKey_RightArrow) - pressed(ImGuiKey_LeftArrow);
  keys.down = pressed(ImGuiKey_DownArrow) - pressed(ImGuiKey_UpArrow);
  if (keys.right != 0 || keys.down != 0) ImGui::NavMoveRequestCancel();  // the focus stays here
  keys.zoom = pressed(ImGuiKey_KeypadAdd) - pressed(ImGuiKey_Minus);
  keys.home = ImGui::IsKeyPressed(ImGuiKey_0);
  return keys;
}

void gather_gestures(const Ui& ui, const MapArea& area, MapEvents* events) {
  if (ui.wheel.active) {
    events->wheel = {true, on_map(ui.wheel.pos, area), ui.wheel.dy, ui.wheel.pinch};
  }
  if (ui.pinch.active) {
    events->pinch = {true, on_map(ui.pinch.center - ui.pinch.pan, area),
                     on_map(ui.pinch.center, area), ui.pinch.factor};
  }
}

}  // namespace

MapEvents gather_map_events(ViewContext& context, const MapArea& area, const MapModel& model,
                            const MapInput& input, const MapCovers& covers, bool flat) {
  Ui& ui = context.ui;
  const ImGuiIO& io = ImGui::GetIO();
  ImGui::SetCursorScreenPos(area.min);
  // A control over the map blocks it immediately: ImGui would still give the map a press that
  // arrives in the same frame as the pointer's move.
  const bool free = !covers.contains(io.MousePos);
  const bool away = !free && ImGui::GetActiveID() != ImGui::GetID("map");
  ImGui::SetNextItemAllowOverlap();
  ImGui::PushItemFlag(ImGuiItemFlags_Disabled, away);
  ImGui::InvisibleButton("map", area.size, ImGuiButtonFlags_MouseButtonLeft);
  ImGui::PopItemFlag();
  MapEvents events;
  events.now = ui.now;
  events.at = on_map(io.MousePos, area);
  events.center = {area.size.x * 0.5, area.size.y * 0.5};
  events.coarse = ui.environment.coarse_pointer;
  events.flat = flat;
  events.hovered = ImGui::IsItemHovered() && free;
  // Activated by the Space key: not a drag.
  events.held = ImGui::IsItemActive() && ImGui::IsMouseDown(0) &&
                (free || input.dragging() || input.boxing());
  events.released = ImGui::IsItemDeactivated() && free;
  events.pressed = ImGui::IsItemClicked() && free;
  events.by_mouse = io.MouseSource == ImGuiMouseSource_Mouse;
  events.pressed_outside =
      ImGui::IsMouseClicked(0) && !area.rect().contains(io.MousePos.x, io.MousePos.y);
  events.clicks = io.MouseClickedLastCount[0];
  events.double_click = ImGui::IsMouseDoubleClicked(0);
  events.travel = std::sqrt(io.MouseDragMaxDistanceSqr[0]);
  events.shift = io.KeyShift;
  events.focus_lost = io.AppFocusLost;
  events.escape = ImGui::IsKeyPressed(ImGuiKey_Escape);
  const bool focused = ImGui::IsItemFocused();
  ui.key_claim = focused || ui.key_claim;
  gather_gestures(ui, area, &events);
  if (focused) events.keys = gather_keys();
  open_node(context, area, model);
  return events;
}

}  // namespace tablero
