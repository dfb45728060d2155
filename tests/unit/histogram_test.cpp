#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "base/list.h"
#include "query/bins.h"
#include "query/group_by.h"

namespace tablero {
namespace {

TEST(Histogram, BinsHoldWhatLiesBetweenTheirEdges) {
  std::mt19937 rng(4);
  for (int round = 0; round < 500; ++round) {
    const double scale = std::pow(10.0, static_cast<int>(rng() % 9) - 3);
    const bool whole = round % 3 == 0 && scale >= 1;
    List<double> values;
    int missing = 0;
    for (auto n = rng() % 60; n > 0; --n) {
      if (rng() % 8 == 0) {
        values.push_back(std::nan(""));
        ++missing;
        continue;
      }
      const double v = scale * static_cast<double>(static_cast<int>(rng() % 1000) - 200) / 7;
      values.push_back(whole ? std::round(v) : v);
    }
    const int wanted = 2 + static_cast<int>(rng() % 30);
    const Bins bins = bin_values(values, wanted, whole);
    EXPECT_EQ(bins.missing, missing);
    EXPECT_LE(bins.count, std::max(wanted, 4)) << "an axis has three steps at the least";
    int sum = 0;
    for (int i = 0; i < bins.count; ++i) {
      int expected = 0;
      for (const double v : values) {
        const double place = std::floor((v - bins.first) / bins.width);
        expected += !std::isnan(v) && place == i ? 1 : 0;
      }
      EXPECT_EQ(bins.values[i], expected) << round;
      sum += bins.values[i];
    }
    EXPECT_EQ(sum + missing, static_cast<int>(values.size()));
    EXPECT_TRUE(!whole || bins.width >= 1);
  }
}

TEST(Histogram, NothingKnownHasNoBins) {
  const double unknown[] = {std::nan(""), std::nan("")};
  EXPECT_EQ(bin_values(unknown, 5, true).count, 0);
  EXPECT_EQ(bin_values(unknown, 5, true).missing, 2);
}

TEST(GroupBy, CountsSumsAndMeansOfWhatPasses) {
  CodedColumn by;
  by.groups = 2;
  by.codes = {0, 1, 0, 2, 1, 0};
  const double nan = std::nan("");
  const double values[] = {4, 10, nan, 7, nan, 5};
  const std::uint8_t pass[] = {1, 0, 1, 1, 1, 1};
  List<GroupStats> groups;
  group_by(by, values, pass, groups);
  ASSERT_EQ(groups.size(), 3u);
  EXPECT_EQ(groups[0].rows, 3);
  EXPECT_EQ(groups[0].known, 2);
  EXPECT_EQ(groups[0].sum, 9);
  EXPECT_EQ(groups[0].mean(), 4.5);
  EXPECT_EQ(groups[1].rows, 1);
  EXPECT_TRUE(std::isnan(groups[1].mean())) << "a mean of nothing is not zero";
  EXPECT_EQ(groups[2].mean(), 7) << "rows without a group have one of their own";
}

}  // namespace
}  // namespace tablero
