// Honest ranks on inputs whose answer is known without a computer.
#include "query/rank.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/list.h"
#include "base/number.h"

namespace tablero {
namespace {

TEST(Rank, AModelThatIsBetterOnEveryTaskLeadsAGroupOfItsOwn) {
  const List<double> scores = {10, 20, 30, 40, 11, 21, 31, 41, 50, 60, 70, 80};
  const Ranking r = rank_models(scores, 3, 4);
  EXPECT_EQ(r.order, (List<std::uint32_t>{2, 1, 0}));
  EXPECT_EQ(r.rank, (List<int>{3, 2, 1}));
  EXPECT_EQ(r.group, (List<int>{3, 2, 1}));
  EXPECT_EQ(r.low[2], 1);
  EXPECT_EQ(r.high[2], 1);
  EXPECT_EQ(r.adjacent_p, (List<double>{0, 0}));
}

TEST(Rank, EqualModelsShareThePlaceAndTheGroup) {
  const List<double> scores = {50, 60, 70, 50, 60, 70};
  const Ranking r = rank_models(scores, 2, 3);
  EXPECT_EQ(r.rank, (List<int>{1, 1}));
  EXPECT_EQ(r.group, (List<int>{1, 1}));
  EXPECT_EQ(r.adjacent_p, List<double>{1});
}

TEST(Rank, AMissingTaskFlattersNobody) {
  // The second would lead with 90 if the missing task were left out of its mean.
  const List<double> scores = {50, 60, 90, kNaN, 40, 45};
  const Ranking r = rank_models(scores, 3, 2);
  EXPECT_EQ(r.rank, (List<int>{1, 0, 2}));
  EXPECT_EQ(r.group[1], 0);
  EXPECT_EQ(r.order.size(), 2u);
}

TEST(Rank, SameSeedSameResultAndIntervalsHoldThePlace) {
  List<double> scores;
  for (int i = 0; i < 12 * 9; ++i) scores.push_back((i * 37) % 100);
  const Ranking a = rank_models(scores, 12, 9);
  const Ranking b = rank_models(scores, 12, 9);
  EXPECT_EQ(a.low, b.low);
  EXPECT_EQ(a.adjacent_p, b.adjacent_p);
  for (std::size_t m = 0; m < 12; ++m) {
    EXPECT_LE(a.low[m], a.rank[m]);
    EXPECT_GE(a.high[m], a.rank[m]);
  }
}

TEST(Rank, NothingToRank) {
  EXPECT_TRUE(rank_models({}, 0, 0).order.empty());
  const List<double> missing = {kNaN, kNaN};
  EXPECT_TRUE(rank_models(missing, 2, 1).order.empty());
  EXPECT_EQ(resamples_for(10), 10000);
  EXPECT_EQ(resamples_for(5000), 400);
  EXPECT_EQ(resamples_for(1'000'000), 200);
}

TEST(PairedDifference, KnowsSignTasksAndInterval) {
  const List<double> a = {10, 20, 30, kNaN};
  const List<double> b = {5, 15, 25, 99};
  const PairedDifference d = paired_difference(a, b);
  EXPECT_EQ(d.tasks, 3);
  // A constant difference has no spread whatever is drawn.
  EXPECT_DOUBLE_EQ(d.mean, 5);
  EXPECT_DOUBLE_EQ(d.low, 5);
  EXPECT_DOUBLE_EQ(d.high, 5);
  EXPECT_EQ(d.p, 0);
  EXPECT_DOUBLE_EQ(paired_difference(b, a).mean, -5);
  EXPECT_TRUE(std::isnan(paired_difference({}, {}).mean));
}

TEST(PairedDifference, TheIntervalIsThatOfTheNormalApproximation) {
  // 100 differences, half 0 and half 2: mean 1, standard error 0.1, so 1 +- 0.196 for the bootstrap
  // too.
  List<double> a(100, 0.0);
  for (std::size_t i = 0; i < 50; ++i) a[i] = 2;
  const PairedDifference d = paired_difference(a, List<double>(100, 0.0));
  EXPECT_NEAR(d.low, 0.804, 0.025);
  EXPECT_NEAR(d.high, 1.196, 0.025);
}

}  // namespace
}  // namespace tablero
