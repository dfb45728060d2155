// Upright bars with direct labels. A bar whose figure is only a lower bound ("more than 500") is
// drawn open-ended: its top fades out instead of ending at a line. Missing values show a hatched
// stub with the word for their kind, never a bar of zero.
#pragma once

#include <span>
#include <string_view>

#include "data/figure.h"
#include "ui/ui.h"

namespace tablero {

struct Bar {
  std::uint32_t id = 0;     // for semantics and selection
  std::string_view label;   // below the bar
  std::string_view figure;  // above the bar, formatted with its qualifier
  std::string_view name;    // read out: label and figure in words
  Amount value;
  Qualifier qualifier = Qualifier::kExact;
  Color color = 0;  // 0: the main data color
  bool selected = false;
  bool dimmed = false;
};

struct BarChart {
  std::string_view id;
  std::string_view name;  // one sentence for screen readers
  std::span<const Bar> bars;
  float height = 220;  // design pixels
};

// Draws the chart over the remaining width and returns the index of the bar that was pressed, or
// -1. `hovered` (may be null) receives the index under the pointer, or -1.
int draw_bar_chart(Ui& ui, const BarChart& chart, int* hovered);

// Whether the figure is only a lower bound, so that its bar has no sharp end.
bool open_ended(Qualifier q);

// Hatching at 45 degrees for "no data", clipped to the rectangle.
void draw_hatch(ImDrawList* list, ImVec2 min, ImVec2 max, Color color, float spacing);

}  // namespace tablero
