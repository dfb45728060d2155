// Cross-filter: every dimension has a filter and a group count, and each group count respects all
// filters but its own (so that a chart shows what else could be chosen). The total respects all of
// them.
//
// Why it is fast: the rows that pass all filters but the one of the active dimension are counted
// once into a table [fine position along the active dimension][group of every other dimension],
// which is then summed along the active dimension (prefix sums, a data cube). Then any range of the
// active dimension is a difference of two rows of that table, whatever its size: a drag and a jump
// cost the same (the idea is Falcon's, Moritz et al., CHI 2019, idl.uw.edu/papers/falcon). Another
// dimension becomes active when its filter changes; that costs one pass over the rows, in slices,
// so that no call blocks the page. Call activate() ahead of it, for instance when the pointer
// enters its chart. Filters have the resolution of the groups: use more groups where a brush should
// be finer.
//
// Setters only record the change; update() brings the counts up to date:
//   filter.set_range(...);
//   while (!filter.update()) {}  // or one per frame: until done, counts() are the old ones
#pragma once

#include <cstdint>
#include <span>

#include "base/list.h"
#include "query/columns.h"

namespace tablero {

class CrossFilter {
 public:
  // Rows of one slice: about 2 ms in a browser. Smaller tables are done in one call of update().
  static constexpr std::size_t kSlice = 1u << 17;

  // Takes one column per dimension, all with the same number of rows.
  explicit CrossFilter(List<CodedColumn> columns);

  std::size_t rows() const { return rows_; }
  int dimensions() const { return static_cast<int>(columns_.size()); }
  int groups(int dimension) const { return column(dimension).groups; }

  // Rows with `first` <= group < `last` pass. Missing rows pass only if `missing`.
  void set_range(int dimension, int first, int last, bool missing);
  // Rows whose group is in the list pass. An empty list, or all groups, means no filter: then
  // missing rows pass too.
  void set_groups(int dimension, std::span<const int> groups, bool missing);
  void clear(int dimension);
  void clear_all();
  bool filtered(int dimension) const {
    return filters_[static_cast<std::size_t>(dimension)].active;
  }

  // Replaces the codes of `dimension`: as many as rows(), each at most groups().
  void recode(int dimension, std::span<const std::uint16_t> codes);

  // Starts the table of `dimension` now instead of at its first change.
  void activate(int dimension);

  // Counts at most kSlice more rows. True when counts() and total() reflect all settings.
  bool update();

  // Rows per group of `dimension` that pass all other filters; the last entry is the missing group.
  // Valid until the next update().
  std::span<const std::uint32_t> counts(int dimension) const;
  // Rows that pass all filters.
  std::uint32_t total() const { return total_; }
  // Whether a row passes all filters; reflects the settings immediately, without update().
  bool passes(std::size_t row) const;

  // Bytes held for the rows and the tables.
  std::size_t memory() const;

 private:
  struct Filter {
    bool active = false;
    List<std::uint8_t> pass;  // per code, missing last
  };
  struct Hit {
    std::uint32_t row, line;  // line: offset of the counters that the row belongs to
  };
  // Above this many counters (8 MB) the table does not pay off: every change is then a pass over
  // the rows.
  static constexpr std::size_t kMaxTable = 2u << 20;
  static constexpr std::size_t kBlock = 1024;

  const CodedColumn& column(int d) const { return columns_[static_cast<std::size_t>(d)]; }
  Filter& filter(int d) { return filters_[static_cast<std::size_t>(d)]; }
  int codes(int d) const { return column(d).groups + 1; }
  void set(int dimension, const List<std::uint8_t>& pass);
  void begin_count(int dimension);
  void count_block(std::size_t first, std::size_t last);
  int failing_filter(std::size_t row) const;
  void add_hits(int dimension, std::span<const Hit> hits);
  void end_count();
  void sum_passing_lines();
  void copy_counts();

  List<CodedColumn> columns_;
  List<Filter> filters_;
  List<std::uint8_t> pass_;   // of the filter being set
  List<std::size_t> offset_;  // of each dimension's counters in a line
  std::size_t line_ = 0;      // counters in a line, the total last
  std::size_t rows_ = 0;
  std::size_t next_row_ = 0;  // rows below are counted
  int active_ = 0;
  bool stale_ = true;   // another dimension than the active one changed, or none was counted yet
  bool resum_ = false;  // the active dimension's filter changed
  bool has_table_ = false;
  List<std::uint32_t> table_;  // line k: rows of the active dimension's codes below k
  List<std::uint32_t> sums_;   // one line: the rows that pass
  List<std::uint32_t> own_;    // the active dimension's own groups
  List<List<std::uint32_t>> counts_;
  std::uint32_t total_ = 0;
};

}  // namespace tablero
