#include "import/timestamps.h"

#include <chrono>
#include <string_view>

#include "base/text.h"
#include "data/date.h"

namespace tablero {
namespace {

constexpr int kFirstYear = 2015, kLastYear = 2100;

// The digits at `at`, at most `max` of them; -1 when there are none.
int digits_at(std::string_view s, std::size_t& at, int max) {
  int value = -1;
  for (int n = 0; n < max && at < s.size() && is_digit(s[at]); ++n, ++at) {
    value = (value < 0 ? 0 : value) * 10 + (s[at] - '0');
  }
  return value;
}

Date checked_date(int year, int month, int day) {
  if (year >= 0 && year < 100) year += 2000;
  if (year < kFirstYear || year > kLastYear) return {};
  return date_of(year, month, day).value_or(Date());
}

Date day_of_serial(int days) {
  const std::chrono::year_month_day day(std::chrono::sys_days(std::chrono::year(1899) / 12 / 30) +
                                        std::chrono::days(days));
  return checked_date(static_cast<int>(day.year()),
                      static_cast<int>(static_cast<unsigned>(day.month())),
                      static_cast<int>(static_cast<unsigned>(day.day())));
}

}  // namespace

Date day_of_timestamp(std::string_view text, bool day_first) {
  text = trim(text);
  if (const auto serial = parse_number(text); serial && *serial >= 36526 && *serial < 73051)
    return day_of_serial(static_cast<int>(*serial));
  std::size_t at = 0;
  int parts[3];
  for (int i = 0; i < 3; ++i) {
    const std::size_t start = at;
    parts[i] = digits_at(text, at, 4);
    if (parts[i] < 0 || (i == 1 && at - start > 2)) return {};
    if (i == 2) break;
    if (at >= text.size() || std::string_view("/-.").find(text[at]) == std::string_view::npos)
      return {};
    ++at;
  }
  if (at < text.size() && (is_digit(text[at]) || text[at] == '/')) return {};
  if (parts[0] > 31) return checked_date(parts[0], parts[1], parts[2]);
  const bool swap = parts[0] > 12 || (parts[1] <= 12 && day_first);
  return swap ? checked_date(parts[2], parts[1], parts[0])
              : checked_date(parts[2], parts[0], parts[1]);
}

}  // namespace tablero
