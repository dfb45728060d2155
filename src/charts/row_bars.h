// Horizontal bars: one row per mark with its label, the bar and its figure at the end. For rankings
// and categories with long names. On narrow charts the label stands above its bar.
#pragma once

#include <span>

#include "charts/bar_chart.h"

namespace tablero {

struct RowBars {
  std::string_view id;
  std::string_view name;  // one sentence for screen readers
  std::span<const Bar> bars;
  double max = 0;           // value of a full bar; 0: the largest one
  double threshold = 0;     // > 0: a dashed line at this value
  float label_width = 200;  // design pixels; wider labels are cut and shown whole on hover
  bool pressable = true;    // false: rows are read out but cannot be pressed
};

// Draws over the remaining width; returns the index of the row that was pressed, or -1.
int draw_row_bars(Ui& ui, const RowBars& chart);

}  // namespace tablero
