#include "ui/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace tablero {
namespace {

constexpr float kIconSize = 14;

// Colors of a control's face and text for its state.
struct Face {
  Color fill, border, text;
};

Face face_of(const Palette& c, ButtonKind kind, const Press& press) {
  const bool lit = press.hovered || press.held;
  switch (kind) {
    case ButtonKind::kPrimary:
      return {lit ? mix(c.primary, c.text, 0.15f) : c.primary, 0, c.on_primary};
    case ButtonKind::kGhost:
      return {lit ? c.raised : 0, 0, c.text};
    case ButtonKind::kPlain:
      break;
  }
  return {lit ? c.raised : c.surface, c.outline, c.text};
}

void draw_face(const Press& press, const Face& face, float radius) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  if ((face.fill >> 24) != 0) list->AddRectFilled(press.min, press.max, face.fill, radius);
  if ((face.border >> 24) != 0) list->AddRect(press.min, press.max, face.border, radius);
}

float text_top(const Ui& ui, const Press& press, TextStyle style) {
  return (press.min.y + press.max.y - ui.font_size(style)) * 0.5f;
}

Press finish(Ui& ui, ImGuiWindow* window, ImGuiID id, const ImRect& box, Role role,
             std::string_view name, NodeDetail detail) {
  Press press;
  press.id = id;
  press.min = box.Min;
  press.max = box.Max;
  press.visible = ImGui::ItemAdd(box, id);
  const bool disabled = (detail.state & kStateDisabled) != 0;
  if (press.visible && !disabled) {
    bool hovered = false;
    bool held = false;
    press.pressed = ImGui::ButtonBehavior(box, id, &hovered, &held);
    press.hovered = hovered;
    press.held = held;
    if (hovered) ui.platform.set_cursor(Cursor::kHand);
  }
  if (!disabled && ui.sem.take_activate(id)) press.pressed = true;
  if (ui.sem.take_focus(id)) {
    take_keyboard(id);
    if (!press.visible) ImGui::ScrollToRect(window, box);
  }
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  // Not while the keyboard focus is elsewhere in the page.
  press.focused = g.NavId == id && g.NavCursorVisible && !ui.away;
  if (!press.visible) detail.state |= kStateScrolledOut;
  if (press.focused) detail.state |= kStateFocused;
  if (!disabled) detail.state |= kStatePressable;
  ui.sem.add(id, role, name, to_rect(box.Min, box.Max), detail);
  return press;
}

// Height of one line that can be pressed.
float text_target(const Ui& ui, TextStyle style) {
  return ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : ui.line_height(style);
}

}  // namespace

void take_keyboard(std::uint32_t id) {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  // ImGui moves the focus to a text field frames after the request (two here;
  // https://github.com/ocornut/imgui/issues/7473), which would pull it back after it has moved on:
  // cancel that request.
  ImGui::NavMoveRequestCancel();
  g.NavActivateId = g.NavNextActivateId = 0;
  ImGui::ClearActiveID();  // an edit elsewhere ends
  ImGui::SetFocusID(id, g.CurrentWindow);
  ImGui::SetNavCursorVisible(true);
}

Press pressable(Ui& ui, std::string_view id, ImVec2 size, Role role, std::string_view name,
                NodeDetail detail) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImRect box(window->DC.CursorPos, window->DC.CursorPos + size);
  ImGui::ItemSize(size);
  return finish(ui, window, ui_id(id), box, role, name, detail);
}

Press pressable_at(Ui& ui, std::string_view id, ImVec2 min, ImVec2 max, Role role,
                   std::string_view name, NodeDetail detail) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  return finish(ui, window, ui_id(id), ImRect(min, max), role, name, detail);
}

void focus_ring(Ui& ui, const Press& press, float radius) {
  if (!press.focused || !press.visible) return;
  const float w = ui.theme.metrics.focus_width;
  ImGui::GetWindowDrawList()->AddRect({press.min.x - w, press.min.y - w},
                                      {press.max.x + w, press.max.y + w}, ui.colors().focus,
                                      radius + w, 0, w);
}

float button_width(const Ui& ui, std::string_view text, Icon icon) {
  const float icon_width = icon == Icon::kNone ? 0 : ui.px(kIconSize + 8);
  return measure(ui, TextStyle::kBody, text).x + icon_width + ui.px(28);
}

bool button(Ui& ui, std::string_view id, std::string_view text, ButtonKind kind, Icon icon) {
  const Press press =
      pressable(ui, id, {button_width(ui, text, icon), ui.control_height()}, Role::kButton, text);
  if (press.visible) {
    const float radius = ui.px(ui.theme.metrics.radius_small);
    const Face face = face_of(ui.colors(), kind, press);
    draw_face(press, face, radius);
    float x = press.min.x + ui.px(14);
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (icon != Icon::kNone) {
      draw_icon(list, icon, {x + ui.px(kIconSize) * 0.5f, (press.min.y + press.max.y) * 0.5f},
                ui.px(kIconSize), face.text);
      x += ui.px(kIconSize + 8);
    }
    draw_text(ui, list, {x, text_top(ui, press, TextStyle::kBody)}, TextStyle::kBody, face.text,
              text);
    focus_ring(ui, press, radius);
  }
  return press.pressed;
}

bool icon_button(Ui& ui, std::string_view id, Icon icon, std::string_view name, bool on) {
  const float side = ui.control_height();
  NodeDetail detail;
  const Press press = pressable(ui, id, {side, side}, Role::kButton, name, detail);
  if (press.visible) {
    const float radius = ui.px(ui.theme.metrics.radius_small);
    draw_face(press, face_of(ui.colors(), ButtonKind::kGhost, press), radius);
    draw_icon(ImGui::GetWindowDrawList(), icon, (press.min + press.max) * 0.5f, ui.px(16),
              on ? ui.colors().primary : ui.colors().text);
    focus_ring(ui, press, radius);
    if (press.hovered && !press.held) tooltip(ui, name);
  }
  return press.pressed;
}

float tab_width(const Ui& ui, std::string_view text) {
  return measure(ui, TextStyle::kStrong, text).x + ui.px(24);
}

bool tab(Ui& ui, std::string_view id, std::string_view text, bool selected, int position,
         int count) {
  NodeDetail detail;
  detail.state = selected ? kStateSelected : 0u;
  detail.controls = selected ? ui.panel_node : 0;
  detail.position = position;
  detail.set_size = count;
  const float height = ui.px(48);
  const Press press = pressable(ui, id, {tab_width(ui, text), height}, Role::kTab, text, detail);
  if (press.visible) {
    const Palette& c = ui.colors();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float x = press.min.x + ui.px(12);
    draw_text(ui, list, {x, text_top(ui, press, TextStyle::kStrong)}, TextStyle::kStrong,
              selected || press.hovered ? c.text : c.muted, text);
    if (selected || press.hovered) {
      const float rule = ui.px(3);
      list->AddRectFilled({x, press.max.y - rule}, {press.max.x - ui.px(12), press.max.y},
                          selected ? c.accent : c.hairline, rule * 0.5f);
    }
    focus_ring(ui, press, ui.px(4));
  }
  return press.pressed;
}

float chip_width(const Ui& ui, std::string_view text) {
  return measure(ui, TextStyle::kSmall, text).x + ui.px(12 + 10 + 26);
}

bool chip(Ui& ui, std::string_view id, std::string_view text, std::string_view name_remove) {
  const float height = ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : ui.px(30);
  const Press press = pressable(ui, id, {chip_width(ui, text), height}, Role::kButton, name_remove);
  if (press.visible) {
    const Palette& c = ui.colors();
    const float radius = ui.px(15);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(press.min, press.max,
                        press.hovered ? mix(c.primary_soft, c.primary, 0.15f) : c.primary_soft,
                        radius);
    draw_text(ui, list, {press.min.x + ui.px(12), text_top(ui, press, TextStyle::kSmall)},
              TextStyle::kSmall, c.text, text);
    draw_icon(list, Icon::kCross, {press.max.x - ui.px(17), (press.min.y + press.max.y) * 0.5f},
              ui.px(11), c.text);
    focus_ring(ui, press, radius);
  }
  return press.pressed;
}

float toggle_width(const Ui& ui, std::string_view text) {
  return measure(ui, TextStyle::kSmallStrong, text).x + ui.px(24);
}

bool toggle(Ui& ui, std::string_view id, std::string_view text, bool on) {
  NodeDetail detail;
  detail.state = kStateToggle | (on ? kStateChecked : 0u);
  const float width =
      std::min(toggle_width(ui, text),
               std::max(ui.size.x - ui.page_padding() - ImGui::GetCursorScreenPos().x, ui.px(60)));
  const Press press = pressable(ui, id, {width, ui.control_height()}, Role::kButton, text, detail);
  if (press.visible) {
    const Palette& c = ui.colors();
    const float radius = ui.px(ui.theme.metrics.radius_small);
    const TextStyle style = on ? TextStyle::kSmallStrong : TextStyle::kSmall;
    const Face face = {on ? c.primary : (press.hovered ? c.raised : 0u), on ? 0u : c.outline,
                       on ? c.on_primary : c.text};
    draw_face(press, face, radius);
    const float room = press.max.x - press.min.x - ui.px(12);
    const float used = std::min(measure(ui, style, text).x, room);
    const float x = (press.min.x + press.max.x - used) * 0.5f;
    draw_text_cut(ui, ImGui::GetWindowDrawList(), {x, text_top(ui, press, style)}, style, face.text,
                  text, room);
    focus_ring(ui, press, radius);
  }
  return press.pressed;
}

void link(Ui& ui, std::string_view id, std::string_view text, std::string_view url,
          TextStyle style) {
  NodeDetail detail;
  detail.value = url;
  const float arrow = ui.font_size(style) * 0.75f;
  const float room = ImGui::GetContentRegionAvail().x - arrow - ui.px(4);
  ImVec2 size = measure(ui, style, text);
  const bool wraps = size.x > room && room > 0;
  if (wraps) size = {room, measure(ui, style, text, room).y};
  const Press press =
      pressable(ui, id, {size.x + arrow + ui.px(4), std::max(text_target(ui, style), size.y)},
                Role::kLink, text, detail);
  if (press.visible) {
    const Palette& c = ui.colors();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float top = wraps ? press.min.y : text_top(ui, press, style);
    draw_text(ui, list, {press.min.x, top}, style, c.primary, text, wraps ? room : 0);
    if (press.hovered) {
      const float y = wraps ? press.max.y - 1 : top + ui.font_size(style) * 1.12f;
      list->AddLine({press.min.x, y}, {press.min.x + size.x, y}, c.primary);
    }
    draw_icon(list, Icon::kExternal,
              {press.max.x - arrow * 0.5f, (press.min.y + press.max.y) * 0.5f}, arrow, c.primary);
    focus_ring(ui, press, ui.px(3));
  }
  if (press.pressed) ui.platform.open_link(url);
}

bool text_button(Ui& ui, std::string_view id, std::string_view text, TextStyle style) {
  const float room = ImGui::GetContentRegionAvail().x;
  ImVec2 size = measure(ui, style, text);
  const bool wraps = size.x > room && room > 0;
  if (wraps) size = {room, measure(ui, style, text, room).y};
  const Press press =
      pressable(ui, id, {size.x, std::max(text_target(ui, style), size.y)}, Role::kButton, text);
  if (press.visible) {
    const Palette& c = ui.colors();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float top = wraps ? press.min.y : text_top(ui, press, style);
    draw_text(ui, list, {press.min.x, top}, style, c.primary, text, wraps ? room : 0);
    if (press.hovered) {
      const float y = wraps ? press.max.y : top + ui.font_size(style) * 1.12f;
      list->AddLine({press.min.x, y}, {press.max.x, y}, c.primary);
    }
    focus_ring(ui, press, ui.px(3));
  }
  return press.pressed;
}

void begin_card(Ui& ui, std::string_view id, float width, float height) {
  const Metrics& m = ui.theme.metrics;
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, ui.px(m.radius));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding,
                      ImVec2(ui.px(m.card_padding), ui.px(m.card_padding)));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, ui.colors().surface);
  ImGui::PushStyleColor(ImGuiCol_Border, ui.colors().hairline);
  ImGuiChildFlags flags = ImGuiChildFlags_Borders | ImGuiChildFlags_AlwaysUseWindowPadding;
  if (height <= 0) flags |= ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_AlwaysAutoResize;
  ImGui::BeginChild(ui_id(id), {width, height}, flags,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  // Its height is known only after a frame, and no other one may follow.
  if (height <= 0 && ImGui::IsWindowAppearing()) ui.animate();
}

void end_card(Ui&) {
  ImGui::EndChild();
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(2);
}

namespace {

void open_tooltip(Ui& ui) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(12), ui.px(10)));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(8));
  ImGui::PushStyleColor(ImGuiCol_PopupBg, ui.colors().surface);
  ImGui::PushStyleColor(ImGuiCol_Border, ui.colors().outline);
  ImGui::BeginTooltip();
  // An auto-sized window is hidden in its first frame, in which ImGui measures it
  // (https://github.com/ocornut/imgui/issues/2949): request the next one.
  if (ImGui::IsWindowAppearing()) ui.animate();
}

void close_tooltip() {
  ImGui::EndTooltip();
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(2);
}

}  // namespace

void begin_tooltip(Ui& ui) {
  open_tooltip(ui);
  ui.sem.push(ui_id("tooltip"), Role::kTooltip, {}, {});
}

void end_tooltip(Ui& ui) {
  ui.sem.pop();
  close_tooltip();
}

// Without semantics: screen readers already know `text` as the name of the control.
void tooltip(Ui& ui, std::string_view text) {
  open_tooltip(ui);
  const float wrap = ui.px(280);
  const ImVec2 size = measure(ui, TextStyle::kSmall, text, wrap);
  const ImVec2 pos = ImGui::GetCursorScreenPos();
  ImGui::Dummy(size);
  draw_text(ui, ImGui::GetWindowDrawList(), pos, TextStyle::kSmall, ui.colors().text, text, wrap);
  close_tooltip();
}

Flow::Flow(const Ui& ui, float gap_design)
    : left_(ImGui::GetCursorScreenPos().x),
      right_(left_ + ImGui::GetContentRegionAvail().x),
      gap_(ui.px(gap_design)) {}

void Flow::next(float width) {
  if (!first_) {
    const float x = ImGui::GetItemRectMax().x + gap_;
    if (x + width <= right_) ImGui::SameLine(0, gap_);
  }
  first_ = false;
}

}  // namespace tablero
