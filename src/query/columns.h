// Dictionary-encoded (categorical) columns for filters and counts: one small code per row.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "base/list.h"

namespace tablero {

// A column divided into at most kMaxGroups groups. Code g < groups is group g in the column's
// order; the code `groups` itself means "missing", which is a group of its own.
struct CodedColumn {
  static constexpr int kMaxGroups = 1023;
  List<std::uint16_t> codes;
  int groups = 0;  // without the missing one

  std::size_t rows() const { return codes.size(); }
  std::uint16_t missing_code() const { return static_cast<std::uint16_t>(groups); }
};

// Texts in first-seen order become groups; empty text is missing. `labels` (may be null) receives
// the text of each group as views into `values`.
CodedColumn code_texts(std::span<const std::string_view> values, List<std::string_view>* labels);

// Numbers cut into `groups` equal steps from `min` to `max` (both finite, `min` < `max`); values
// outside fall into the first or last group, NaN is missing.
CodedColumn code_numbers(std::span<const double> values, double min, double max, int groups);

}  // namespace tablero
