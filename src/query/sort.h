// Stable orders of rows by columns in which values can be missing.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/list.h"

namespace tablero {

// Sorts `rows` (indices into `values`) by value. Equal values keep their order (stable); missing
// values (NaN) come last in both directions, in their order.
void sort_by_number(List<std::uint32_t>& rows, std::span<const double> values, bool descending);

// The same by text in byte order of the folded names given; empty text counts as missing.
void sort_by_text(List<std::uint32_t>& rows, std::span<const std::string_view> values,
                  bool descending);

}  // namespace tablero
