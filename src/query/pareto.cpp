#include "query/pareto.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/list.h"
#include "base/sort.h"

namespace tablero {

List<std::uint8_t> pareto_front(std::span<const double> costs, std::span<const double> gains) {
  List<std::uint8_t> front(costs.size(), 0);
  List<std::uint32_t> order;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    if (!std::isnan(costs[i]) && !std::isnan(gains[i]))
      order.push_back(static_cast<std::uint32_t>(i));
  }
  sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return costs[a] != costs[b] ? costs[a] < costs[b] : gains[a] > gains[b];
  });
  // Swept from cheap to dear: a point is on the front when it gains more than all cheaper ones, or
  // as much as the best of the same cost.
  double best = -std::numeric_limits<double>::infinity();
  double best_cost = 0;
  for (std::uint32_t i : order) {
    if (gains[i] > best) {
      best = gains[i];
      best_cost = costs[i];
      front[i] = 1;
    } else if (gains[i] == best && costs[i] == best_cost) {
      front[i] = 1;
    }
  }
  return front;
}

}  // namespace tablero
