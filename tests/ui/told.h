// Which rows of a table the names of its chart's marks tell.
#pragma once

#include <string>
#include <string_view>

#include "model/table.h"

namespace tablero::test {

inline bool is_number(CellKind kind) { return kind != CellKind::kWord; }

inline bool contains(const std::string& text, std::string_view part) {
  return !part.empty() && text.find(part) != std::string::npos;
}

// Whether a name says a figure of this row: all of its words and a value. In a table of things by
// things, where the row is around the mark, the column says what the value is of.
inline bool tells(const Table& t, std::size_t row, const std::string& name) {
  bool words = true, figure = false;
  int cells = 0;
  for (std::size_t c = 0; c < t.columns().size(); ++c) {
    const bool said = contains(name, t.at(row, c).text);
    if (t.columns()[c].only_download) continue;
    cells += said ? 1 : 0;
    if (!is_number(t.columns()[c].kind)) {
      words = words && said;
      continue;
    }
    if (said && contains(name, t.columns()[c].name)) return true;
    figure = figure || said;
  }
  return words && figure && cells > 1;
}

// Whether there is something to draw for a row: a value that is not zero.
inline bool has_mark(const Table& t, std::size_t row) {
  bool any = false;
  for (std::size_t c = 0; c < t.columns().size(); ++c) {
    const Cell& cell = t.at(row, c);
    any = any || (is_number(t.columns()[c].kind) && cell.known() && cell.value != 0);
  }
  return any && t.row(row).marked;
}

}  // namespace tablero::test
