#include "query/sort.h"

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "base/sort.h"

namespace tablero {

void sort_by_number(List<std::uint32_t>& rows, std::span<const double> values, bool descending) {
  sort(rows, [&](std::uint32_t a, std::uint32_t b) {
    const double x = values[a];
    const double y = values[b];
    if (std::isnan(x) || std::isnan(y)) return !std::isnan(x) && std::isnan(y);
    return descending ? x > y : x < y;
  });
}

void sort_by_text(List<std::uint32_t>& rows, std::span<const std::string_view> values,
                  bool descending) {
  sort(rows, [&](std::uint32_t a, std::uint32_t b) {
    const std::string_view x = values[a];
    const std::string_view y = values[b];
    if (x.empty() || y.empty()) return !x.empty() && y.empty();
    return descending ? x > y : x < y;
  });
}

}  // namespace tablero
