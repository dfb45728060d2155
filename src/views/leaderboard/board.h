// A neighboring board (ODESIA, CLUB, EvalES, EuroEval, LMArena) as a table of its own, with its
// own columns and source; never ranked together with La Leaderboard.
#pragma once

#include <string>

#include "base/list.h"
#include "views/view_context.h"

namespace tablero {

class RelatedTable {
 public:
  // sort= uses "c0", "c1", ... for its columns; q filters by the text columns.
  void draw(ViewContext& context, const RelatedBoard& board);

 private:
  void update(const RelatedBoard& board, const ViewState& state);
  void header(ViewContext& context, const RelatedBoard& board);
  void row(ViewContext& context, const RelatedBoard& board, std::uint32_t r, int index);

  std::string board_, sort_, query_;
  List<std::uint32_t> order_;
  List<std::string> keys_, folded_;
  List<double> lows_, highs_;
  List<int> decimals_;
  List<bool> shaded_;
  std::size_t name_column_ = 0;  // first text column: the sticky one
  List<std::size_t> display_;    // columns in display order, the sticky one first
};

}  // namespace tablero
