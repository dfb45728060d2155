// CSV downloads: RFC 4180 with a header line, UTF-8 with a byte order mark so that spreadsheets
// read the accents, and a body without comments. Missing values are written as their codes, never
// as 0 or blank.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/table.h"

namespace tablero {

class Csv {
 public:
  // A text that a spreadsheet would run as a formula, with whatever separator it reads the file,
  // gets an apostrophe before it. One that is a number ("-5", "+500") stays as it is.
  // web/copying.js does the same to copied cells.
  Csv& text(std::string_view value);
  Csv& number(double value);  // shortest form that round-trips; NaN: no_data
  // The value or its code: no_data, not_asked, fewer_than_k.
  Csv& amount(const Amount& value);
  // Two cells: that, and the qualifier.
  Csv& amount(const Amount& value, Qualifier qualifier);
  void end_row();

  const std::string& bytes() const { return bytes_; }
  // Whether nothing has been written.
  bool empty() const { return bytes_.size() == kMark.size(); }

 private:
  static constexpr std::string_view kMark = "\xEF\xBB\xBF";  // byte order mark
  void separate();
  std::string bytes_{kMark};
  bool row_open_ = false;
};

// Adds the rows of `table`, marked or not, with a line of heads if they are the first. Tables with
// the same columns become one.
void add_table(Csv& csv, const Table& table);

// Tables with the same columns as one: a line of heads and the rows of all, marked or not.
Csv csv_of(std::span<const Table> tables);

}  // namespace tablero
