// Calendar dates of the proleptic Gregorian calendar, known to the day, the month or the year.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tablero {

// Month and day are 0 when not known.
struct Date {
  std::int16_t year = 0;  // 0 when there is no date at all
  std::int8_t month = 0;  // 1 to 12
  std::int8_t day = 0;    // 1 to 31

  bool known() const { return year != 0; }
  // Sort key: chronological; an unknown part sorts before any known one.
  int key() const { return year * 10000 + month * 100 + day; }
  // "2024", "2024-03" or "2024-03-14"; empty when not known.
  std::string iso() const;
};

// 28 to 31; `month` is 1 to 12.
int days_in_month(int year, int month);

// The date known to the day, or nothing when there is no such day ("30 February").
std::optional<Date> date_of(int year, int month, int day);

// Reads what Date::iso() writes, for the years 1900 to 2100. Nothing when `text` is not a date.
std::optional<Date> parse_date(std::string_view text);

// Days since 1970-01-01; a missing month or day counts as the first.
// Formula: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
std::int64_t days_from_epoch(Date d);

// 0 Monday to 6 Sunday.
int weekday(Date date);

}  // namespace tablero
