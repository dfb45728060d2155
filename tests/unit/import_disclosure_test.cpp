// The disclosure gate. The solver below shares nothing with it: it takes what is published, what
// the reader knows, and searches for a second table that fits.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "import/disclosure.h"
#include "unit/interval_solver.h"

namespace tablero {
namespace {

using test::Puzzle;

// The attacker's view: everything that is published, k, and which hidden figures are under k.
Puzzle reader_of(const DisclosureTable& table, int k, int sums) {
  Puzzle p;
  p.equations.resize(static_cast<std::size_t>(sums) + 1);
  for (std::size_t i = 0; i < table.figures().size(); ++i) {
    const DisclosureFigure& f = table[i];
    int low = f.people, high = f.people;
    if (f.hidden) {
      const bool small = f.people < k;
      // Larger figures are let vary by three only: that can but make the search find less.
      low = small ? 1 : std::max(k, f.people - 3);
      high = small ? k - 1 : f.people + 3;
    }
    p.low.push_back(low);
    p.high.push_back(high);
    p.equations[static_cast<std::size_t>(f.to)].plus.push_back(i);
    p.equations[static_cast<std::size_t>(f.from)].minus.push_back(i);
  }
  p.equations.erase(p.equations.begin());  // nothing is known of the outside
  return p;
}

bool given_away(const Puzzle& reader, const DisclosureTable& table, std::size_t i) {
  return reader.fixes(i, table[i].people);
}

// The number of figures of 1 to k-1 that the attacker can compute.
std::size_t count_given_away(const DisclosureTable& table, int k, int sums) {
  const Puzzle reader = reader_of(table, k, sums);
  std::size_t count = 0;
  for (std::size_t i = 0; i < table.figures().size(); ++i) {
    const DisclosureFigure& f = table[i];
    if (!f.fixed && f.people > 0 && f.people < k && given_away(reader, table, i)) ++count;
  }
  return count;
}

// Whether the hidden remainder at each sum consists of at least two figures and k people.
bool buckets_hold(const DisclosureTable& table, int k, int sums) {
  for (int sum = 1; sum <= sums; ++sum) {
    for (const bool inward : {true, false}) {
      int cells = 0, people = 0;
      bool small = false, total_published = true;
      for (const DisclosureFigure& f : table.figures()) {
        if ((inward ? f.from : f.to) == sum && f.hidden) total_published = false;
        if ((inward ? f.to : f.from) != sum || !f.hidden) continue;
        ++cells;
        people += f.people;
        small = small || f.people < k;
      }
      if (total_published && small && (cells < 2 || people < k)) return false;
    }
  }
  return true;
}

// Few people in most places, many in some.
int random_people(std::mt19937& random, int k) {
  switch (random() % 5) {
    case 0:
      return 1;
    case 1:
    case 2:
      return 1 + static_cast<int>(random() % static_cast<unsigned>(k));
    case 3:
      return k + static_cast<int>(random() % 4);
    default:
      return k + static_cast<int>(random() % 60);
  }
}

// Cities in countries in editions in all editions together; some totals are already published
// elsewhere.
DisclosureTable random_hierarchy(std::mt19937& random, int k, int& sums) {
  DisclosureTable table(k);
  const auto number = [&](int from, int to) {
    return from + static_cast<int>(random() % static_cast<unsigned>(to - from + 1));
  };
  const int all = table.add_sum();
  sums = 1;
  int everybody = 0;
  for (int e = number(1, 3); e > 0; --e) {
    const int edition = table.add_sum();
    ++sums;
    int people = 0;
    for (int c = number(1, 5); c > 0; --c) {
      const int country = table.add_sum();
      ++sums;
      int in_country = 0;
      for (int i = number(1, 5); i > 0; --i) {
        const int n = random_people(random, k);
        in_country += n;
        table.add({0, country, n, false, i == 1 && random() % 3 == 0, false, "city"});
      }
      people += in_country;
      table.add({country, edition, in_country, in_country >= k && random() % 20 == 0, false, false,
                 "country"});
    }
    everybody += people;
    table.add({edition, all, people, people >= k && random() % 4 == 0, false, false, "edition"});
  }
  table.add({all, 0, everybody, everybody >= k && random() % 2 == 0, false, false, "all editions"});
  return table;
}

// Countries by answers, with totals of rows, of columns and of all.
DisclosureTable random_crossing(std::mt19937& random, int k, int& sums) {
  DisclosureTable table(k);
  const std::size_t rows = 2 + random() % 3, columns = 2 + random() % 3;
  const int all_in = table.add_sum(), all_out = table.add_sum();
  std::vector<int> row_sum(rows), column_sum(columns), in_row(rows, 0), in_column(columns, 0);
  for (int& s : row_sum) s = table.add_sum();
  for (int& s : column_sum) s = table.add_sum();
  sums = 2 + static_cast<int>(rows + columns);
  int everybody = 0;
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      const int n = random() % 6 == 0 ? 0 : random_people(random, k);
      table.add({column_sum[c], row_sum[r], n, false, false, false, "cell"});
      in_row[r] += n;
      in_column[c] += n;
      everybody += n;
    }
  }
  for (std::size_t r = 0; r < rows; ++r)
    table.add({row_sum[r], all_in, in_row[r], false, false, false, "row"});
  for (std::size_t c = 0; c < columns; ++c) {
    table.add({all_out, column_sum[c], in_column[c], false, false, false, "column"});
  }
  table.add({all_in, all_out, everybody, false, false, false, "all"});
  return table;
}

struct Tally {
  std::size_t protected_tables = 0, refused = 0, naive_leaks = 0, figures = 0, hidden = 0;
};

// Protects one table and asks the solver; also what hiding only the small counts would have given
// away.
void examine(DisclosureTable& table, int k, int sums, Tally& tally) {
  const bool ok = table.protect().ok();
  if (!ok) {
    // Refused means that even with everything hidden the fixed totals would reveal a small count.
    ++tally.refused;
    EXPECT_TRUE(count_given_away(table, k, sums) > 0 || !buckets_hold(table, k, sums));
    return;
  }
  ++tally.protected_tables;
  for (const DisclosureFigure& f : table.figures()) {
    const bool small = !f.fixed && f.people > 0 && f.people < k;
    const bool never_hidden = f.fixed || f.people == 0;
    EXPECT_TRUE(f.hidden || !small) << f.name;
    EXPECT_FALSE(f.hidden && never_hidden) << f.name;
    tally.figures += 1;
    tally.hidden += f.hidden ? 1 : 0;
  }
  EXPECT_EQ(count_given_away(table, k, sums), 0u);
  EXPECT_TRUE(buckets_hold(table, k, sums));
}

TEST(Disclosure, NoSmallCountOfTenThousandRandomTablesCanBeComputed) {
  std::mt19937 random(20261121);
  Tally tally;
  for (int i = 0; i < 10000 && !::testing::Test::HasFailure(); ++i) {
    SCOPED_TRACE("table " + std::to_string(i));
    int sums = 0;
    const bool crossing = i % 4 == 3;
    const int k = crossing ? kCrossingK : i % 3 == 0 ? 3 : kPlaceK;
    DisclosureTable table =
        crossing ? random_crossing(random, k, sums) : random_hierarchy(random, k, sums);
    examine(table, k, sums, tally);
  }
  // The gate must not get its safety from refusing or hiding everything.
  EXPECT_GT(tally.protected_tables, 9000u);
  EXPECT_LT(tally.hidden, tally.figures * 8 / 10);
  RecordProperty("refused", static_cast<int>(tally.refused));
  RecordProperty("hidden_percent", static_cast<int>(tally.hidden * 100 / tally.figures));
}

// The solver itself: without complementary suppression it does find the leaks.
TEST(Disclosure, TheSolverFindsWhatNaiveSuppressionGivesAway) {
  std::mt19937 random(7);
  int leaking = 0;
  for (int i = 0; i < 300; ++i) {
    int sums = 0;
    const DisclosureTable table = random_hierarchy(random, kPlaceK, sums);
    Puzzle reader = reader_of(table, kPlaceK, sums);
    for (std::size_t f = 0; f < table.figures().size(); ++f) {
      if (!table[f].fixed && table[f].people < kPlaceK)
        reader.low[f] = 1, reader.high[f] = kPlaceK - 1;
    }
    bool leaks = false;
    for (std::size_t f = 0; f < table.figures().size() && !leaks; ++f) {
      leaks = !table[f].fixed && table[f].people < kPlaceK && given_away(reader, table, f);
    }
    leaking += leaks ? 1 : 0;
  }
  EXPECT_GT(leaking, 150);
}

class Country {
 public:
  Country(int k, const std::vector<int>& cities, bool total_fixed) : table_(k) {
    const int country = table_.add_sum();
    int people = 0;
    for (const int n : cities) {
      table_.add({0, country, n, false, false, false, "city of " + std::to_string(n)});
      people += n;
    }
    table_.add({country, 0, people, total_fixed, false, false, "country"});
    ok_ = table_.protect().ok();
  }
  std::vector<int> published() const {
    std::vector<int> people;
    for (const DisclosureFigure& f : table_.figures()) {
      if (!f.hidden) people.push_back(f.people);
    }
    return people;
  }
  bool ok() const { return ok_; }

 private:
  DisclosureTable table_;
  bool ok_ = false;
};

TEST(Disclosure, OneSmallCityTakesTheNextSmallestWithIt) {
  // 40 + 12 + 3 = 55: with 40 and 12 published, 55 would give the 3 back.
  EXPECT_EQ(Country(5, {40, 12, 3}, true).published(), (std::vector<int>{40, 55}));
}

TEST(Disclosure, ABucketOfTwoCitiesAndFewPeopleIsFilledUp) {
  // 1 + 2 are two cells but three people.
  EXPECT_EQ(Country(5, {40, 12, 1, 2}, true).published(), (std::vector<int>{40, 55}));
}

TEST(Disclosure, TwoCitiesOfKMinusOneGiveEachOtherAway) {
  // Eight people in two hidden cities, each of at most four: four each. A third one has to join.
  EXPECT_EQ(Country(5, {40, 12, 4, 4}, true).published(), (std::vector<int>{40, 60}));
}

TEST(Disclosure, LargeCitiesAreLeftAlone) {
  EXPECT_EQ(Country(5, {40, 12, 5}, true).published(), (std::vector<int>{40, 12, 5, 57}));
}

TEST(Disclosure, APublishedTotalOfOneSmallCityIsRefused) {
  const Country c(5, {3}, true);
  EXPECT_FALSE(c.ok());
}

TEST(Disclosure, KUnderThreeProtectsNothing) { EXPECT_FALSE(Country(2, {40, 1, 1}, true).ok()); }

TEST(Disclosure, AnEditionThatTheTotalOfAllGivesAwayIsHiddenWithAnother) {
  DisclosureTable table(5);
  const int all = table.add_sum();
  table.add({0, all, 200, false, false, false, "2024"});
  table.add({0, all, 90, false, false, false, "2025"});
  table.add({0, all, 3, false, false, false, "2026"});
  table.add({all, 0, 293, true, false, false, "all editions"});
  ASSERT_TRUE(table.protect().ok());
  EXPECT_FALSE(table[0].hidden);
  EXPECT_TRUE(table[1].hidden);
  EXPECT_TRUE(table[2].hidden);
}

}  // namespace
}  // namespace tablero
