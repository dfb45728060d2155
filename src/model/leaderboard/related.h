// A neighboring board as it is shown: which rows, in which order, and what stands in its cells.
#pragma once

#include <string>

#include "base/list.h"
#include "data/related.h"
#include "model/leaderboard/names.h"
#include "model/table.h"
#include "state/view_state.h"

namespace tablero {

// A column of the board beside its values.
struct RelatedLook {
  std::string key;           // in sort=: "c0", "c1", ...
  double low = 0, high = 0;  // range of its numbers, NaN: none
  int decimals = 0;          // the same for the whole column, so that its figures align
  bool shaded = false;       // sizes and numbers of votes are no scores
};

class RelatedRows {
 public:
  // Recomputes what changed. sort= uses the columns' keys; q filters by the text columns.
  void update(const RelatedBoard& board, const ViewState& state);

  const List<std::uint32_t>& order() const { return order_; }    // rows that pass, as sorted
  const List<std::size_t>& display() const { return display_; }  // columns, the name first
  const RelatedLook& look(std::size_t column) const { return looks_[column]; }
  // Counts up with every change.
  std::uint32_t generation() const { return generation_; }

 private:
  void load(const RelatedBoard& board);

  std::string board_, sort_, query_;
  List<std::uint32_t> order_;
  List<std::string> folded_;
  List<RelatedLook> looks_;
  List<std::size_t> display_;
  std::uint32_t generation_ = 0;
};

// The text of a cell.
std::string_view related_text(const Wording& words, const RelatedColumn& column, std::uint32_t row,
                              int decimals, CellText form);

// The rows and columns in the order shown.
Table related_table(const Reader& reader, const RelatedBoard& board, const RelatedRows& rows);

}  // namespace tablero
