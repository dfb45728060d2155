// Dates against the calendar of the standard library.
#include "data/date.h"

#include <gtest/gtest.h>

#include <chrono>

#include "data/figure.h"

namespace tablero {
namespace {

namespace chrono = std::chrono;

chrono::year_month_day theirs(int year, int month, int day) {
  return {chrono::year(year), chrono::month(static_cast<unsigned>(month)),
          chrono::day(static_cast<unsigned>(day))};
}

TEST(Dates, EveryDayOfFourHundredYears) {
  for (int year = 1850; year <= 2250; ++year) {
    for (int month = 0; month <= 13; ++month) {
      for (int day = 0; day <= 32; ++day) {
        const chrono::year_month_day their = theirs(year, month, day);
        const std::optional<Date> date = date_of(year, month, day);
        ASSERT_EQ(date.has_value(), their.ok()) << year << "-" << month << "-" << day;
        if (!date) continue;
        const chrono::sys_days days = their;
        EXPECT_EQ(days_from_epoch(*date), days.time_since_epoch().count());
        EXPECT_EQ(weekday(*date), static_cast<int>(chrono::weekday(days).iso_encoding()) - 1);
      }
      if (month < 1 || month > 12) continue;
      const chrono::year_month_day_last last = chrono::year(year) / month / chrono::last;
      EXPECT_EQ(days_in_month(year, month), static_cast<int>(static_cast<unsigned>(last.day())));
    }
  }
}

TEST(Dates, ReadWhatTheyWrite) {
  for (const char* text : {"1900", "2100", "2024-03", "2024-12", "2024-02-29", "2000-02-29"}) {
    const std::optional<Date> date = parse_date(text);
    ASSERT_TRUE(date.has_value()) << text;
    EXPECT_EQ(date->iso(), text);
  }
  EXPECT_EQ(Date().iso(), "");
}

TEST(Dates, ReadNothingElse) {
  for (const char* text : {"", "24", "1899", "2101", "2024-", "2024-00", "2024-13", "2024-3",
                           "2024-03-00", "2024-04-31", "2023-02-29", "1900-02-29", "2024/03/01",
                           "2024-03-1", "2024-03-011", " 2024-03-1", "2O24-03-01", "2024-03-01T"}) {
    EXPECT_FALSE(parse_date(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace tablero
