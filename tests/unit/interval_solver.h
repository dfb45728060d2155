// A solver of sums with bounds, for what a reader can compute. It shares nothing with the
// disclosure gate: it narrows intervals and searches for a second table that fits.
#pragma once

#include <cstddef>
#include <vector>

namespace tablero::test {

// Sums of numbers with bounds: `sum of plus = sum of minus`.
struct Equation {
  std::vector<std::size_t> plus, minus;
};

struct Puzzle {
  using Numbers = std::vector<int>;

  Numbers low, high;
  std::vector<Equation> equations;

  // Whether `value` is the only one that number `i` can have.
  bool fixes(std::size_t i, int value) const {
    if (low[i] < value) {
      Numbers less = high;
      less[i] = value - 1;
      if (solvable(low, less)) return false;
    }
    if (high[i] > value) {
      Numbers more = low;
      more[i] = value + 1;
      if (solvable(more, high)) return false;
    }
    return true;
  }

  // Whether there are numbers from `least` to `most` that keep every equation.
  bool solvable(Numbers least, Numbers most) const {
    if (!narrow(least, most)) return false;
    std::size_t best = least.size();
    for (std::size_t i = 0; i < least.size(); ++i) {
      const bool open = least[i] < most[i];
      if (open && (best == least.size() || most[i] - least[i] < most[best] - least[best])) best = i;
    }
    if (best == least.size()) return true;
    for (int value = least[best]; value <= most[best]; ++value) {
      Numbers from = least, to = most;
      from[best] = to[best] = value;
      if (solvable(std::move(from), std::move(to))) return true;
    }
    return false;
  }

 private:
  // Narrows the bounds until nothing changes; false when they contradict each other.
  bool narrow(Numbers& from, Numbers& to) const {
    for (bool changed = true; changed;) {
      changed = false;
      for (const Equation& e : equations) {
        long long least = 0, most = 0;  // of plus - minus, which is 0
        for (const std::size_t i : e.plus) least += from[i], most += to[i];
        for (const std::size_t i : e.minus) least -= to[i], most -= from[i];
        if (least > 0 || most < 0) return false;
        if (least == 0 && most == 0) continue;
        const auto cut = [&](std::size_t i, long long at_least, long long at_most) {
          if (at_least > from[i]) from[i] = static_cast<int>(at_least), changed = true;
          if (at_most < to[i]) to[i] = static_cast<int>(at_most), changed = true;
          return from[i] <= to[i];
        };
        for (const std::size_t i : e.plus) {
          if (!cut(i, -(most - to[i]), -(least - from[i]))) return false;
        }
        for (const std::size_t i : e.minus) {
          if (!cut(i, least + to[i], most + from[i])) return false;
        }
      }
    }
    return true;
  }
};

}  // namespace tablero::test
