#include "query/correlation.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/list.h"
#include "base/number.h"
#include "query/sort.h"

namespace tablero {
namespace {

void common_rows(std::span<const double> x, std::span<const double> y, List<double>& a,
                 List<double>& b) {
  for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
    if (std::isnan(x[i]) || std::isnan(y[i])) continue;
    a.push_back(x[i]);
    b.push_back(y[i]);
  }
}

double mean_of(const List<double>& values) {
  double sum = 0;
  for (double v : values) sum += v;
  return sum / static_cast<double>(values.size());
}

Correlation of_pairs(const List<double>& a, const List<double>& b) {
  Correlation c{kNaN, static_cast<int>(a.size())};
  if (a.size() < 3) return c;
  const double mean_a = mean_of(a);
  const double mean_b = mean_of(b);
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - mean_a) * (b[i] - mean_b);
    aa += (a[i] - mean_a) * (a[i] - mean_a);
    bb += (b[i] - mean_b) * (b[i] - mean_b);
  }
  if (aa > 0 && bb > 0) c.value = std::clamp(ab / std::sqrt(aa * bb), -1.0, 1.0);
  return c;
}

List<double> ranks_of(const List<double>& values) {
  List<std::uint32_t> order(values.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
  sort_by_number(order, values, false);
  List<double> ranks(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
    const double shared = (static_cast<double>(i) + static_cast<double>(end - 1)) / 2;
    for (; i < end; ++i) ranks[order[i]] = shared;
  }
  return ranks;
}

}  // namespace

Correlation pearson(std::span<const double> x, std::span<const double> y) {
  List<double> a, b;
  common_rows(x, y, a, b);
  return of_pairs(a, b);
}

Correlation spearman(std::span<const double> x, std::span<const double> y) {
  List<double> a, b;
  common_rows(x, y, a, b);
  return of_pairs(ranks_of(a), ranks_of(b));
}

}  // namespace tablero
