#include "charts/reduce.h"

#include <algorithm>
#include <cmath>

#include "base/list.h"

namespace tablero {
namespace {

// The four points of the column that is being read.
struct Column {
  std::size_t first = 0, low = 0, high = 0, last = 0;
  bool empty = true;

  void add(std::size_t i, std::span<const double> y) {
    if (empty) {
      *this = {i, i, i, i, false};
      return;
    }
    if (y[i] < y[low]) low = i;
    if (y[i] > y[high]) high = i;
    last = i;
  }

  void flush(List<std::size_t>& out) {
    if (empty) return;
    const std::size_t points[] = {first, std::min(low, high), std::max(low, high), last};
    for (const std::size_t p : points) {
      if (out.empty() || out.back() < p) out.push_back(p);
    }
    empty = true;
  }
};

}  // namespace

void reduce_line(std::span<const double> x, std::span<const double> y, double min, double max,
                 int columns, List<std::size_t>& out) {
  out.clear();
  columns = std::max(columns, 1);
  const double scale = max > min ? columns / (max - min) : 0;
  Column column;
  int current = -1;
  bool in_gap = false;
  for (std::size_t i = 0; i < x.size() && i < y.size(); ++i) {
    if (std::isnan(y[i])) {
      column.flush(out);
      if (!in_gap) out.push_back(i);
      in_gap = true;
      continue;
    }
    const double place = std::clamp((x[i] - min) * scale, 0.0, static_cast<double>(columns - 1));
    const int at = static_cast<int>(place);
    if (at != current || in_gap) column.flush(out);
    in_gap = false;
    current = at;
    column.add(i, y);
  }
  column.flush(out);
}

}  // namespace tablero
