#include "query/cross_filter.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "base/list.h"

namespace tablero {
namespace {

// The plain definition, row by row: no shared code with the class under test.
struct Oracle {
  List<CodedColumn> columns;
  List<List<bool>> pass;  // per dimension, per code

  List<std::uint32_t> counts(std::size_t dimension) const {
    List<std::uint32_t> n(pass[dimension].size(), 0);
    for (std::size_t row = 0; row < columns[0].codes.size(); ++row) {
      bool ok = true;
      for (std::size_t d = 0; d < columns.size(); ++d) {
        ok = ok && (d == dimension || pass[d][columns[d].codes[row]]);
      }
      if (ok) ++n[columns[dimension].codes[row]];
    }
    return n;
  }
  std::uint32_t total() const {
    std::uint32_t n = 0;
    for (std::size_t row = 0; row < columns[0].codes.size(); ++row) {
      bool ok = true;
      for (std::size_t d = 0; d < columns.size(); ++d) ok = ok && pass[d][columns[d].codes[row]];
      n += ok ? 1 : 0;
    }
    return n;
  }
};

int below(std::mt19937& rng, int n) { return std::uniform_int_distribution<int>(0, n - 1)(rng); }

List<CodedColumn> random_columns(std::mt19937& rng, std::size_t rows) {
  List<CodedColumn> columns(static_cast<std::size_t>(1 + below(rng, 6)));
  for (CodedColumn& c : columns) {
    c.groups = 1 + below(rng, 30);
    for (std::size_t i = 0; i < rows; ++i) {
      c.codes.push_back(static_cast<std::uint16_t>(below(rng, c.groups + 1)));
    }
  }
  return columns;
}

void change_one(std::mt19937& rng, CrossFilter& filter, Oracle& oracle) {
  const int d = below(rng, filter.dimensions());
  List<bool>& pass = oracle.pass[static_cast<std::size_t>(d)];
  const int groups = filter.groups(d);
  const int kind = below(rng, 4);
  const bool missing = below(rng, 2) == 1;
  if (kind == 0) {
    filter.clear(d);
    pass.assign(pass.size(), true);
  } else if (kind == 1) {
    List<int> chosen;
    pass.assign(pass.size(), false);
    for (int g = 0; g < groups; ++g) {
      if (below(rng, 2) == 1) {
        chosen.push_back(g);
        pass[static_cast<std::size_t>(g)] = true;
      }
    }
    pass.back() = missing;
    const bool all = static_cast<int>(chosen.size()) == groups;
    if (all || (chosen.empty() && !missing)) pass.assign(pass.size(), true);
    filter.set_groups(d, chosen, missing);
  } else {
    const int first = below(rng, groups + 1);
    const int last = first + below(rng, groups - first + 1);
    for (std::size_t g = 0; g < pass.size(); ++g) {
      pass[g] = static_cast<int>(g) >= first && static_cast<int>(g) < last;
    }
    pass.back() = missing;
    filter.set_range(d, first, last, missing);
  }
}

// To the end; gives the number of slices.
int settle(CrossFilter& filter) {
  int slices = 1;
  while (!filter.update()) ++slices;
  return slices;
}

TEST(CrossFilter, CountsEqualBruteForceOnRandomDataAndFilters) {
  std::mt19937 rng(42);
  for (int round = 0; round < 150; ++round) {
    Oracle oracle;
    oracle.columns = random_columns(rng, static_cast<std::size_t>(below(rng, 400)));
    for (const CodedColumn& c : oracle.columns) {
      oracle.pass.emplace_back(static_cast<std::size_t>(c.groups + 1), true);
    }
    CrossFilter filter(oracle.columns);
    for (int step = 0; step < 25; ++step) {
      for (int changes = 1 + below(rng, 3); changes > 0; --changes) {
        change_one(rng, filter, oracle);
      }
      settle(filter);
      ASSERT_EQ(filter.total(), oracle.total());
      for (std::size_t d = 0; d < oracle.columns.size(); ++d) {
        const auto counts = filter.counts(static_cast<int>(d));
        ASSERT_EQ(List<std::uint32_t>(counts.begin(), counts.end()), oracle.counts(d));
      }
    }
    filter.clear_all();
    settle(filter);
    ASSERT_EQ(filter.total(), oracle.columns[0].codes.size());
  }
}

TEST(CrossFilter, AllTickedIsNoFilterSoMissingRowsSurvive) {
  CodedColumn c;
  c.groups = 2;
  c.codes = {0, 1, 2, 2};  // two rows are missing
  CrossFilter filter({c});
  const int both[] = {0, 1};
  filter.set_groups(0, both, false);
  settle(filter);
  EXPECT_EQ(filter.total(), 4u);
  EXPECT_FALSE(filter.filtered(0));
  const int one[] = {0};
  filter.set_groups(0, one, false);
  settle(filter);
  EXPECT_EQ(filter.total(), 1u);
  filter.set_groups(0, one, true);
  settle(filter);
  EXPECT_EQ(filter.total(), 3u);
}

TEST(CrossFilter, LargeTablesAreCountedInSlices) {
  std::mt19937 rng(3);
  Oracle oracle;
  oracle.columns = List<CodedColumn>(3);
  for (CodedColumn& c : oracle.columns) {
    c.groups = 40;
    for (std::size_t i = 0; i < 3 * CrossFilter::kSlice + 17; ++i) {
      c.codes.push_back(static_cast<std::uint16_t>(below(rng, 41)));
    }
    oracle.pass.emplace_back(41u, true);
  }
  CrossFilter filter(oracle.columns);
  EXPECT_EQ(settle(filter), 4);
  const auto brush = [&](std::size_t d, int first, int last) {
    filter.set_range(static_cast<int>(d), first, last, false);
    for (int g = 0; g <= 40; ++g) {
      oracle.pass[d][static_cast<std::size_t>(g)] = g >= first && g < last;
    }
  };
  brush(0, 3, 20);
  EXPECT_EQ(settle(filter), 1) << "the first dimension is active from the start";
  EXPECT_EQ(filter.total(), oracle.total());
  const std::uint32_t before = filter.total();
  brush(1, 10, 11);
  EXPECT_FALSE(filter.update());
  EXPECT_EQ(filter.total(), before) << "half a count is not shown";
  brush(1, 10, 30);
  EXPECT_EQ(settle(filter), 3) << "a further change of the same brush goes on with the pass";
  EXPECT_EQ(filter.total(), oracle.total());
  brush(2, 0, 39);
  EXPECT_FALSE(filter.update());
  brush(0, 0, 40);
  EXPECT_EQ(settle(filter), 4) << "another dimension starts anew";
  filter.activate(2);
  EXPECT_EQ(settle(filter), 4);
  brush(2, 5, 6);
  EXPECT_EQ(settle(filter), 1);
  for (std::size_t d = 0; d < 3; ++d) {
    const auto counts = filter.counts(static_cast<int>(d));
    EXPECT_EQ(List<std::uint32_t>(counts.begin(), counts.end()), oracle.counts(d));
  }
}

TEST(CrossFilter, OtherCodesOfADimension) {
  CodedColumn kind, found;
  kind.groups = 2;
  kind.codes = {0, 1, 1, 2};
  found.groups = 1;
  found.codes = {0, 0, 0, 0};
  CrossFilter filter({kind, found});
  filter.set_range(1, 0, 1, false);
  const std::uint16_t codes[] = {1, 0, 1, 0};
  filter.recode(1, codes);
  settle(filter);
  EXPECT_EQ(filter.total(), 2u);
  const auto counts = filter.counts(0);
  EXPECT_EQ(List<std::uint32_t>(counts.begin(), counts.end()), (List<std::uint32_t>{0, 1, 1}));
}

TEST(Columns, TextsAndNumbersAreCoded) {
  const std::string_view texts[] = {"b", "", "a", "b"};
  List<std::string_view> labels;
  const CodedColumn t = code_texts(texts, &labels);
  EXPECT_EQ(t.groups, 2);
  EXPECT_EQ(t.codes, (List<std::uint16_t>{0, 2, 1, 0}));
  EXPECT_EQ(labels, (List<std::string_view>{"b", "a"}));
  const double values[] = {0, 9.99, 10, -5, std::numeric_limits<double>::quiet_NaN(), 5};
  const CodedColumn n = code_numbers(values, 0, 10, 10);
  EXPECT_EQ(n.codes, (List<std::uint16_t>{0, 9, 9, 0, 10, 5}));
}

}  // namespace
}  // namespace tablero
