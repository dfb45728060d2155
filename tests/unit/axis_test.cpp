#include "charts/axis.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace tablero {
namespace {

TEST(Ticks, HandPickedRanges) {
  const Ticks t = nice_ticks(0, 651, 4);
  EXPECT_EQ(t.step, 200);
  ASSERT_EQ(t.count, 4);
  EXPECT_EQ(t.values[3], 600);
}

TEST(Ticks, RandomRangesAreAscendingRoundAndInside) {
  std::mt19937_64 rng(11);
  for (int i = 0; i < 10000; ++i) {
    const double scale = std::pow(10, std::uniform_real_distribution<double>(-6, 9)(rng));
    const double a = std::uniform_real_distribution<double>(-1, 1)(rng) * scale;
    const double b = a + std::uniform_real_distribution<double>(1e-3, 1)(rng) * scale;
    const int wanted = std::uniform_int_distribution<int>(2, 10)(rng);
    const Ticks t = nice_ticks(a, b, wanted);
    ASSERT_GE(t.count, 1) << a << ' ' << b;
    ASSERT_LE(t.count, wanted + 1);
    const double m = t.step / std::pow(10, std::floor(std::log10(t.step) + 1e-9));
    ASSERT_TRUE(std::fabs(m - 1) < 1e-6 || std::fabs(m - 2) < 1e-6 || std::fabs(m - 2.5) < 1e-6 ||
                std::fabs(m - 5) < 1e-6 || std::fabs(m - 10) < 1e-6)
        << m;
    for (int k = 0; k < t.count; ++k) {
      ASSERT_GE(t.values[k], a - t.step * 1e-6);
      ASSERT_LE(t.values[k], b + t.step * 1e-6);
      if (k > 0) {
        ASSERT_GT(t.values[k], t.values[k - 1]);
      }
    }
  }
}

TEST(Ticks, BrokenRangesGiveSomething) {
  const double inf = std::numeric_limits<double>::infinity();
  for (const auto& [a, b] : {std::pair{0.0, 0.0}, {inf, 1.0}, {std::nan(""), 3.0}, {5.0, 2.0}}) {
    const Ticks t = nice_ticks(a, b, 5);
    EXPECT_GE(t.count, 1);
    EXPECT_TRUE(std::isfinite(t.values[0]));
  }
}

TEST(YearFraction, HalfOfALeapYear) {
  EXPECT_DOUBLE_EQ(year_fraction(Date{2024, 7, 2}), 2024.5);  // 183 of 366 days
  EXPECT_DOUBLE_EQ(year_fraction(Date{2023, 1, 1}), 2023);
}

}  // namespace
}  // namespace tablero
