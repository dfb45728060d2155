// A neighboring board (ODESIA, CLUB, EvalES, EuroEval, LMArena) as a table of its own, with its
// own columns and source; never ranked together with La Leaderboard.
#pragma once

#include "model/leaderboard/related.h"
#include "views/view_context.h"

namespace tablero {

class RelatedTable {
 public:
  // sort= uses "c0", "c1", ... for its columns; q filters by the text columns.
  void draw(ViewContext& context, const RelatedBoard& board);

 private:
  void header(ViewContext& context, const RelatedBoard& board);
  void row(ViewContext& context, const RelatedBoard& board, std::uint32_t r, int index);

  RelatedRows rows_;
};

}  // namespace tablero
