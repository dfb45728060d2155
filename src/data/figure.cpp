#include "data/figure.h"

namespace tablero {
namespace {

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

}  // namespace

int text_language(std::string_view tag) {
  for (std::size_t i = 0; i < kTextLanguages.size(); ++i) {
    if (kTextLanguages[i] == tag) return static_cast<int>(i);
  }
  return -1;
}

bool parse_date(std::string_view s, Date& d) {
  if (s.size() != 4 && s.size() != 7 && s.size() != 10) return false;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? s[i] != '-' : (s[i] < '0' || s[i] > '9')) return false;
  }
  const auto digits = [&](std::size_t at, std::size_t n) {
    int v = 0;
    for (std::size_t i = at; i < at + n; ++i) v = v * 10 + (s[i] - '0');
    return v;
  };
  const int year = digits(0, 4);
  const int month = s.size() >= 7 ? digits(5, 2) : 0;
  const int day = s.size() == 10 ? digits(8, 2) : 0;
  if (year < 1900 || year > 2100) return false;
  if (s.size() >= 7 && (month < 1 || month > 12)) return false;
  if (s.size() == 10 && (day < 1 || day > days_in_month(year, month))) return false;
  d.year = static_cast<std::int16_t>(year);
  d.month = static_cast<std::int8_t>(month);
  d.day = static_cast<std::int8_t>(day);
  return true;
}

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

}  // namespace tablero
