// Rows with a look ahead: the first ones are kept, so that the columns can be told apart by their
// answers before the first row is counted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "import/row_source.h"

namespace tablero {

class SampledRows : public RowSource {
 public:
  // At most this much is kept.
  static constexpr std::size_t kMaxRows = 1000, kMaxBytes = 4u << 20;

  explicit SampledRows(RowSource& rows) : rows_(rows) {}

  // Reads the sample. A fault is kept, and next() returns it where it belongs. To be called once,
  // before the first next().
  void look_ahead();
  std::size_t sampled() const { return sample_.size(); }
  // The cells of sampled row `i`.
  std::vector<std::string_view> row(std::size_t i) const;
  // The text of a cell without blanks around it; empty where the row is shorter.
  std::string_view cell(std::size_t i, std::size_t column) const;
  // Goes on with row `i` of the sample.
  void start_at(std::size_t i) { at_ = i; }

  // True: a row. False: the end.
  Result<bool> next() override;
  const std::vector<std::string_view>& fields() const override {
    return from_sample_ ? fields_ : rows_.fields();
  }
  std::size_t line() const override { return from_sample_ ? line_ : rows_.line(); }
  std::size_t converted_fields() const override { return rows_.converted_fields(); }
  std::size_t bytes_read() const override { return rows_.bytes_read(); }

 private:
  struct Row {
    std::size_t line = 0;
    std::vector<std::string> cells;
  };
  RowSource& rows_;
  std::vector<Row> sample_;
  std::size_t at_ = 0;
  bool from_sample_ = false, ended_ = false, failed_ = false;
  Fault fault_;
  std::vector<std::string_view> fields_;
  std::size_t line_ = 0;
};

}  // namespace tablero
