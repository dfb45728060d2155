// A registration file on disk or from standard input, opened as what it is: CSV, which is streamed,
// or a workbook.
#pragma once

#include <memory>
#include <string>

#include "import/row_source.h"
#include "tools/file_stream.h"

namespace tablero {

class RegistrationFile {
 public:
  // `sheet`: of a workbook; empty: the first one. `separator`: of CSV, 0: recognized.
  // Fault: there is no such file, or it cannot be read, or it is a workbook that open_workbook()
  // refuses.
  static Result<RegistrationFile> open(const std::string& path, const std::string& sheet,
                                       char separator);

  RowSource& rows() { return *rows_; }
  // The name for faults: of a workbook with what it is.
  const std::string& label() const { return label_; }
  std::size_t size() const { return stream_->size(); }
  // The file could not be read to its end.
  bool failed() const { return stream_->failed(); }

 private:
  std::unique_ptr<FileStream> stream_;
  std::unique_ptr<RowSource> rows_;
  std::string label_;
};

}  // namespace tablero
