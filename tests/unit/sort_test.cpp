#include "query/sort.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

#include "base/list.h"

namespace tablero {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

List<std::uint32_t> iota(std::size_t n) {
  List<std::uint32_t> rows(n);
  std::iota(rows.begin(), rows.end(), 0u);
  return rows;
}

TEST(Sort, MissingValuesComeLastBothWays) {
  const List<double> values = {2, kNan, 3, 1, kNan};
  auto rows = iota(5);
  sort_by_number(rows, values, false);
  EXPECT_EQ(rows, (List<std::uint32_t>{3, 0, 2, 1, 4}));
  rows = iota(5);
  sort_by_number(rows, values, true);
  EXPECT_EQ(rows, (List<std::uint32_t>{2, 0, 3, 1, 4}));
}

TEST(Sort, EqualValuesKeepTheirOrder) {
  std::mt19937 rng(3);
  for (int round = 0; round < 200; ++round) {
    List<double> values(50);
    for (double& v : values) {
      const int k = std::uniform_int_distribution<int>(0, 5)(rng);
      v = k == 5 ? kNan : k;
    }
    for (bool descending : {false, true}) {
      auto rows = iota(values.size());
      sort_by_number(rows, values, descending);
      for (std::size_t i = 1; i < rows.size(); ++i) {
        const double a = values[rows[i - 1]];
        const double b = values[rows[i]];
        if (std::isnan(a)) {
          ASSERT_TRUE(std::isnan(b));
        } else if (!std::isnan(b)) {
          ASSERT_TRUE(descending ? a >= b : a <= b);
        }
        const bool equal = a == b || (std::isnan(a) && std::isnan(b));
        if (equal) {
          ASSERT_LT(rows[i - 1], rows[i]);
        }
      }
    }
  }
}

TEST(Sort, EmptyTextComesLastBothWays) {
  const List<std::string_view> names = {"b", "", "a"};
  auto rows = iota(3);
  sort_by_text(rows, names, false);
  EXPECT_EQ(rows, (List<std::uint32_t>{2, 0, 1}));
  rows = iota(3);
  sort_by_text(rows, names, true);
  EXPECT_EQ(rows, (List<std::uint32_t>{0, 2, 1}));
}

}  // namespace
}  // namespace tablero
