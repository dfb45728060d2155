// Downsampling (decimation) of lines that have more points than their chart has pixels, without a
// visible difference.
#pragma once

#include <cstddef>
#include <span>

#include "base/list.h"

namespace tablero {

// Indices of the points to draw, ascending, into `out` (cleared first; its capacity is kept). Of
// all points that fall into one of `columns` equal columns of [`min`, `max`] the first, the lowest,
// the highest and the last are kept: a line through them covers the same pixels as the line through
// all (M4; Jugel, Jerzak, Hackenbroich and Markl, "M4: A Visualization-Oriented Time Series Data
// Aggregation", VLDB 2014). `x` must be ascending. A NaN in `y` is a gap: one index of each run of
// NaN is kept, and no column spans it. Points outside [`min`, `max`] fall into the first or last
// column.
void reduce_line(std::span<const double> x, std::span<const double> y, double min, double max,
                 int columns, List<std::size_t>& out);

}  // namespace tablero
