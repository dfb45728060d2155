// Radar chart: one polygon per series over at least three axes. Its one merit is a shape at a
// glance; the exact values belong into a table or dot plot beside it.
#pragma once

#include <span>
#include <string_view>

#include "ui/ui.h"

namespace tablero {

struct RadarSeries {
  std::string_view name;
  std::span<const double> values;  // one per axis, 0..100; NaN leaves a gap in the outline
  Colour colour = 0;
};

struct RadarChart {
  std::string_view id, name;  // NAME is the sentence for readers
  std::span<const std::string_view> axes;
  std::span<const RadarSeries> series;
  float size = 380;  // design pixels, width and height with its labels
};

// Draws the chart at the cursor. Each series is a node with its values for readers.
void draw_radar(Ui& ui, const RadarChart& chart);

}  // namespace tablero
