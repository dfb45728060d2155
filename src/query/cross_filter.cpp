#include "query/cross_filter.h"

#include <algorithm>
#include <array>

#include "base/list.h"

namespace tablero {
namespace {

constexpr int kPasses = -1;
constexpr int kOut = -2;  // fails more than one filter: counts for no group

}  // namespace

CrossFilter::CrossFilter(List<CodedColumn> columns) : columns_(std::move(columns)) {
  rows_ = columns_.empty() ? 0 : columns_[0].rows();
  for (int d = 0; d < dimensions(); ++d) {
    const auto n = static_cast<std::size_t>(codes(d));
    filters_.push_back({false, List<std::uint8_t>(n, 1)});
    offset_.push_back(line_);
    line_ += n;
    counts_.emplace_back(n, 0u);
  }
  ++line_;
}

// The dimension of the last change becomes the active one: a brush moves many times.
void CrossFilter::set(int dimension, const List<std::uint8_t>& pass) {
  Filter& f = filter(dimension);
  if (f.pass == pass) return;
  f.pass = pass;
  f.active = std::find(pass.begin(), pass.end(), 0) != pass.end();
  if (dimension != active_) {
    active_ = dimension;
    stale_ = true;
    next_row_ = 0;
  } else if (!stale_) {
    resum_ = true;
  } else if (!has_table_) {
    next_row_ = 0;  // a table under construction does not depend on its own filter
  }
}

void CrossFilter::set_range(int dimension, int first, int last, bool missing) {
  const int n = groups(dimension);
  first = std::clamp(first, 0, n);
  last = std::clamp(last, first, n);
  pass_.assign(static_cast<std::size_t>(n) + 1, 0);
  std::fill(pass_.begin() + first, pass_.begin() + last, std::uint8_t{1});
  pass_.back() = missing ? 1 : 0;
  set(dimension, pass_);
}

void CrossFilter::set_groups(int dimension, std::span<const int> chosen, bool missing) {
  pass_.assign(static_cast<std::size_t>(codes(dimension)), 0);
  int distinct = 0;
  for (int g : chosen) {
    if (g < 0 || g >= groups(dimension)) continue;
    std::uint8_t& pass = pass_[static_cast<std::size_t>(g)];
    distinct += pass == 0 ? 1 : 0;
    pass = 1;
  }
  pass_.back() = missing ? 1 : 0;
  const bool none = distinct == 0 && !missing;
  if (none || distinct == groups(dimension)) {
    clear(dimension);
    return;
  }
  set(dimension, pass_);
}

void CrossFilter::clear(int dimension) {
  pass_.assign(static_cast<std::size_t>(codes(dimension)), 1);
  set(dimension, pass_);
}

void CrossFilter::clear_all() {
  for (int d = 0; d < dimensions(); ++d) clear(d);
}

void CrossFilter::recode(int dimension, std::span<const std::uint16_t> codes) {
  List<std::uint16_t>& own = columns_[static_cast<std::size_t>(dimension)].codes;
  std::copy(codes.begin(), codes.end(), own.begin());
  stale_ = true;
  next_row_ = 0;
}

void CrossFilter::activate(int dimension) {
  if (active_ == dimension) return;
  active_ = dimension;
  stale_ = true;
  next_row_ = 0;
}

bool CrossFilter::update() {
  if (columns_.empty()) return true;
  if (stale_) {
    if (next_row_ == 0) begin_count(active_);
    const std::size_t end = std::min(rows_, next_row_ + kSlice);
    for (; next_row_ < end; next_row_ += kBlock) {
      count_block(next_row_, std::min(end, next_row_ + kBlock));
    }
    next_row_ = end;
    if (next_row_ < rows_) return false;
    end_count();
  } else if (resum_) {
    if (!has_table_) {
      stale_ = true;
      next_row_ = 0;
      return update();
    }
    sum_passing_lines();
    copy_counts();
    resum_ = false;
  }
  return true;
}

void CrossFilter::begin_count(int dimension) {
  own_.assign(static_cast<std::size_t>(codes(dimension)), 0);
  const std::size_t lines = static_cast<std::size_t>(codes(dimension)) + 1;
  has_table_ = lines * line_ <= kMaxTable;
  if (has_table_) {
    table_.assign(lines * line_, 0);
  } else {
    table_.clear();
    sums_.assign(line_, 0);
  }
}

// The only filter that rejects the row, ignoring the active dimension's; kPasses if none, kOut if
// several.
int CrossFilter::failing_filter(std::size_t row) const {
  int failing = kPasses;
  for (int d = 0; d < dimensions(); ++d) {
    const Filter& f = filters_[static_cast<std::size_t>(d)];
    if (!f.active || d == active_ || f.pass[column(d).codes[row]] != 0) continue;
    if (failing != kPasses) return kOut;
    failing = d;
  }
  return failing;
}

// A row counts for the groups of a dimension when no filter of another dimension rejects it (except
// the active one's, which the table keeps variable). With no failing filter it counts for all
// dimensions, with one only for that dimension.
void CrossFilter::count_block(std::size_t first, std::size_t last) {
  std::array<Hit, kBlock> hits;
  std::size_t n = 0;
  const std::uint16_t* active_codes = column(active_).codes.data();
  const List<std::uint8_t>& active_pass = filters_[static_cast<std::size_t>(active_)].pass;
  std::uint32_t* counters = has_table_ ? table_.data() : sums_.data();
  for (std::size_t row = first; row < last; ++row) {
    const int failing = failing_filter(row);
    if (failing == kOut) continue;
    const std::size_t code = active_codes[row];
    if (failing == kPasses) ++own_[code];
    if (!has_table_ && active_pass[code] == 0) continue;
    // Line 0 of the table stays zero for the prefix sums: code k is counted in line k + 1.
    const std::size_t line = has_table_ ? (code + 1) * line_ : 0;
    if (failing == kPasses) {
      ++counters[line + line_ - 1];
      hits[n++] = {static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(line)};
    } else {
      ++counters[line + offset_[static_cast<std::size_t>(failing)] + column(failing).codes[row]];
    }
  }
  for (int d = 0; d < dimensions(); ++d) {
    if (d != active_) add_hits(d, {hits.data(), n});
  }
}

void CrossFilter::add_hits(int dimension, std::span<const Hit> hits) {
  const std::uint16_t* codes = column(dimension).codes.data();
  std::uint32_t* counters =
      (has_table_ ? table_.data() : sums_.data()) + offset_[static_cast<std::size_t>(dimension)];
  for (const Hit& hit : hits) ++counters[hit.line + codes[hit.row]];
}

void CrossFilter::end_count() {
  if (has_table_) {
    // Prefix sums (summed-area table), so that a range of codes is a difference of two lines.
    for (std::size_t k = line_; k < table_.size(); ++k) table_[k] += table_[k - line_];
    sum_passing_lines();
  }
  copy_counts();
  stale_ = false;
  resum_ = false;
}

void CrossFilter::sum_passing_lines() {
  sums_.assign(line_, 0);
  const List<std::uint8_t>& pass = filters_[static_cast<std::size_t>(active_)].pass;
  for (std::size_t k = 0; k < pass.size();) {
    if (pass[k] == 0) {
      ++k;
      continue;
    }
    const std::size_t first = k;
    while (k < pass.size() && pass[k] != 0) ++k;
    const std::uint32_t* below = table_.data() + first * line_;
    const std::uint32_t* upto = table_.data() + k * line_;
    for (std::size_t i = 0; i < line_; ++i) sums_[i] += upto[i] - below[i];
  }
}

void CrossFilter::copy_counts() {
  for (int d = 0; d < dimensions(); ++d) {
    List<std::uint32_t>& counts = counts_[static_cast<std::size_t>(d)];
    if (d == active_) {
      counts = own_;
      continue;
    }
    const auto from =
        sums_.begin() + static_cast<std::ptrdiff_t>(offset_[static_cast<std::size_t>(d)]);
    std::copy(from, from + codes(d), counts.begin());
  }
  total_ = sums_[line_ - 1];
}

std::span<const std::uint32_t> CrossFilter::counts(int dimension) const {
  return counts_[static_cast<std::size_t>(dimension)];
}

bool CrossFilter::passes(std::size_t row) const {
  for (std::size_t d = 0; d < columns_.size(); ++d) {
    if (filters_[d].active && filters_[d].pass[columns_[d].codes[row]] == 0) return false;
  }
  return true;
}

std::size_t CrossFilter::memory() const {
  std::size_t bytes = table_.capacity() * sizeof(std::uint32_t);
  for (const CodedColumn& c : columns_) bytes += c.codes.capacity() * sizeof(std::uint16_t);
  return bytes;
}

}  // namespace tablero
