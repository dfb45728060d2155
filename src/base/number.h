// The value that stands for "there is no number".
#pragma once

#include <limits>

namespace tablero {

// Never equal to anything, itself included: ask with std::isnan.
inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

}  // namespace tablero
