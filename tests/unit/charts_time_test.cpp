// Time ticks, calendars, label collisions and CSV cells.
#include <gtest/gtest.h>

#include <random>

#include "charts/axis.h"
#include "charts/calendar.h"
#include "model/csv.h"

namespace tablero {
namespace {

TEST(TimeTicks, AscendInsideTheRangeAndKeepToTheNumber) {
  std::mt19937 rng(3);
  for (int i = 0; i < 10000; ++i) {
    Date a{static_cast<std::int16_t>(1990 + rng() % 60), static_cast<std::int8_t>(1 + rng() % 12),
           3};
    Date b{static_cast<std::int16_t>(a.year + static_cast<int>(rng() % 30)),
           static_cast<std::int8_t>(1 + rng() % 12), 20};
    if (b.key() < a.key()) std::swap(a, b);
    const int wanted = 1 + static_cast<int>(rng() % kMaxTicks);
    const TimeTicks ticks = time_ticks(a, b, wanted);
    ASSERT_GE(ticks.count, 1);
    ASSERT_LE(ticks.count, wanted);
    for (int t = 0; t < ticks.count; ++t) {
      EXPECT_EQ(ticks.dates[t].day, 0);
      EXPECT_GE(ticks.dates[t].key() / 100, a.key() / 100);
      EXPECT_LE(ticks.dates[t].key() / 100, b.key() / 100);
      EXPECT_TRUE(t == 0 || ticks.dates[t].key() > ticks.dates[t - 1].key());
    }
  }
}

TEST(TimeTicks, NameTheFirstYear) {
  // The growth chart starts on 3 January 2023: 2023 must be named.
  const TimeTicks ticks = time_ticks({2023, 1, 3}, {2024, 6, 1}, 4);
  EXPECT_EQ(ticks.dates[0].year, 2023);
  EXPECT_EQ(ticks.dates[0].month, 1);
}

TEST(LabelLine, LetsNoTwoLabelsTouch) {
  std::mt19937 rng(5);
  LabelLine line(4);
  float end = -1e9f;
  for (float x = 0; x < 5000; x += static_cast<float>(rng() % 20)) {
    const float width = 5 + static_cast<float>(rng() % 60);
    if (!line.fits(x, width)) continue;
    EXPECT_GE(x, end + 4);
    end = x + width;
  }
}

TEST(Csv, QuotesAndNamesWhatIsMissing) {
  Csv csv;
  csv.text("a").text("b").text("c").end_row();
  csv.text("x, \"y\"").amount({}, Qualifier::kListOnly).end_row();
  csv.text("=1+1").amount({0, Presence::kZero}, Qualifier::kExact).end_row();
  csv.text("ñ").amount({1234.5, Presence::kValue}, Qualifier::kMoreThan).end_row();
  EXPECT_EQ(csv.bytes(),
            "\xEF\xBB\xBF"
            "a,b,c\r\n"
            "\"x, \"\"y\"\"\",no_data,list_only\r\n"
            "\"'=1+1\",0,exact\r\n"
            "ñ,1234.5,more_than\r\n");
}

}  // namespace
}  // namespace tablero
