// Slope chart: the same things on two or more upright axes with one scale, joined by lines. A
// missing value breaks the line and is said in the name.
#pragma once

#include <span>
#include <string_view>

#include "ui/ui.h"

namespace tablero {

inline constexpr std::size_t kMaxSlopes = 16, kMaxSlopeAxes = 8;

struct SlopeLine {
  std::string_view label;
  std::string_view name;              // the line in words for readers
  double values[kMaxSlopeAxes] = {};  // NaN missing; as many as the chart has axes
  Colour colour = 0;
};

struct SlopeChart {
  std::string_view id;
  std::string_view name;                   // one sentence for readers
  std::span<const std::string_view> axes;  // names, at most kMaxSlopeAxes
  std::span<const SlopeLine> lines;        // at most kMaxSlopes
  int decimals = 0;
  float height = 260;  // design pixels
};

// Draws over the width left. Names and figures stand beside the first and the last axis, figures
// only at those between, each where no other is in the way; the read-out has them all.
void draw_slope(Ui& ui, const SlopeChart& chart);

}  // namespace tablero
