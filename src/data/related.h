// data/leaderboard/related.json: neighboring boards (ODESIA, CLUB, EvalES, EuroEval, LMArena),
// each a table of its own that is never ranked together with La Leaderboard.
#pragma once

#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/figure.h"

namespace tablero {

enum class ColumnType : std::uint8_t { kText, kNumber, kYesNo };

// One column with its cells. Exactly one of the two vectors is filled, by type; yes_no is stored as
// 0, 1 and 0.5 ("partly"). Missing: empty text or NaN.
struct RelatedColumn {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string name;    // as the board writes it
  std::string metric;  // metric of the column when stated, else empty
  ColumnType type = ColumnType::kText;
  bool lower_is_better = false;
  bool inferred = false;  // the meaning of the column is inferred, not stated
  List<std::string> texts;
  List<double> numbers;
};

struct RelatedBoard {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string id;
  LocalText title;
  std::string language;  // es, ca
  LocalText unit;        // empty when the columns differ
  Date date;             // unknown when the board does not tell
  LocalText note;        // exactness and caveats
  std::string url;
  List<RelatedColumn> columns;  // empty when no stored copy of the table exists
  std::size_t row_count = 0;
  SourceIds sources;
};

struct Related {
  List<RelatedBoard> boards;

  const RelatedBoard* find(std::string_view id) const;
};

Result<Related> load_related(std::string_view bytes, std::string_view file,
                             List<Fault>* all = nullptr);

}  // namespace tablero
