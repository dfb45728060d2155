// Upright bars cut into parts: one bar per group (an edition), one part per kind, with the total
// above and a legend of the kinds below. A press on a part names group and kind.
#pragma once

#include <span>
#include <string_view>

#include "ui/ui.h"

namespace tablero {

struct StackedBars {
  std::string_view id;
  std::string_view name;                       // one sentence for screen readers
  std::span<const std::string_view> groups;    // labels below the bars
  std::span<const std::string_view> kinds;     // labels of the parts, bottom first
  std::span<const Color> colors;               // one per kind
  std::span<const int> counts;                 // groups x kinds, row by row
  std::span<const std::uint8_t> group_dimmed;  // one per group
  std::span<const std::uint8_t> kind_dimmed;   // one per kind
  float height = 250;                          // design pixels, legend not included
};

struct StackedPress {
  int group = -1;  // -1: none
  int kind = -1;   // -1 with a group: the whole bar; with group -1: a kind of the legend
  bool pressed = false;
};

// Draws over the remaining width.
StackedPress draw_stacked_bars(Ui& ui, const StackedBars& chart);

}  // namespace tablero
