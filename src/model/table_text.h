// A table as one text, for whoever shows it on the other side of a border (web/mirror_table.js).
#pragma once

#include <string>

#include "model/table.h"

namespace tablero {

// What readers see of it, kTextSeparator after each part: how many columns, how many of them head a
// row, the title, the columns' names with their units, then all rows cell by cell. A row's note
// stands behind the last cell that heads it. UTF-8 without control characters but the separators.
inline constexpr char kTextSeparator = '\x1f';
std::string table_text(const Table& table);

}  // namespace tablero
