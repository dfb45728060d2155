#include "map/choropleth.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "base/list.h"
#include "base/sort.h"

namespace tablero {

namespace {

// A distinct value and how often it occurs.
struct Step {
  double value, times;
};

List<Step> steps_of(std::span<const double> values) {
  List<double> sorted;
  for (const double v : values) {
    if (std::isfinite(v)) sorted.push_back(v);
  }
  sort(sorted);
  List<Step> steps;
  for (const double v : sorted) {
    if (steps.empty() || steps.back().value != v) steps.push_back({v, 0});
    steps.back().times += 1;
  }
  return steps;
}

// `first`: the first step of each class, ascending.
ClassBreaks classes_from(const List<Step>& steps, const List<std::size_t>& first) {
  ClassBreaks breaks;
  for (std::size_t k = 0; k < first.size(); ++k) {
    const std::size_t end = k + 1 < first.size() ? first[k + 1] : steps.size();
    breaks.lower.push_back(steps[first[k]].value);
    breaks.low.push_back(steps[first[k]].value);
    breaks.high.push_back(steps[end - 1].value);
  }
  return breaks;
}

// Sum of squared deviations of steps i .. j from their mean, from prefix sums.
class Deviations {
 public:
  explicit Deviations(const List<Step>& steps) : sums_(steps.size() + 1) {
    // Values are taken relative to the middle one to avoid catastrophic cancellation in the
    // difference of squares.
    const double origin = steps[steps.size() / 2].value;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const double v = steps[i].value - origin, n = steps[i].times;
      sums_[i + 1] = {sums_[i].n + n, sums_[i].x + n * v, sums_[i].xx + n * v * v};
    }
  }

  double of(std::size_t i, std::size_t j) const {
    const double n = sums_[j + 1].n - sums_[i].n, x = sums_[j + 1].x - sums_[i].x;
    return std::max(0.0, sums_[j + 1].xx - sums_[i].xx - x * x / n);
  }

 private:
  struct Sums {
    double n = 0, x = 0, xx = 0;
  };
  List<Sums> sums_;
};

}  // namespace

int ClassBreaks::of(double value) const {
  if (lower.empty() || std::isnan(value)) return -1;
  const auto above = std::upper_bound(lower.begin(), lower.end(), value);
  return std::max(0, static_cast<int>(above - lower.begin()) - 1);
}

ClassBreaks natural_breaks(std::span<const double> values, int classes) {
  const List<Step> steps = steps_of(values);
  if (steps.empty() || classes < 1) return {};
  const std::size_t n = steps.size(), k = std::min(n, static_cast<std::size_t>(classes));
  const Deviations deviations(steps);
  // Dynamic programming. best[c][j]: least sum for steps 0 .. j in c + 1 classes; begin[c][j]:
  // where its last class begins.
  List<List<double>> best(k, List<double>(n, std::numeric_limits<double>::infinity()));
  List<List<std::size_t>> begin(k, List<std::size_t>(n, 0));
  for (std::size_t j = 0; j < n; ++j) best[0][j] = deviations.of(0, j);
  for (std::size_t c = 1; c < k; ++c) {
    for (std::size_t j = c; j < n; ++j) {
      for (std::size_t i = c; i <= j; ++i) {
        const double sum = best[c - 1][i - 1] + deviations.of(i, j);
        if (sum >= best[c][j]) continue;
        best[c][j] = sum;
        begin[c][j] = i;
      }
    }
  }
  List<std::size_t> first(k, 0);
  std::size_t last = n - 1;
  for (std::size_t c = k; c-- > 1;) {
    first[c] = begin[c][last];
    last = first[c] - 1;
  }
  return classes_from(steps, first);
}

ClassBreaks quantile_breaks(std::span<const double> values, int classes) {
  const List<Step> steps = steps_of(values);
  if (steps.empty() || classes < 1) return {};
  double total = 0;
  for (const Step& step : steps) total += step.times;
  List<std::size_t> first{0};
  double passed = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const double share = total * static_cast<double>(first.size()) / classes;
    if (i > first.back() && passed >= share - 0.5) first.push_back(i);
    passed += steps[i].times;
  }
  return classes_from(steps, first);
}

}  // namespace tablero
