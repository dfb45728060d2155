// Which points no other point beats in both directions: small cost and large gain.
#pragma once

#include <cstdint>
#include <span>

#include "base/list.h"

namespace tablero {

// Whether point (COST_A, GAIN_A) dominates (COST_B, GAIN_B): not worse in either and better in one.
inline bool dominates(double cost_a, double gain_a, double cost_b, double gain_b) {
  return cost_a <= cost_b && gain_a >= gain_b && (cost_a < cost_b || gain_a > gain_b);
}

// Per point 1 when no other dominates it; equal points are both on the front. Points with a NaN
// coordinate are never on it and dominate nobody. O(n log n).
List<std::uint8_t> pareto_front(std::span<const double> costs, std::span<const double> gains);

}  // namespace tablero
