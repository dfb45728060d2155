#include "import/sampled_rows.h"

#include "base/text.h"

namespace tablero {

void SampledRows::look_ahead() {
  std::size_t bytes = 0;
  while (sample_.size() < kMaxRows && bytes < kMaxBytes) {
    const Result<bool> more = rows_.next();
    if (!more.ok()) {
      fault_ = more.fault();
      failed_ = true;
      return;
    }
    if (!more.value()) {
      ended_ = true;
      return;
    }
    Row row{rows_.line(), {rows_.fields().begin(), rows_.fields().end()}};
    for (const std::string& cell : row.cells) bytes += sizeof(std::string) + cell.size();
    sample_.push_back(std::move(row));
  }
}

std::vector<std::string_view> SampledRows::row(std::size_t i) const {
  return {sample_[i].cells.begin(), sample_[i].cells.end()};
}

std::string_view SampledRows::cell(std::size_t i, std::size_t column) const {
  const std::vector<std::string>& cells = sample_[i].cells;
  return column < cells.size() ? trim(cells[column]) : std::string_view();
}

Result<bool> SampledRows::next() {
  from_sample_ = at_ < sample_.size();
  if (from_sample_) {
    fields_ = row(at_);
    line_ = sample_[at_].line;
    ++at_;
    return true;
  }
  if (failed_) return fault_;
  if (ended_) return false;
  return rows_.next();
}

}  // namespace tablero
