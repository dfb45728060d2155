// The Pareto front: the points that no other point dominates, for low cost and high gain.
#pragma once

#include <cstdint>
#include <span>

#include "base/list.h"

namespace tablero {

// Whether point (`cost_a`, `gain_a`) dominates (`cost_b`, `gain_b`): not worse in either and better
// in one.
inline bool dominates(double cost_a, double gain_a, double cost_b, double gain_b) {
  return cost_a <= cost_b && gain_a >= gain_b && (cost_a < cost_b || gain_a > gain_b);
}

// Per point 1 when no other dominates it; equal points are both on the front. Points with a NaN
// coordinate are never on it and dominate nobody. O(n log n).
List<std::uint8_t> pareto_front(std::span<const double> costs, std::span<const double> gains);

}  // namespace tablero
