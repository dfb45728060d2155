#include "query/group_by.h"

#include <cmath>

namespace tablero {

void group_by(const CodedColumn& by, std::span<const double> values,
              std::span<const std::uint8_t> pass, List<GroupStats>& out) {
  out.assign(static_cast<std::size_t>(by.groups) + 1, {});
  for (std::size_t row = 0; row < by.rows(); ++row) {
    if (!pass.empty() && pass[row] == 0) continue;
    GroupStats& group = out[by.codes[row]];
    ++group.rows;
    if (std::isnan(values[row])) continue;
    ++group.known;
    group.sum += values[row];
  }
}

}  // namespace tablero
