// Every aggregate of the leaderboard against tests/data/leaderboard_golden.tsv, which
// leaderboard_oracle.mjs computes from the same JSON files without any of this code.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "base/list.h"
#include "base/text.h"
#include "data/store.h"
#include "model/leaderboard/rows.h"
#include "query/correlation.h"
#include "query/pareto.h"
#include "unit/data_support.h"

namespace tablero::test {
namespace {

using Fields = List<std::string>;

List<Fields> golden(std::string_view kind, std::string_view snapshot) {
  std::ifstream in(std::string(TABLERO_TEST_DIR) + "/data/leaderboard_golden.tsv");
  List<Fields> out;
  for (std::string line; std::getline(in, line);) {
    Fields fields;
    for (std::string_view f : split(line, '\t')) fields.emplace_back(f);
    if (fields.size() > 2 && fields[0] == kind && fields[1] == snapshot) out.push_back(fields);
  }
  return out;
}

class LeaderboardGolden : public ::testing::Test {
 protected:
  void SetUp() override {
    for (FileId id : {FileId::kTasks, FileId::kModels, FileId::kResults}) {
      store.accept(id, frozen(file_path(id)));
      ASSERT_TRUE(store.ready(id));
    }
  }
  const ScoreTable& table(const Snapshot& s) {
    if (s.id != store.results.main_snapshot) {
      store.accept_scores(s.id, frozen("leaderboard/" + s.file));
    }
    const ScoreTable* t = store.scores(s.id);
    EXPECT_NE(t, nullptr);
    return *t;
  }
  static std::size_t model_of(const ScoreTable& t, const std::string& id) {
    return static_cast<std::size_t>(std::find(t.models.begin(), t.models.end(), id) -
                                    t.models.begin());
  }
  static std::size_t task_of(const ScoreTable& t, const std::string& id) {
    return static_cast<std::size_t>(std::find(t.tasks.begin(), t.tasks.end(), id) -
                                    t.tasks.begin());
  }

  Store store;
  ViewState state;
};

TEST_F(LeaderboardGolden, MeansRanksRangesAndFacetCountsOfEverySnapshot) {
  int checked = 0;
  for (const Snapshot& s : store.results.snapshots) {
    const ScoreTable& t = table(s);
    LeaderboardRows rows;
    rows.update(store, state, t);
    for (const Fields& g : golden("mean", s.id)) {
      const std::size_t m = model_of(t, g[2]);
      EXPECT_NEAR(rows.mean(m), std::stod(g[3]), 1e-6) << s.id << ' ' << g[2];
      EXPECT_EQ(rows.covered(m), std::stoi(g[4])) << s.id << ' ' << g[2];
      EXPECT_EQ(rows.ranked_tasks().size(), std::stoul(g[5]));
      ++checked;
    }
    const List<Fields> ranks = golden("rank", s.id);
    for (const Fields& g : ranks)
      EXPECT_EQ(rows.ranking().rank[model_of(t, g[2])], std::stoi(g[3])) << s.id;
    EXPECT_EQ(rows.ranking().order.size(), ranks.size()) << s.id;
    for (const Fields& g : golden("range", s.id)) {
      double low = 0, high = 0;
      const auto column = std::find_if(rows.all_columns().begin(), rows.all_columns().end(),
                                       [&](const LeaderboardColumn& c) { return c.id == g[2]; });
      ASSERT_NE(column, rows.all_columns().end()) << s.id << ' ' << g[2];
      rows.heat_range(*column, low, high);
      EXPECT_DOUBLE_EQ(low, std::stod(g[3])) << s.id << ' ' << g[2];
      EXPECT_DOUBLE_EQ(high, std::stod(g[4])) << s.id << ' ' << g[2];
    }
    for (const Fields& g : golden("facet", s.id)) {
      for (std::size_t f = 0; f < model_facets().size(); ++f) {
        if (model_facets()[f]->id != g[2]) continue;
        const List<std::string>& values = rows.facet_values(f);
        const auto at = std::find(values.begin(), values.end(), g[3]);
        ASSERT_NE(at, values.end()) << s.id << ' ' << g[2] << ' ' << g[3];
        EXPECT_EQ(rows.facet_counts(f)[static_cast<std::size_t>(at - values.begin())],
                  std::stoi(g[4]))
            << s.id << ' ' << g[2] << ' ' << g[3];
      }
    }
  }
  EXPECT_GT(checked, 60);
}

TEST_F(LeaderboardGolden, CorrelationsAndParetoFronts) {
  int pairs = 0, points = 0;
  for (const Snapshot& s : store.results.snapshots) {
    const ScoreTable& t = table(s);
    LeaderboardRows rows;
    rows.update(store, state, t);
    const auto column = [&](const std::string& id) {
      List<double> out;
      for (std::size_t m = 0; m < t.models.size(); ++m)
        out.push_back(rows.score(t, m, task_of(t, id)));
      return out;
    };
    for (const Fields& g : golden("spearman", s.id)) {
      EXPECT_NEAR(spearman(column(g[2]), column(g[3])).value, std::stod(g[4]), 1e-6);
      ++pairs;
    }
    List<double> sizes, means;
    for (std::size_t m = 0; m < t.models.size(); ++m) {
      sizes.push_back(rows.size(m));
      means.push_back(rows.ranking().rank[m] > 0 ? rows.mean(m) : std::nan(""));
    }
    const List<std::uint8_t> front = pareto_front(sizes, means);
    for (const Fields& g : golden("pareto", s.id)) {
      EXPECT_EQ(front[model_of(t, g[2])], std::stoi(g[3])) << s.id << ' ' << g[2];
      ++points;
    }
  }
  EXPECT_GT(pairs, 50);
  EXPECT_GT(points, 20);
}

// Means over the columns of one language (the tabs of the board).
TEST_F(LeaderboardGolden, LanguageMeans) {
  int checked = 0;
  for (const Snapshot& s : store.results.snapshots) {
    const ScoreTable& t = table(s);
    for (const Fields& g : golden("lang", s.id)) {
      state.cols = {"lang:" + g[2]};
      LeaderboardRows rows;
      rows.update(store, state, t);
      const std::size_t m = model_of(t, g[3]);
      EXPECT_EQ(rows.chosen_covered(m), std::stoi(g[5])) << s.id << ' ' << g[3];
      if (g[4] == "none") {
        EXPECT_TRUE(std::isnan(rows.chosen_mean(m)));
      } else {
        EXPECT_NEAR(rows.chosen_mean(m), std::stod(g[4]), 1e-6) << s.id << ' ' << g[3];
      }
      ++checked;
    }
  }
  EXPECT_GT(checked, 30);
}

// Sign and interval of the comparison of two models.
TEST_F(LeaderboardGolden, PairedDifferences) {
  const ScoreTable& t = store.results.main;
  int pairs = 0;
  for (const Fields& g : golden("difference", t.snapshot)) {
    const auto row = [&](const std::string& id) {
      return std::span(t.normalised).subspan(model_of(t, id) * t.tasks.size(), t.tasks.size());
    };
    const PairedDifference d = paired_difference(row(g[2]), row(g[3]));
    EXPECT_NEAR(d.mean, std::stod(g[4]), 1e-6);
    // An end of a percentile interval of 10,000 resamples: the standard error is about 1 % of its
    // width.
    const double slack = 0.05 * (std::stod(g[6]) - std::stod(g[5]));
    EXPECT_NEAR(d.low, std::stod(g[5]), slack) << g[2];
    EXPECT_NEAR(d.high, std::stod(g[6]), slack) << g[2];
    ++pairs;
  }
  EXPECT_EQ(pairs, 9);
}

// The expected figures come from a third, independent program (10,000 resamples).
TEST_F(LeaderboardGolden, TieGroupsAndIntervalsOfTheMainSnapshot) {
  const ScoreTable& t = store.results.main;
  LeaderboardRows rows;
  rows.update(store, state, t);
  while (rows.rank_step()) {
  }
  const Ranking& r = rows.ranking();
  ASSERT_EQ(r.order.size(), 10u);
  List<int> sizes;
  for (std::uint32_t m : r.order) {
    const auto group = static_cast<std::size_t>(r.group[m]);
    sizes.resize(std::max(sizes.size(), group));
    ++sizes[group - 1];
  }
  EXPECT_EQ(sizes, (List<int>{1, 3, 4, 2}));
  // 10,000 resamples: standard error of a share of 0.5 is 0.005; four of them plus the rounding of
  // the source.
  const double expected[] = {0.0005, 0.40, 0.21, 0.47, 0.25, 0.33, 0.41, 0.22, 0.42};
  for (std::size_t i = 0; i < 9; ++i) EXPECT_NEAR(r.adjacent_p[i], expected[i], 0.025) << i;
  for (const Fields& g : golden("adjacent", t.snapshot)) {
    EXPECT_NEAR(r.adjacent_p[std::stoul(g[2]) - 1], std::stod(g[3]), 0.02);
  }
  for (const Fields& g : golden("group", t.snapshot)) {
    const std::size_t m = model_of(t, g[2]);
    EXPECT_EQ(r.group[m], std::stoi(g[3])) << g[2];
    // An end of an interval is a whole place: where the tail is close to 2.5 % it may differ by
    // one.
    EXPECT_NEAR(r.low[m], std::stoi(g[4]), 1) << g[2];
    EXPECT_NEAR(r.high[m], std::stoi(g[5]), 1) << g[2];
  }
}

}  // namespace
}  // namespace tablero::test
