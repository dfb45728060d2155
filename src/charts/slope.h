// Slope chart: the same things on two or more upright axes with one scale, joined by lines. A
// missing value breaks the line and is named in `name`.
#pragma once

#include <span>
#include <string_view>

#include "ui/ui.h"

namespace tablero {

inline constexpr std::size_t kMaxSlopes = 16, kMaxSlopeAxes = 8;

struct SlopeLine {
  std::string_view label;
  std::string_view name;              // the line in words for screen readers
  double values[kMaxSlopeAxes] = {};  // NaN missing; as many as the chart has axes
  Color color = 0;
};

struct SlopeChart {
  std::string_view id;
  std::string_view name;                   // one sentence for screen readers
  std::span<const std::string_view> axes;  // names, at most kMaxSlopeAxes
  std::span<const SlopeLine> lines;        // at most kMaxSlopes
  int decimals = 0;
  float height = 260;  // design pixels
};

// Draws over the remaining width. Names and figures are drawn beside the first and the last axis,
// only figures at those between, each only where it overlaps no other; the tooltip has all of them.
void draw_slope(Ui& ui, const SlopeChart& chart);

}  // namespace tablero
