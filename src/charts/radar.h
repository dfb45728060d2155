// Radar chart: one polygon per series over at least three axes. Its one merit is that it shows a
// profile at a glance; put the exact values into a table or dot plot beside it.
#pragma once

#include <span>
#include <string_view>

#include "ui/ui.h"

namespace tablero {

struct RadarSeries {
  std::string_view name;
  std::span<const double> values;  // one per axis, 0..100; NaN leaves a gap in the outline
  Color color = 0;
};

struct RadarChart {
  std::string_view id, name;  // `name` is the sentence for readers
  std::span<const std::string_view> axes;
  std::span<const RadarSeries> series;
  float size = 380;  // design pixels, width and height with its labels
};

// Draws the chart at the cursor. Each series is a node with its values for screen readers.
void draw_radar(Ui& ui, const RadarChart& chart);

}  // namespace tablero
