// The Pareto front against brute force, and correlation against hand-made cases.
#include "query/pareto.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "base/list.h"
#include "base/number.h"
#include "query/correlation.h"

namespace tablero {
namespace {

TEST(Pareto, EqualsBruteForceTiesIncluded) {
  std::mt19937 rng(7);
  for (int round = 0; round < 300; ++round) {
    List<double> costs, gains;
    // Few different values, so that equal points and equal coordinates are common.
    for (unsigned i = 0; i < 1 + rng() % 30; ++i) {
      costs.push_back(rng() % 10 == 0 ? kNaN : static_cast<double>(rng() % 6));
      gains.push_back(rng() % 10 == 0 ? kNaN : static_cast<double>(rng() % 6));
    }
    const List<std::uint8_t> front = pareto_front(costs, gains);
    for (std::size_t i = 0; i < costs.size(); ++i) {
      bool expected = !std::isnan(costs[i]) && !std::isnan(gains[i]);
      for (std::size_t j = 0; j < costs.size(); ++j) {
        if (costs[j] <= costs[i] && gains[j] >= gains[i] &&
            (costs[j] < costs[i] || gains[j] > gains[i])) {
          expected = false;
        }
      }
      ASSERT_EQ(front[i] != 0, expected) << "round " << round << " point " << i;
    }
  }
}

TEST(Correlation, KnownCases) {
  const List<double> x = {1, 2, 3, 4, kNaN};
  EXPECT_DOUBLE_EQ(pearson(x, List<double>{2, 4, 6, 8, 1}).value, 1);
  EXPECT_DOUBLE_EQ(pearson(x, List<double>{8, 6, 4, 2, 1}).value, -1);
  // Ranks see only the order: 1, 10, 100, 1000 rises as 1, 2, 3, 4 does.
  EXPECT_DOUBLE_EQ(spearman(x, List<double>{1, 10, 100, 1000, 0}).value, 1);
  EXPECT_LT(pearson(x, List<double>{1, 10, 100, 1000, 0}).value, 0.95);
  // One pair of ties: 0.5 * sqrt(3.6) = 0.948683 (Pearson of ranks 1,2,3,4 and 1,2.5,2.5,4).
  EXPECT_NEAR(spearman(x, List<double>{1, 5, 5, 9, 0}).value, 0.9486833, 1e-6);
  EXPECT_TRUE(std::isnan(pearson(x, List<double>{5, 5, 5, 5, 5}).value));
  EXPECT_TRUE(std::isnan(spearman(List<double>{1, 2}, List<double>{2, 1}).value));
  EXPECT_EQ(pearson(x, x).pairs, 4);
}

}  // namespace
}  // namespace tablero
