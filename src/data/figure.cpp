#include "data/figure.h"

namespace tablero {

int text_language(std::string_view tag) {
  for (std::size_t i = 0; i < kTextLanguages.size(); ++i) {
    if (kTextLanguages[i] == tag) return static_cast<int>(i);
  }
  return -1;
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
