// Classes of a choropleth against brute force and their promises.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "base/list.h"
#include "map/choropleth.h"

namespace tablero {
namespace {

double deviation(const List<double>& sorted, std::size_t begin, std::size_t end) {
  double mean = 0, sum = 0;
  for (std::size_t i = begin; i < end; ++i) mean += sorted[i] / static_cast<double>(end - begin);
  for (std::size_t i = begin; i < end; ++i) sum += (sorted[i] - mean) * (sorted[i] - mean);
  return sum;
}

TEST(NaturalBreaks, AreTheBestOfAllCuts) {
  std::mt19937 random(81);
  for (int round = 0; round < 200; ++round) {
    List<double> values;
    for (int i = 0; i < 9; ++i)
      values.push_back(std::floor(std::exp(static_cast<double>(random() % 1000) / 150.0)));
    std::sort(values.begin(), values.end());
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t a = 1; a < 8; ++a) {
      for (std::size_t b = a + 1; b < 9; ++b) {
        least = std::min(
            least, deviation(values, 0, a) + deviation(values, a, b) + deviation(values, b, 9));
      }
    }
    const ClassBreaks breaks = natural_breaks(values, 3);
    double sum = 0;
    for (int c = 0; c < breaks.count(); ++c) {
      List<double> inside;
      for (const double v : values) {
        if (breaks.of(v) == c) inside.push_back(v);
      }
      sum += deviation(inside, 0, inside.size());
    }
    EXPECT_NEAR(sum, least, 1e-6 * (1 + least));
  }
}

TEST(Breaks, CoverTheValuesAndNeverPartEqualOnes) {
  const List<double> values = {1, 1, 1, 1, 2, 2, 5, 9, 9, 400};
  for (const bool natural : {true, false}) {
    const ClassBreaks breaks = natural ? natural_breaks(values, 4) : quantile_breaks(values, 4);
    ASSERT_GE(breaks.count(), 2);
    ASSERT_LE(breaks.count(), 4);
    for (const double v : values) {
      const auto c = static_cast<std::size_t>(breaks.of(v));
      EXPECT_GE(v, breaks.low[c]);
      EXPECT_LE(v, breaks.high[c]);
    }
    EXPECT_TRUE(std::is_sorted(breaks.lower.begin(), breaks.lower.end()));
    EXPECT_EQ(breaks.low.front(), 1);
    EXPECT_EQ(breaks.high.back(), 400);
  }
}

TEST(Breaks, OddInput) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(natural_breaks({}, 5).count(), 0);
  EXPECT_EQ(natural_breaks({}, 5).of(3), -1);
  const List<double> same = {7, 7, nan, 7, std::numeric_limits<double>::infinity()};
  EXPECT_EQ(natural_breaks(same, 5).count(), 1);
  EXPECT_EQ(quantile_breaks(same, 5).count(), 1);
  EXPECT_EQ(natural_breaks(same, 5).of(nan), -1);
  EXPECT_EQ(natural_breaks(same, 0).count(), 0);
  EXPECT_EQ(natural_breaks(same, 3).of(-100), 0);
}

TEST(QuantileBreaks, HaveAboutEqualSizes) {
  List<double> values;
  for (int i = 0; i < 100; ++i) values.push_back(i * i);
  const ClassBreaks breaks = quantile_breaks(values, 5);
  ASSERT_EQ(breaks.count(), 5);
  for (int c = 0; c < 5; ++c) {
    const auto size =
        std::count_if(values.begin(), values.end(), [&](double v) { return breaks.of(v) == c; });
    EXPECT_NEAR(static_cast<double>(size), 20, 1);
  }
}

}  // namespace
}  // namespace tablero
