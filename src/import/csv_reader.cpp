#include "import/csv_reader.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"
#include "import/file_kind.h"
#include "import/unicode.h"

namespace tablero {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LeMark = "\xFF\xFE";
constexpr std::string_view kUtf16BeMark = "\xFE\xFF";
constexpr std::string_view kSeparators = ",;\t|";
constexpr std::size_t kSampleBytes = 1u << 16;
constexpr int kSampleRecords = 30;
constexpr std::size_t kColumnsApart = 10'000;
constexpr std::size_t kUsedUp = 1u << 16;

// Number of columns of each of the first records of `sample` under `separator`. A record that the
// sample cuts off is left out unless the sample is the whole file.
std::vector<std::size_t> column_counts(std::string_view sample, char separator, bool whole) {
  std::vector<std::size_t> counts;
  std::size_t columns = 1;
  bool quoted = false, field_start = true, empty = true;
  for (std::size_t i = 0; i < sample.size() && counts.size() < kSampleRecords; ++i) {
    const char c = sample[i];
    if (quoted) {
      if (c == '"') quoted = false;
    } else if (c == '"' && (field_start || (i > 0 && sample[i - 1] == '"'))) {
      quoted = true;
      empty = false;
    } else if (c == separator) {
      ++columns;
      field_start = true;
      empty = false;
      continue;
    } else if (c == '\n' || c == '\r') {
      if (!empty) counts.push_back(columns);
      columns = 1;
      field_start = empty = true;
      continue;
    } else {
      empty = false;
    }
    field_start = false;
  }
  if (whole && !empty && !quoted && counts.size() < kSampleRecords) counts.push_back(columns);
  return counts;
}

// Score of `separator` on the sample: how many records have the most frequent number of columns,
// and among equals how many columns these are. A title above the heading does not count.
std::size_t fit(std::string_view sample, char separator, bool whole) {
  const std::vector<std::size_t> counts = column_counts(sample, separator, whole);
  std::size_t best = 0;
  for (const std::size_t columns : counts) {
    if (columns < 2) continue;
    const auto same = std::count(counts.begin(), counts.end(), columns);
    best = std::max(best, static_cast<std::size_t>(same) * kColumnsApart +
                              std::min(columns, kColumnsApart - 1));
  }
  return best;
}

}  // namespace

CsvReader::CsvReader(ReadChunk read, std::string_view file, char separator, CsvLimits limits)
    : read_(std::move(read)), file_(file), limits_(limits), separator_(separator) {}

bool CsvReader::fill() {
  if (ended_) return false;
  if (at_ > kUsedUp) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  const std::size_t before = buffer_.size();
  if (encoding_ == Encoding::bytes) {
    ended_ = !read_(buffer_);
    bytes_read_ += buffer_.size() - before;
  } else {
    std::string bytes;
    ended_ = !read_(bytes);
    bytes_read_ += bytes.size();
    take_utf16(bytes);
  }
  return buffer_.size() > before || !ended_;
}

void CsvReader::take_utf16(std::string_view bytes) {
  pending_.append(bytes);
  const std::size_t used = append_utf16(buffer_, pending_, encoding_ == Encoding::utf16_be, ended_);
  pending_.erase(0, used);
}

// Looks at the first bytes: kind of file, byte order mark, "sep=" line, separator.
Result<void> CsvReader::prepare() {
  prepared_ = true;
  while (buffer_.size() < kSampleBytes && fill()) {
  }
  const FileKindName kind = file_kind(buffer_);
  if (kind.kind != FileKind::kText) return Fault{file_, "", "a CSV file", std::string(kind.found)};
  const std::string_view start(buffer_);
  if (start.substr(0, 3) == kUtf8Mark) {
    at_ = 3;
  } else if (start.substr(0, 2) == kUtf16LeMark || start.substr(0, 2) == kUtf16BeMark) {
    encoding_ = start.substr(0, 2) == kUtf16BeMark ? Encoding::utf16_be : Encoding::utf16_le;
    const std::string bytes = std::exchange(buffer_, {}).substr(2);
    take_utf16(bytes);
  }
  skip_separator_line();
  if (separator_ == 0) recognise_separator();
  return {};
}

// Excel's "sep=;" line above the heading.
void CsvReader::skip_separator_line() {
  const std::string_view rest = std::string_view(buffer_).substr(at_);
  if (rest.size() < 6 || rest.substr(0, 4) != "sep=" || (rest[5] != '\r' && rest[5] != '\n'))
    return;
  if (kSeparators.find(rest[4]) == std::string_view::npos) return;
  if (separator_ == 0) separator_ = rest[4];
  at_ += 5;
  take_line_end();
}

void CsvReader::recognise_separator() {
  const std::string_view sample = std::string_view(buffer_).substr(at_, kSampleBytes);
  const bool whole = ended_ && sample.size() == buffer_.size() - at_;
  std::size_t best = 0;
  separator_ = ',';
  for (const char candidate : kSeparators) {
    const std::size_t score = fit(sample, candidate, whole);
    if (score > best) {
      best = score;
      separator_ = candidate;
    }
  }
}

// The next byte without consuming it; -1 at the end.
int CsvReader::peek() {
  while (at_ >= buffer_.size()) {
    if (!fill() && at_ >= buffer_.size()) return -1;
  }
  return static_cast<unsigned char>(buffer_[at_]);
}

// Consumes CR LF, CR or LF.
bool CsvReader::take_line_end() {
  const int c = peek();
  if (c != '\r' && c != '\n') return false;
  ++at_;
  if (c == '\r' && peek() == '\n') ++at_;
  ++line_;
  return true;
}

Fault CsvReader::too_large() const {
  return {file_, "line " + std::to_string(record_line_),
          "a record of at most " + std::to_string(limits_.record_bytes >> 10) + " KB and " +
              std::to_string(limits_.columns) + " columns",
          "a larger one (is a closing quote missing?)"};
}

// Moves bytes from the buffer to the record up to the next one that `special` is true for. False
// when the record becomes too large.
template <class Special>
bool CsvReader::take_run(Special special) {
  const std::size_t begin = at_;
  while (at_ < buffer_.size() && !special(buffer_[at_])) ++at_;
  if (record_.size() + (at_ - begin) > limits_.record_bytes) return false;
  record_.append(buffer_, begin, at_ - begin);
  return true;
}

// After an opening quote: up to the closing one. Text that follows it before the separator is kept
// as it is.
Result<CsvReader::Stop> CsvReader::read_quoted() {
  const auto special = [](char c) { return c == '"' || c == '\n' || c == '\r' || c == '\0'; };
  for (;;) {
    const int c = peek();
    if (c < 0) {
      return Fault{file_, "line " + std::to_string(record_line_), "a closing quote",
                   "the end of the file"};
    }
    if (!special(static_cast<char>(c))) {
      if (!take_run(special)) return too_large();
      continue;
    }
    ++at_;
    if (c == '"') {
      if (peek() != '"') return read_field();
      ++at_;
    } else if (c == '\n' || (c == '\r' && peek() != '\n')) {
      ++line_;
    }
    if (record_.size() >= limits_.record_bytes) return too_large();
    if (c != 0) record_ += static_cast<char>(c);
  }
}

// The rest of a field up to a separator, the end of the line or of the file.
Result<CsvReader::Stop> CsvReader::read_field() {
  const auto special = [this](char c) {
    return c == separator_ || c == '\n' || c == '\r' || c == '\0';
  };
  for (;;) {
    const int c = peek();
    if (c < 0) return Stop::end;
    if (!special(static_cast<char>(c))) {
      if (!take_run(special)) return too_large();
    } else if (take_line_end()) {
      return Stop::line;
    } else {
      ++at_;
      if (c != 0) return Stop::separator;
    }
  }
}

Result<void> CsvReader::read_record() {
  record_.clear();
  spans_.clear();
  record_line_ = line_;
  for (Stop stop = Stop::separator; stop == Stop::separator;) {
    const std::size_t begin = record_.size();
    const bool quoted = peek() == '"';
    if (quoted) ++at_;
    const Result<Stop> field = quoted ? read_quoted() : read_field();
    if (!field.ok()) return field.fault();
    stop = field.value();
    if (spans_.size() >= limits_.columns) return too_large();
    spans_.push_back({begin, record_.size()});
  }
  return {};
}

void CsvReader::finish_fields() {
  fields_.clear();
  converted_fields_.clear();
  converted_fields_.reserve(spans_.size());
  for (const Span& span : spans_) {
    const std::string_view text =
        std::string_view(record_).substr(span.begin, span.end - span.begin);
    if (valid_utf8(text)) {
      fields_.push_back(text);
      continue;
    }
    ++converted_;
    converted_fields_.push_back(from_windows_1252(text));
    fields_.push_back(converted_fields_.back());
  }
}

Result<bool> CsvReader::next() {
  if (!prepared_) {
    const Result<void> start = prepare();
    if (!start.ok()) return start.fault();
  }
  for (;;) {
    if (peek() < 0) return false;
    const Result<void> record = read_record();
    if (!record.ok()) return record.fault();
    if (spans_.size() > 1 || !trim(record_).empty()) break;
  }
  finish_fields();
  return true;
}

std::string from_windows_1252(std::string_view bytes) {
  // U+0080 to U+009F of the code page; the five unused bytes stay control characters.
  static constexpr std::array<char32_t, 32> kUpper = {
      0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
      0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(out, byte >= 0x80 && byte < 0xA0 ? kUpper[byte - 0x80] : byte);
  }
  return out;
}

}  // namespace tablero
