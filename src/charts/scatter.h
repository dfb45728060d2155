// Scatter plot with a logarithmic x axis, direct labels where they fit, and a step line along the
// Pareto front.
#pragma once

#include <span>
#include <string_view>

#include "ui/ui.h"

namespace tablero {

struct ScatterPoint {
  double x = 1, y = 0;     // x > 0; both finite
  std::string_view label;  // beside the point
  std::string_view name;   // read out
  bool front = false;      // part of the front: filled strongly, labeled first
  bool dimmed = false;
  bool selected = false;
};

struct ScatterChart {
  std::string_view id, name, x_title, y_title;
  std::span<const ScatterPoint> points;
  float height = 420;  // design pixels
};

// Draws the chart over the remaining width. Returns the point that was pressed, or -1; `hovered`
// (may be null) receives the one under the pointer, or -1. Of several in reach the nearest is
// taken, at equal distance the one drawn last.
int draw_scatter(Ui& ui, const ScatterChart& chart, int* hovered);

}  // namespace tablero
