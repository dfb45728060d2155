// Group-by: how many rows, their sum and their mean per group of a column.
#pragma once

#include <cstdint>
#include <span>

#include "base/list.h"
#include "base/number.h"
#include "query/columns.h"

namespace tablero {

struct GroupStats {
  int rows = 0;   // that pass
  int known = 0;  // of them, with a value
  double sum = 0;
  // NaN when no value is known: a mean of nothing is not zero.
  double mean() const { return known > 0 ? sum / known : kNaN; }
};

// Per group of `by`, the missing group last, into `out`. `values` are one per row, NaN missing.
// `pass` is one per row, 0 left out; empty: all rows.
void group_by(const CodedColumn& by, std::span<const double> values,
              std::span<const std::uint8_t> pass, List<GroupStats>& out);

}  // namespace tablero
