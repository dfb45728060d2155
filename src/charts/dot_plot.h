// Dot plot: one row per item, one dot per series on a common scale, an optional interval and a
// figure at the end of the row. A missing value draws nothing and is named in words.
#pragma once

#include <span>
#include <string_view>

#include "ui/ui.h"

namespace tablero {

inline constexpr std::size_t kMaxDots = 4;

struct DotRow {
  std::string_view label;
  double values[kMaxDots] = {};  // NaN missing; as many as the plot has colors
  std::string_view figure;       // right of the plot, may be empty
  std::string_view name;         // the row in words for screen readers
};

struct DotPlot {
  std::string_view id, name;
  std::span<const DotRow> rows;
  std::span<const Color> colors;  // one per series, at most kMaxDots
  double min = 0, max = 100;
  float label_width = 150, figure_width = 120;  // design pixels
};

// Draws the plot over the remaining width. Returns the row under the pointer, or -1.
int draw_dot_plot(Ui& ui, const DotPlot& plot);

// A strip plot: the dots of `values` on one horizontal line that starts at `from` and is `width`
// CSS pixels long. NaN values are skipped.
void draw_dot_strip(Ui& ui, ImVec2 from, float width, std::span<const double> values, double min,
                    double max, Color color);

}  // namespace tablero
