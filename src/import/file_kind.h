// Files that are handed over as CSV and are something else, by their first bytes.
#pragma once

#include <string_view>

namespace tablero {

enum class FileKind : unsigned char { kText, kWorkbook, kOther };

struct FileKindName {
  FileKind kind = FileKind::kText;
  // What it is and what to do, for a fault: "an Excel workbook (save its sheet as CSV)". Empty for
  // text.
  std::string_view found;
};

// `start`: the first bytes of the file, up to some kilobytes. kWorkbook: .xlsx or .ods, which
// workbook.h reads.
FileKindName file_kind(std::string_view start);

}  // namespace tablero
