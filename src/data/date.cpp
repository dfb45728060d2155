#include "data/date.h"

#include "base/text.h"

namespace tablero {

std::string Date::iso() const {
  if (!known()) return "";
  std::string s = std::to_string(year);
  for (const int part : {static_cast<int>(month), static_cast<int>(day)}) {
    if (part == 0) break;
    s += part < 10 ? "-0" : "-";
    s += std::to_string(part);
  }
  return s;
}

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

std::optional<Date> date_of(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return Date{static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
              static_cast<std::int8_t>(day)};
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : !is_digit(text[i])) return std::nullopt;
  }
  const auto digits = [&](std::size_t at, std::size_t n) {
    int v = 0;
    for (std::size_t i = at; i < at + n; ++i) v = v * 10 + (text[i] - '0');
    return v;
  };
  // A part that is not there counts as the first, to be checked like the others.
  std::optional<Date> date = date_of(digits(0, 4), text.size() >= 7 ? digits(5, 2) : 1,
                                     text.size() == 10 ? digits(8, 2) : 1);
  if (!date || date->year < 1900 || date->year > 2100) return std::nullopt;
  if (text.size() < 7) date->month = 0;
  if (text.size() < 10) date->day = 0;
  return date;
}

std::int64_t days_from_epoch(Date d) {
  const int month = d.month == 0 ? 1 : d.month;
  const int day = d.day == 0 ? 1 : d.day;
  const std::int64_t y = d.year - (month <= 2 ? 1 : 0);
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

int weekday(Date date) {
  // 1970-01-01 was a Thursday.
  const auto days = days_from_epoch(date) + 3;
  return static_cast<int>(((days % 7) + 7) % 7);
}

}  // namespace tablero
