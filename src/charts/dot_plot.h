// Dot plot: one row per item, one dot per series on a common scale, an optional interval and a
// figure at the end of the row. A missing value draws nothing and is said in words.
#pragma once

#include <span>
#include <string_view>

#include "ui/ui.h"

namespace tablero {

inline constexpr std::size_t kMaxDots = 4;

struct DotRow {
  std::string_view label;
  double values[kMaxDots] = {};  // NaN missing; as many as the plot has colours
  std::string_view figure;       // right of the plot, may be empty
  std::string_view name;         // the row in words for readers
};

struct DotPlot {
  std::string_view id, name;
  std::span<const DotRow> rows;
  std::span<const Colour> colours;  // one per series, at most kMaxDots
  double min = 0, max = 100;
  float label_width = 150, figure_width = 120;  // design pixels
};

// Draws the plot over the width left. Returns the row under the pointer, or -1.
int draw_dot_plot(Ui& ui, const DotPlot& plot);

// Dots of VALUES on one line from X to X + WIDTH at height Y: a distribution. NaN values are
// skipped.
void draw_dot_strip(Ui& ui, ImVec2 from, float width, std::span<const double> values, double min,
                    double max, Colour colour);

}  // namespace tablero
