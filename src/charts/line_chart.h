// Lines on common axes, each with its name at its end. A NaN is a gap; a line with more points than
// the chart is wide is reduced without a visible difference (reduce.h).
#pragma once

#include <span>
#include <string_view>

#include "base/list.h"
#include "ui/ui.h"

namespace tablero {

struct LineSeries {
  std::uint32_t id = 0;
  std::string_view label;     // at the end of the line
  std::string_view name;      // the line in words for screen readers
  std::span<const double> x;  // ascending, finite
  std::span<const double> y;  // as many; NaN a gap
  Color color = 0;
  bool selected = false;
  bool dimmed = false;
};

struct LineChart {
  std::string_view id;
  std::string_view name;  // one sentence for screen readers
  std::span<const LineSeries> lines;
  std::string_view x_key;  // i18n key of an x position, with {n}: first line of the tooltip
  bool steps = false;  // step interpolation: a value holds until the next (counts that only grow)
  float height = 240;  // design pixels
};

inline constexpr std::size_t kMaxLines = 12;

// Draws the first kMaxLines lines over the remaining width; y starts at zero. Returns the line that
// was pressed, or -1. `scratch` keeps memory between frames.
int draw_line_chart(Ui& ui, const LineChart& chart, List<std::size_t>& scratch);

}  // namespace tablero
