// The edition slider of the map: one stop per edition that has cities, and a play button that steps
// through them.
#pragma once

#include "views/view_context.h"

namespace tablero {

class MapTimeline {
 public:
  // Time between two editions: long enough to read what changed.
  static constexpr double kStepSeconds = 1.2;

  // Draws with its lower middle at `bottom` (canvas coordinates). Returns the rectangle it covers.
  Rect draw(ViewContext& context, ImVec2 bottom);
  bool playing() const { return playing_; }
  void stop() { playing_ = false; }

 private:
  void step(ViewContext& context);
  bool playing_ = false;
  double next_ = 0;  // seconds on the clock of Ui::now
};

}  // namespace tablero
