// A compact table of counts (a heat map): rows by columns, cells shaded by magnitude. A zero is
// written; a cell that was not asked shows a dash.
#pragma once

#include <span>
#include <string_view>

#include "ui/ui.h"

namespace tablero {

struct CountTable {
  std::string_view id;
  std::string_view name;                      // one sentence for screen readers
  std::span<const std::string_view> rows;     // row headers
  std::span<const std::string_view> columns;  // column headers
  std::span<const int> counts;                // rows x columns; -1: the row does not exist there
  std::span<const std::uint8_t> row_selected, column_selected;
};

struct CountPress {
  int row = -1, column = -1;  // of the pressed cell; -1 none
};

// Draws over the remaining width. Cells with a count can be pressed.
CountPress draw_count_table(Ui& ui, const CountTable& table);

}  // namespace tablero
