#include "query/pareto.h"

#include <cmath>
#include <limits>

#include "base/list.h"
#include "query/sort.h"

namespace tablero {

List<std::uint8_t> pareto_front(std::span<const double> costs, std::span<const double> gains) {
  List<std::uint8_t> front(costs.size(), 0);
  List<std::uint32_t> order;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    if (!std::isnan(costs[i] + gains[i])) order.push_back(static_cast<std::uint32_t>(i));
  }
  sort_by_number(order, gains, true);
  sort_by_number(order, costs, false);
  // Sweep by ascending cost: a point is on the front when its gain exceeds that of all cheaper
  // points, or equals the best at the same cost.
  double best = -std::numeric_limits<double>::infinity();
  double best_cost = 0;
  for (std::uint32_t i : order) {
    if (gains[i] > best) {
      best = gains[i];
      best_cost = costs[i];
    }
    front[i] = gains[i] == best && costs[i] == best_cost ? 1 : 0;
  }
  return front;
}

}  // namespace tablero
