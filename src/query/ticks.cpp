#include "query/ticks.h"

#include <algorithm>
#include <cmath>

namespace tablero {

Ticks nice_ticks(double min, double max, int wanted) {
  if (!std::isfinite(min) || !std::isfinite(max) || max < min) {
    min = 0;
    max = 1;
  }
  if (max == min) max = min + (min == 0 ? 1 : std::fabs(min));
  wanted = std::clamp(wanted, 2, kMaxTicks - 1);
  const double raw = (max - min) / wanted;
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  double step = 10 * power;
  for (double m : {1.0, 2.0, 2.5, 5.0}) {
    if (m * power >= raw * (1 - 1e-12)) {
      step = m * power;
      break;
    }
  }
  Ticks ticks;
  ticks.step = step;
  const double first = std::ceil(min / step - 1e-9);
  const double last = std::floor(max / step + 1e-9);
  for (double i = first; i <= last && ticks.count < kMaxTicks; ++i) {
    const double value = i * step;
    ticks.values[ticks.count++] = std::fabs(value) < step * 1e-9 ? 0 : value;
  }
  return ticks;
}

}  // namespace tablero
