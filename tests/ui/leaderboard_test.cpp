// The leaderboard's table as people use it.
#include <gtest/gtest.h>

#include "ui/driver.h"

namespace tablero::test {
namespace {

std::string first_model(const Driver& d) {
  return d.get(Role::kRowHeader, "").name;
}

TEST(Leaderboard, TheMainSnapshotIsOrderedByItsMean) {
  Driver d("view=leaderboard", 1280, 800);
  EXPECT_EQ(d.count(Role::kRowHeader), 10);
  EXPECT_TRUE((d.get(Role::kColumnHeader, "Media").node.state & kStateSortDescending) != 0);
}

TEST(Leaderboard, PressingAHeaderSortsAndPressingAgainTurnsRound) {
  Driver d("view=leaderboard", 1280, 800);
  d.press(Role::kColumnHeader, "Modelo");
  EXPECT_EQ(d.app->state().sort, "model");
  const std::string first = first_model(d);
  d.press(Role::kColumnHeader, "Modelo");
  EXPECT_EQ(d.app->state().sort, "-model");
  EXPECT_NE(first_model(d), first);
  EXPECT_TRUE((d.get(Role::kColumnHeader, "Modelo").node.state & kStateSortDescending) != 0);
}

TEST(Leaderboard, TextFilterKeepsTheRanks) {
  Driver all("view=leaderboard", 1280, 800);
  Driver d("view=leaderboard&q=qwen", 1280, 800);
  EXPECT_LT(d.count(Role::kRowHeader), 10);
  EXPECT_GT(d.count(Role::kRowHeader), 0);
  const std::string status = d.get(Role::kStatus, "").name;
  EXPECT_NE(status.find(" de 10"), std::string::npos) << status;
}

TEST(Leaderboard, AFilterThatLeavesNothingOffersAWayOut) {
  Driver d("view=leaderboard&q=zzzz", 1280, 800);
  EXPECT_EQ(d.count(Role::kRowHeader), 0);
  d.press(Role::kButton, "Quitar todos los filtros");
  EXPECT_EQ(d.count(Role::kRowHeader), 10);
}

}  // namespace
}  // namespace tablero::test
