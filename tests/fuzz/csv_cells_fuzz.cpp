// Any texts as cells of a CSV download. However a spreadsheet separates it, no cell begins a
// formula, and read with our own separator every text is there again.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fixtures/chunks.h"
#include "fuzz/fuzz.h"
#include "model/csv.h"

using namespace tablero;

namespace {

std::vector<std::string> cells_of(const std::string& bytes, char separator) {
  CsvReader csv(test::from_memory(bytes), "f.csv", separator);
  std::vector<std::string> cells;
  for (;;) {
    const Result<bool> more = csv.next();
    if (!more.ok() || !more.value()) return cells;
    cells.insert(cells.end(), csv.fields().begin(), csv.fields().end());
  }
}

// The parts of the bytes between separators and line breaks, quotes taken for letters: what is read
// where a quote inside of a cell has no meaning.
std::vector<std::string> raw_cells_of(const std::string& bytes, char separator) {
  std::vector<std::string> cells(1);
  for (const char c : bytes) {
    if (c == separator || c == '\n' || c == '\r') {
      cells.emplace_back();
    } else if (c != '"') {
      cells.back() += c;
    }
  }
  return cells;
}

void promise_harmless(const std::vector<std::string>& cells) {
  for (const std::string& whole : cells) {
    // A spreadsheet may drop white space.
    const std::size_t begin = std::min(whole.find_first_not_of(" \t\r\n\""), whole.size());
    const std::string cell = whole.substr(begin);
    const bool sign = !cell.empty() && std::string_view("=+-@").find(cell[0]) != std::string::npos;
    // Numbers stay numbers: read with another separator, what follows one is in its cell.
    std::string number = cell.substr(0, cell.find_first_of(",;|\t\r\n"));
    // A plus may stand before the digits of one.
    if (number.size() > 1 && number[0] == '+' && number[1] >= '0' && number[1] <= '9') {
      number.erase(0, 1);
    }
    fuzz::promise(!sign || parse_number(number).has_value(), "no cell begins a formula");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::vector<std::string> texts;
  for (const std::string_view text : split(bytes, '\0')) texts.emplace_back(text);
  Csv csv;
  csv.text("a").text("b").end_row();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    csv.text(texts[i]);
    if (i % 2 == 1) csv.end_row();
  }
  csv.end_row();
  const std::string written = csv.bytes().substr(3);  // without the byte order mark
  for (const char separator : {',', ';', '\t', '|'}) {
    promise_harmless(raw_cells_of(written, separator));
    promise_harmless(cells_of(written, separator));
  }
  return 0;
}
