// The rows of a table file, one after the other, whatever the format of the file.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tablero {

class RowSource {
 public:
  RowSource() = default;
  RowSource(const RowSource&) = delete;
  RowSource& operator=(const RowSource&) = delete;
  virtual ~RowSource() = default;

  // Advances to the next row that is not empty. True: fields() holds it. False: the end of the
  // file. Fault: the file cannot be read further.
  virtual Result<bool> next() = 0;
  // The cells of the row as UTF-8. Valid until next().
  virtual const std::vector<std::string_view>& fields() const = 0;
  // Line of the file where the row starts, counted from 1.
  virtual std::size_t line() const = 0;
  // Fields so far that were not UTF-8 and were read as Windows-1252.
  virtual std::size_t converted_fields() const = 0;
  // Bytes taken from the file so far, for progress.
  virtual std::size_t bytes_read() const = 0;
};

}  // namespace tablero
