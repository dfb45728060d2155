// A solver of sums with bounds, for what a reader can compute. It shares nothing with the
// disclosure gate: it narrows intervals and searches for a second table that fits.
#pragma once

#include <cstddef>

#include "base/list.h"

namespace tablero::test {

// Sums of numbers with bounds: `sum of plus = sum of minus`.
struct Equation {
  List<std::size_t> plus, minus;
};

struct Puzzle {
  List<int> low, high;
  List<Equation> equations;

  // Narrows the bounds until nothing changes; false when they contradict each other.
  bool narrow() {
    for (bool changed = true; changed;) {
      changed = false;
      for (const Equation& e : equations) {
        long long least = 0, most = 0;  // of plus - minus, which is 0
        for (const std::size_t i : e.plus) least += low[i], most += high[i];
        for (const std::size_t i : e.minus) least -= high[i], most -= low[i];
        if (least > 0 || most < 0) return false;
        const auto cut = [&](std::size_t i, long long at_least, long long at_most) {
          if (at_least > low[i]) low[i] = static_cast<int>(at_least), changed = true;
          if (at_most < high[i]) high[i] = static_cast<int>(at_most), changed = true;
          return low[i] <= high[i];
        };
        for (const std::size_t i : e.plus) {
          if (!cut(i, -(most - high[i]), -(least - low[i]))) return false;
        }
        for (const std::size_t i : e.minus) {
          if (!cut(i, least + high[i], most + low[i])) return false;
        }
      }
    }
    return true;
  }

  bool solvable() const {
    Puzzle p = *this;
    if (!p.narrow()) return false;
    std::size_t best = p.low.size();
    for (std::size_t i = 0; i < p.low.size(); ++i) {
      const bool open = p.low[i] < p.high[i];
      if (open && (best == p.low.size() || p.high[i] - p.low[i] < p.high[best] - p.low[best]))
        best = i;
    }
    if (best == p.low.size()) return true;
    for (int value = p.low[best]; value <= p.high[best]; ++value) {
      Puzzle next = p;
      next.low[best] = next.high[best] = value;
      if (next.solvable()) return true;
    }
    return false;
  }

  // Whether `value` is the only one that number `i` can have.
  bool fixes(std::size_t i, int value) const {
    Puzzle less = *this, more = *this;
    less.high[i] = value - 1;
    more.low[i] = value + 1;
    const bool other = (less.low[i] <= less.high[i] && less.solvable()) ||
                       (more.low[i] <= more.high[i] && more.solvable());
    return !other;
  }
};

}  // namespace tablero::test
