// Reads one sheet of a workbook as rows: .xlsx (ECMA-376) and .ods (OpenDocument 1.3). The archive
// is read by libzip, the XML by pugixml.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "import/row_source.h"

namespace tablero {

// The largest workbook that is read, as it lies on disk.
inline constexpr std::size_t kMaxWorkbook = 64u << 20;

// `bytes`: the whole file. `sheet`: name of the sheet; empty: the first one. Dates are the serial
// numbers of the file (.xlsx) or ISO 8601 (.ods). `file` is the name used in faults.
// Fault: not a workbook, a broken or oversized one, or no sheet of that name (with those there
// are).
Result<std::unique_ptr<RowSource>> open_workbook(const std::string& bytes, std::string_view sheet,
                                                 std::string_view file);

}  // namespace tablero
