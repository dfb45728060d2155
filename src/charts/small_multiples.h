// Small multiples: one little bar chart per item, all with the same columns and the same scale, so
// that their shapes can be compared at a glance.
#pragma once

#include <span>
#include <string_view>

#include "ui/ui.h"

namespace tablero {

struct SmallPanel {
  std::string_view label;
  std::span<const int> counts;  // one per column; -1: not asked, hatched
  bool selected = false;
  bool dimmed = false;
};

struct SmallMultiples {
  std::string_view id;
  std::string_view name;                      // one sentence for screen readers
  std::span<const std::string_view> columns;  // short: years
  std::span<const SmallPanel> panels;
  float panel_width = 150, panel_height = 96;  // design pixels; panels grow to fill the width
};

struct SmallPress {
  int panel = -1, column = -1;  // of the pressed bar; -1 none
};

// Draws over the remaining width; bars start at zero.
SmallPress draw_small_multiples(Ui& ui, const SmallMultiples& chart);

}  // namespace tablero
