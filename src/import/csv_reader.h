// Reads CSV as spreadsheets, Eventbrite and Google Forms write it: RFC 4180 with line breaks in
// quotes, CRLF, LF or CR, separators "," ";" tab and "|" (recognized, or named by a first line
// "sep=;"), UTF-8 with or without BOM, UTF-16 with BOM, and Windows-1252 (a superset of Latin-1) in
// any field that is not UTF-8. Streaming: memory is bounded by the largest record, whatever the
// size of the file.
//
// Why not a library: Debian's libcsv (3.0.3, of 2013) has no limit to the size of a field, no line
// numbers for faults and takes an unfinished quote at the end of the file for a good record;
// fast-cpp-csv-parser wants the columns at compile time and throws exceptions. Encodings and
// separators would have to be added to both.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "import/row_source.h"

namespace tablero {

// The next bytes of a file, appended to `out`; false at its end or when it cannot be read.
using ReadChunk = std::function<bool(std::string& out)>;

struct CsvLimits {
  std::size_t record_bytes = 1u << 20;
  std::size_t columns = 5000;
};

class CsvReader : public RowSource {
 public:
  // `separator` 0: recognize it. `file` is the name used in faults.
  CsvReader(ReadChunk read, std::string_view file, char separator = 0, CsvLimits limits = {});

  // True: a row. False: the end. Fault: the file is something else than CSV (file_kind.h), a quote
  // that is never closed, or a record beyond the limits, with the line where it starts.
  Result<bool> next() override;
  // Without the quotes.
  const std::vector<std::string_view>& fields() const override { return fields_; }
  std::size_t line() const override { return record_line_; }
  char separator() const { return separator_; }
  std::size_t converted_fields() const override { return converted_; }
  std::size_t bytes_read() const override { return bytes_read_; }

 private:
  // Where a field ended.
  enum class Stop : unsigned char { separator, line, end };
  struct Span {
    std::size_t begin, end;
  };

  Result<void> prepare();
  bool fill();
  void take_utf16(std::string_view bytes);
  void recognise_separator();
  void skip_separator_line();
  int peek();
  Result<void> read_record();
  Result<Stop> read_field();
  Result<Stop> read_quoted();
  bool take_line_end();
  template <class Special>
  bool take_run(Special special);
  Fault too_large() const;
  void finish_fields();

  ReadChunk read_;
  std::string file_;
  CsvLimits limits_;
  char separator_;
  std::string buffer_;  // UTF-16 is already decoded; bytes before at_ are consumed
  std::size_t at_ = 0;
  std::size_t bytes_read_ = 0;
  std::size_t line_ = 1, record_line_ = 1;
  std::size_t converted_ = 0;
  std::string record_;                         // the text of all fields, one after the other
  std::vector<Span> spans_;                    // of the fields in record_
  std::vector<std::string> converted_fields_;  // UTF-8 of the fields of this record that were not
  std::vector<std::string_view> fields_;
  enum class Encoding : unsigned char { bytes, utf16_le, utf16_be } encoding_ = Encoding::bytes;
  std::string pending_;  // UTF-16 bytes of an incomplete character
  bool prepared_ = false, ended_ = false;
};

// Windows-1252 as UTF-8 (Encoding Standard, https://encoding.spec.whatwg.org/#windows-1252).
std::string from_windows_1252(std::string_view bytes);

}  // namespace tablero
