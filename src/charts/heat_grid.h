// A square grid of correlations: blue for positive, rose for negative, stronger for larger; blank
// with a dash where there are too few pairs.
#pragma once

#include <span>
#include <string_view>

#include "ui/ui.h"

namespace tablero {

struct HeatGrid {
  std::string_view id, name;
  std::span<const std::string_view> labels;
  std::span<const double> values;  // labels x labels, row-major, -1..1, NaN unknown
};

struct HeatGridHover {
  int row = -1, column = -1;
};

// Draws the grid over the remaining width, cells at most 26 design pixels. Returns what is under
// the pointer.
HeatGridHover draw_heat_grid(Ui& ui, const HeatGrid& grid);

// The color of a correlation on the present theme.
Color correlation_color(const Ui& ui, double value);

}  // namespace tablero
