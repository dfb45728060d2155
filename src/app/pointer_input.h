// Turns pointer and wheel events into input for ImGui and the views. The mouse is passed through.
// Touch goes through gesture recognition first: a tap presses, a drag scrolls the list under it
// with inertia (kinetic scrolling), and only where a widget claims it (a map, a slider) it acts
// like a held mouse; two fingers pinch.
#pragma once

#include "platform/platform.h"
#include "ui/ui.h"

namespace tablero {

class PointerInput {
 public:
  // Feeds one event. `ui` provides the claims of the last frame and receives pinches.
  void pointer(Ui& ui, const PointerEvent& event);
  // Scrolls what is under the wheel. False: nothing here wants it, the page should scroll.
  bool wheel(Ui& ui, const WheelEvent& event);
  // Whether the program takes a finger that comes down here: a widget claims it, or an inner list
  // can scroll. Otherwise the page may scroll with it.
  bool takes_touch(const Ui& ui, float x, float y) const;
  // Advances inertia and taps; call at the start of each frame.
  void update(Ui& ui, float dt);
  // Releases everything that is held (focus lost).
  void release_all();

 private:
  struct Finger {
    int id = -1;
    float x = 0, y = 0, start_x = 0, start_y = 0;
    double time = 0;
  };
  enum class Mode : std::uint8_t { kNone, kUndecided, kScroll, kClaimed, kPinch };

  void touch_down(Ui& ui, const PointerEvent& event);
  void touch_move(Ui& ui, const PointerEvent& event);
  void touch_up(Ui& ui, const PointerEvent& event);
  void pinch_move(Ui& ui);

  Finger fingers_[2];
  Mode mode_ = Mode::kNone;
  std::uint32_t scroll_window_ = 0;        // ImGui window id
  float velocity_x_ = 0, velocity_y_ = 0;  // CSS px/s of the scrolled content
  double last_move_ = 0;
  float pinch_distance_ = 0;
  ImVec2 pinch_center_;
  int tap_phase_ = 0;  // 1: release due in the next frame
};

}  // namespace tablero
