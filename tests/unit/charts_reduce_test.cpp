#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>

#include "base/list.h"
#include "charts/reduce.h"

namespace tablero {
namespace {

struct Extent {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
};

std::map<int, Extent> extents(const List<double>& x, const List<double>& y,
                              const List<std::size_t>& points, int columns) {
  std::map<int, Extent> all;
  for (const std::size_t i : points) {
    if (std::isnan(y[i])) continue;
    Extent& e = all[std::min(static_cast<int>(x[i] * columns), columns - 1)];
    e.low = std::min(e.low, y[i]);
    e.high = std::max(e.high, y[i]);
  }
  return all;
}

TEST(ReduceLine, KeepsTheExtentOfEveryColumn) {
  std::mt19937 rng(7);
  std::uniform_real_distribution<double> unit(0, 1);
  for (int round = 0; round < 200; ++round) {
    const auto n = static_cast<std::size_t>(1 + rng() % 5000);
    const int columns = 1 + static_cast<int>(rng() % 300);
    List<double> x(n), y(n);
    List<std::size_t> every(n);
    for (std::size_t i = 0; i < n; ++i) {
      x[i] = unit(rng);
      y[i] = unit(rng) < 0.02 ? std::nan("") : unit(rng) * 100 - 50;
      every[i] = i;
    }
    std::sort(x.begin(), x.end());
    List<std::size_t> kept;
    reduce_line(x, y, 0, 1, columns, kept);
    EXPECT_TRUE(std::is_sorted(kept.begin(), kept.end()));
    EXPECT_EQ(std::adjacent_find(kept.begin(), kept.end()), kept.end());
    const auto all = extents(x, y, every, columns), some = extents(x, y, kept, columns);
    ASSERT_EQ(all.size(), some.size());
    for (const auto& [column, e] : all) {
      EXPECT_EQ(some.at(column).low, e.low);
      EXPECT_EQ(some.at(column).high, e.high);
    }
  }
}

TEST(ReduceLine, FewPointsRemainAndGapsStayGaps) {
  constexpr std::size_t kPoints = 100000;
  List<double> x(kPoints), y(kPoints);
  for (std::size_t i = 0; i < kPoints; ++i) {
    x[i] = static_cast<double>(i) / kPoints;
    y[i] = i >= 40000 && i < 60000 ? std::nan("") : std::sin(static_cast<double>(i));
  }
  List<std::size_t> kept;
  reduce_line(x, y, 0, 1, 500, kept);
  EXPECT_LE(kept.size(), 500u * 4 + 1);
  const auto gaps =
      std::count_if(kept.begin(), kept.end(), [&](std::size_t i) { return std::isnan(y[i]); });
  EXPECT_EQ(gaps, 1);
}

TEST(ReduceLine, NothingGivesNothing) {
  List<std::size_t> kept = {1, 2};
  reduce_line({}, {}, 0, 1, 10, kept);
  EXPECT_TRUE(kept.empty());
}

}  // namespace
}  // namespace tablero
