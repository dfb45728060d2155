// Decides when a frame is needed (on-demand rendering): nothing is drawn while nothing changes.
// Requests are coalesced; the earliest due time wins.
#pragma once

#include <algorithm>

namespace tablero {

class FramePacer {
 public:
  // After an event ImGui needs a second frame to answer to new positions and a third for layout
  // that depends on the content's size of the frame before.
  static constexpr int kSettleFrames = 3;

  // A pointer that moves or presses changes at most the highlight: one frame and one to settle.
  static constexpr int kPointerFrames = 2;

  // Something changed.
  void wake(int frames = kSettleFrames) { settle_ = std::max(settle_, frames); }
  // Requests a frame at `now` + `seconds` at the latest.
  void wake_after(double now, double seconds) { due_ = std::min(due_, now + seconds); }
  bool due(double now) const { return settle_ > 0 || now >= due_; }
  // A frame was drawn. `animating` asks for the next one. It asks anew for what it waits for: what
  // an earlier one waited for may be there.
  void drawn(bool animating) {
    if (settle_ > 0) --settle_;
    if (animating) settle_ = std::max(settle_, 1);
    due_ = kNever;
  }
  bool wants_now() const { return settle_ > 0; }
  // Seconds until the next requested frame; negative when none is pending.
  double wants_in(double now) const { return due_ >= kNever ? -1 : std::max(0.0, due_ - now); }

 private:
  static constexpr double kNever = 1e18;
  int settle_ = kSettleFrames;
  double due_ = kNever;
};

}  // namespace tablero
