#include "app/pointer_input.h"

#include <imgui_internal.h>

#include <cfloat>
#include <cmath>

namespace tablero {
namespace {

constexpr float kTapDistance = 10;   // CSS px; farther is a drag
constexpr double kTapSeconds = 0.3;  // longer is a press
constexpr float kFriction = 4.0f;    // 1/s, decay of a flung list
constexpr float kSlowest = 12;       // CSS px/s, below it a fling ends

const Ui::Claim* claim_at(const Ui& ui, float x, float y) {
  for (int i = ui.claim_count - 1; i >= 0; --i) {
    if (ui.claims[i].rect.contains(x, y)) return &ui.claims[i];
  }
  return nullptr;
}

// A drag that would have moved a map was left to the page: tell the map, which shows a hint.
void tell_of_block(Ui& ui, float x, float y) {
  const Ui::Claim* claim = claim_at(ui, x, y);
  if (claim != nullptr && claim->cooperative) ui.blocked_touch = true;
}

// Hit test: the topmost window under a point in the last frame.
ImGuiWindow* window_at(float x, float y) {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  for (int i = g.Windows.Size - 1; i >= 0; --i) {
    ImGuiWindow* w = g.Windows[i];
    if (!w->WasActive || w->Hidden || (w->Flags & ImGuiWindowFlags_NoMouseInputs) != 0) continue;
    if (w->OuterRectClipped.Contains(ImVec2(x, y))) return w;
  }
  return nullptr;
}

bool can_scroll(const ImGuiWindow* w, float dx, float dy) {
  const bool down = dy > 0 && w->Scroll.y < w->ScrollMax.y;
  const bool up = dy < 0 && w->Scroll.y > 0;
  const bool right = dx > 0 && w->Scroll.x < w->ScrollMax.x;
  const bool left = dx < 0 && w->Scroll.x > 0;
  return down || up || right || left;
}

// Scroll chaining: the innermost window under the point that can scroll in that direction; it does
// not go beyond a popup.
ImGuiWindow* scrollable_at(float x, float y, float dx, float dy) {
  for (ImGuiWindow* w = window_at(x, y); w != nullptr; w = w->ParentWindow) {
    if (can_scroll(w, dx, dy)) return w;
    if ((w->Flags & ImGuiWindowFlags_Popup) != 0) return nullptr;
  }
  return nullptr;
}

void scroll_by(ImGuiWindow* w, float dx, float dy) {
  if (w->ScrollMax.x > 0) ImGui::SetScrollX(w, ImClamp(w->Scroll.x + dx, 0.0f, w->ScrollMax.x));
  if (w->ScrollMax.y > 0) ImGui::SetScrollY(w, ImClamp(w->Scroll.y + dy, 0.0f, w->ScrollMax.y));
}

}  // namespace

void PointerInput::pointer(Ui& ui, const PointerEvent& event) {
  ImGuiIO& io = ImGui::GetIO();
  if (event.kind == PointerKind::kTouch) {
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    switch (event.phase) {
      case PointerPhase::kDown:
        touch_down(ui, event);
        break;
      case PointerPhase::kMove:
        touch_move(ui, event);
        break;
      case PointerPhase::kUp:
      case PointerPhase::kCancel:
      case PointerPhase::kLeave:
        touch_up(ui, event);
        break;
    }
    return;
  }
  io.AddMouseSourceEvent(event.kind == PointerKind::kPen ? ImGuiMouseSource_Pen
                                                         : ImGuiMouseSource_Mouse);
  if (event.phase == PointerPhase::kLeave) {
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    return;
  }
  io.AddMousePosEvent(event.x, event.y);
  if (event.phase == PointerPhase::kDown) {
    // The modifier may have been pressed before the program had the keyboard focus.
    io.AddKeyEvent(ImGuiMod_Shift, (event.mods & kModShift) != 0);
    io.AddMouseButtonEvent(event.button, true);
  }
  if (event.phase == PointerPhase::kUp) io.AddMouseButtonEvent(event.button, false);
  if (event.phase == PointerPhase::kCancel) release_all();
}

void PointerInput::touch_down(Ui& ui, const PointerEvent& event) {
  Finger& finger = fingers_[0].id < 0 ? fingers_[0] : fingers_[1];
  finger = {event.id, event.x, event.y, event.x, event.y, ui.platform.now()};
  velocity_x_ = velocity_y_ = 0;
  if (fingers_[0].id >= 0 && fingers_[1].id >= 0) {
    if (mode_ == Mode::kClaimed) ImGui::GetIO().AddMouseButtonEvent(0, false);
    mode_ = Mode::kPinch;
    pinch_distance_ = 0;
    pinch_move(ui);
    return;
  }
  ImGui::GetIO().AddMousePosEvent(event.x, event.y);
  const Ui::Claim* claim = claim_at(ui, event.x, event.y);
  mode_ = Mode::kUndecided;
  if (claim != nullptr && claim->touch_drag) {
    mode_ = Mode::kClaimed;
    ImGui::GetIO().AddMouseButtonEvent(0, true);
  }
}

void PointerInput::touch_move(Ui& ui, const PointerEvent& event) {
  Finger* finger = fingers_[0].id == event.id ? &fingers_[0] : &fingers_[1];
  if (finger->id != event.id) return;
  const float dx = event.x - finger->x;
  const float dy = event.y - finger->y;
  finger->x = event.x;
  finger->y = event.y;
  if (mode_ == Mode::kPinch) {
    pinch_move(ui);
    return;
  }
  if (mode_ == Mode::kClaimed) {
    ImGui::GetIO().AddMousePosEvent(event.x, event.y);
    return;
  }
  const double now = ui.platform.now();
  if (mode_ == Mode::kUndecided) {
    const float far = std::hypot(event.x - finger->start_x, event.y - finger->start_y);
    if (far < kTapDistance) return;
    mode_ = Mode::kScroll;
    tell_of_block(ui, finger->start_x, finger->start_y);
    ImGuiWindow* w = scrollable_at(finger->start_x, finger->start_y, -dx, -dy);
    scroll_window_ = w != nullptr ? w->ID : 0;
    // Clears the pointer position, so that nothing under the finger is highlighted or pressed.
    ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  }
  if (ImGuiWindow* w = ImGui::FindWindowByID(scroll_window_)) scroll_by(w, -dx, -dy);
  const auto elapsed = static_cast<float>(std::max(now - last_move_, 0.001));
  velocity_x_ = 0.6f * velocity_x_ + 0.4f * (-dx / elapsed);
  velocity_y_ = 0.6f * velocity_y_ + 0.4f * (-dy / elapsed);
  last_move_ = now;
}

void PointerInput::touch_up(Ui& ui, const PointerEvent& event) {
  Finger* finger = fingers_[0].id == event.id ? &fingers_[0] : &fingers_[1];
  if (finger->id != event.id) return;
  ImGuiIO& io = ImGui::GetIO();
  const bool cancelled = event.phase != PointerPhase::kUp;
  const double now = ui.platform.now();
  if (mode_ == Mode::kClaimed) io.AddMouseButtonEvent(0, false);
  // Browsers cancel the pointer as soon as the page scrolls with it (pointercancel,
  // https://www.w3.org/TR/pointerevents3/#the-pointercancel-event).
  if (mode_ == Mode::kUndecided && cancelled) tell_of_block(ui, finger->start_x, finger->start_y);
  if (mode_ == Mode::kUndecided && !cancelled) {
    io.AddMousePosEvent(finger->x, finger->y);
    io.AddMouseButtonEvent(0, true);
    io.AddMouseButtonEvent(0, false);
    tap_phase_ = 1;
    if (now - finger->time > kTapSeconds) ui.long_press = true;
  }
  if (mode_ == Mode::kScroll && (cancelled || now - last_move_ > 0.1))
    velocity_x_ = velocity_y_ = 0;
  finger->id = -1;
  if (fingers_[0].id < 0 && fingers_[1].id < 0) {
    if (mode_ != Mode::kScroll) scroll_window_ = 0;
    if (mode_ == Mode::kClaimed || mode_ == Mode::kPinch) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    mode_ = Mode::kNone;
  }
}

void PointerInput::pinch_move(Ui& ui) {
  const Finger& a = fingers_[0];
  const Finger& b = fingers_[1];
  const float distance = std::hypot(a.x - b.x, a.y - b.y);
  const ImVec2 center((a.x + b.x) * 0.5f, (a.y + b.y) * 0.5f);
  if (pinch_distance_ > 0 && distance > 0) {
    ui.pinch.active = true;
    ui.pinch.factor *= distance / pinch_distance_;
    ui.pinch.pan = ui.pinch.pan + (center - pinch_center_);
  }
  ui.pinch.center = center;
  pinch_distance_ = distance;
  pinch_center_ = center;
}

bool PointerInput::wheel(Ui& ui, const WheelEvent& event) {
  velocity_x_ = velocity_y_ = 0;
  const Ui::Claim* claim = claim_at(ui, event.x, event.y);
  if (claim != nullptr && claim->wheel) {
    const bool asked = event.pinch || (event.mods & (kModCtrl | kModMeta)) != 0;
    if (claim->cooperative && !asked) {
      ui.blocked_wheel = true;
      return false;
    }
    ui.wheel.active = true;
    ui.wheel.pos = {event.x, event.y};
    ui.wheel.dx += event.dx;
    ui.wheel.dy += event.pinch ? 0 : event.dy;
    ui.wheel.pinch += event.pinch ? event.dy : 0;
    return true;
  }
  if (event.pinch) return false;
  float dx = event.dx;
  float dy = event.dy;
  if ((event.mods & kModShift) != 0 && dx == 0) std::swap(dx, dy);
  ImGuiWindow* w = scrollable_at(event.x, event.y, dx, dy);
  if (w == nullptr) return false;
  scroll_by(w, dx, dy);
  return true;
}

bool PointerInput::takes_touch(const Ui& ui, float x, float y) const {
  const Ui::Claim* claim = claim_at(ui, x, y);
  if (claim != nullptr) return claim->touch_drag;
  return scrollable_at(x, y, 0, 1) != nullptr || scrollable_at(x, y, 0, -1) != nullptr;
}

void PointerInput::update(Ui& ui, float dt) {
  if (tap_phase_ == 1) {
    // Requests frames until ImGui has consumed the events, and one more that shows the result of
    // the tap.
    ui.animate();
    if (ImGui::GetCurrentContext()->InputEventsQueue.Size == 0) {
      tap_phase_ = 0;
      // Clears the pointer position after a tap, so that nothing stays highlighted.
      ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    }
  }
  if (mode_ != Mode::kNone || scroll_window_ == 0) return;
  ImGuiWindow* w = ImGui::FindWindowByID(scroll_window_);
  const float speed = std::hypot(velocity_x_, velocity_y_);
  if (w == nullptr || speed < kSlowest || ui.environment.reduced_motion ||
      !can_scroll(w, velocity_x_, velocity_y_)) {
    scroll_window_ = 0;
    return;
  }
  scroll_by(w, velocity_x_ * dt, velocity_y_ * dt);
  const float decay = std::exp(-kFriction * dt);
  velocity_x_ *= decay;
  velocity_y_ *= decay;
  ui.animate();
}

void PointerInput::release_all() {
  ImGuiIO& io = ImGui::GetIO();
  for (int button = 0; button < 3; ++button) io.AddMouseButtonEvent(button, false);
  fingers_[0].id = fingers_[1].id = -1;
  mode_ = Mode::kNone;
}

}  // namespace tablero
