#include "query/cross_filter.h"

#include <algorithm>
#include <numeric>

#include "base/list.h"

namespace tablero {

CrossFilter::CrossFilter(List<CodedColumn> columns) : columns_(std::move(columns)) {
  rows_ = columns_.empty() ? 0 : columns_[0].rows();
  for (int d = 0; d < dimensions(); ++d) {
    filters_.push_back({false, List<std::uint8_t>(static_cast<std::size_t>(codes(d)), 1)});
    offset_.push_back(line_);
    line_ += static_cast<std::size_t>(codes(d));
    counts_.emplace_back(static_cast<std::size_t>(codes(d)), 0u);
  }
  ++line_;
  if (dimensions() > 0) build(0);
}

void CrossFilter::set_range(int dimension, int first, int last, bool missing) {
  Filter& f = filters_[static_cast<std::size_t>(dimension)];
  const int n = groups(dimension);
  first = std::clamp(first, 0, n);
  last = std::clamp(last, first, n);
  std::fill(f.pass.begin(), f.pass.end(), std::uint8_t{0});
  std::fill(f.pass.begin() + first, f.pass.begin() + last, std::uint8_t{1});
  f.pass.back() = missing ? 1 : 0;
  f.active = first > 0 || last < n || !missing;
  changed(dimension);
}

void CrossFilter::set_groups(int dimension, std::span<const int> chosen, bool missing) {
  Filter& f = filters_[static_cast<std::size_t>(dimension)];
  std::fill(f.pass.begin(), f.pass.end(), std::uint8_t{0});
  int distinct = 0;
  for (int g : chosen) {
    if (g < 0 || g >= groups(dimension)) continue;
    std::uint8_t& pass = f.pass[static_cast<std::size_t>(g)];
    distinct += pass == 0 ? 1 : 0;
    pass = 1;
  }
  f.pass.back() = missing ? 1 : 0;
  f.active = true;
  const bool none = distinct == 0 && !missing;
  if (none || distinct == groups(dimension)) {
    clear(dimension);
    return;
  }
  changed(dimension);
}

void CrossFilter::clear(int dimension) {
  Filter& f = filters_[static_cast<std::size_t>(dimension)];
  std::fill(f.pass.begin(), f.pass.end(), std::uint8_t{1});
  f.active = false;
  changed(dimension);
}

void CrossFilter::clear_all() {
  for (Filter& f : filters_) {
    std::fill(f.pass.begin(), f.pass.end(), std::uint8_t{1});
    f.active = false;
  }
  if (dimensions() > 0) build(active_);
}

void CrossFilter::activate(int dimension) {
  if (active_ != dimension) build(dimension);
}

void CrossFilter::changed(int dimension) {
  if (active_ != dimension || !has_table_) {
    build(dimension);
    return;
  }
  sum_passing_lines();
  copy_counts();
}

void CrossFilter::build(int dimension) {
  active_ = dimension;
  own_.assign(static_cast<std::size_t>(codes(dimension)), 0);
  const std::size_t lines = static_cast<std::size_t>(codes(dimension)) + 1;
  has_table_ = lines * line_ <= kMaxTable;
  if (has_table_) {
    table_.assign(lines * line_, 0);
    count_rows(true);
    // Running sums, so that a run of codes is a difference of two lines.
    for (std::size_t k = line_; k < table_.size(); ++k) table_[k] += table_[k - line_];
    sum_passing_lines();
  } else {
    sums_.assign(line_, 0);
    count_rows(false);
  }
  copy_counts();
}

void CrossFilter::count_rows(bool into_table) {
  // A row counts for a group when no other dimension's filter (but the active one's, which the
  // table leaves open) rejects it: with none failing for all groups, with one failing for that
  // one's only.
  List<int> others;
  List<int> filtered_others;
  for (int d = 0; d < dimensions(); ++d) {
    if (d == active_) continue;
    others.push_back(d);
    if (filters_[static_cast<std::size_t>(d)].active) filtered_others.push_back(d);
  }
  const std::uint16_t* active_codes = column(active_).codes.data();
  const List<std::uint8_t>& active_pass = filters_[static_cast<std::size_t>(active_)].pass;
  for (std::size_t row = 0; row < rows_; ++row) {
    int failing = -1;
    int failures = 0;
    for (int d : filtered_others) {
      const auto i = static_cast<std::size_t>(d);
      if (filters_[i].pass[columns_[i].codes[row]] == 0) {
        failing = d;
        if (++failures == 2) break;
      }
    }
    if (failures == 2) continue;
    const std::size_t code = active_codes[row];
    if (!into_table && active_pass[code] == 0 && failures == 1) continue;
    if (failures == 0) ++own_[code];
    if (!into_table && active_pass[code] == 0) continue;
    // Line 0 stays empty: code k is counted in line k + 1.
    std::uint32_t* line = into_table ? table_.data() + (code + 1) * line_ : sums_.data();
    if (failures == 1) {
      const auto i = static_cast<std::size_t>(failing);
      ++line[offset_[i] + columns_[i].codes[row]];
      continue;
    }
    for (int d : others) {
      const auto i = static_cast<std::size_t>(d);
      ++line[offset_[i] + columns_[i].codes[row]];
    }
    ++line[line_ - 1];
  }
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
    if (filters_[d].pass[columns_[d].codes[row]] == 0) return false;
  }
  return true;
}

std::size_t CrossFilter::memory() const {
  std::size_t bytes = table_.capacity() * sizeof(std::uint32_t);
  for (const CodedColumn& c : columns_) bytes += c.codes.capacity() * sizeof(std::uint16_t);
  return bytes;
}

}  // namespace tablero
