// Any bytes as CSV. The first byte gives the size of the pieces in which they arrive, which must
// not change what is read.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fixtures/chunks.h"
#include "fuzz/fuzz.h"

using namespace tablero;

namespace {

struct Records {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::size_t> lines;
  std::string fault;
  bool operator==(const Records&) const = default;
};

Records read(std::string_view bytes, std::size_t piece) {
  constexpr CsvLimits kLimits{4096, 50};
  CsvReader csv(test::from_memory(std::string(bytes), piece), "f.csv", 0, kLimits);
  Records records;
  for (;;) {
    const Result<bool> more = csv.next();
    if (!more.ok()) {
      fuzz::promise_readable(more.fault());
      records.fault = more.fault().line();
      return records;
    }
    if (!more.value()) return records;
    fuzz::promise(!csv.fields().empty() && csv.fields().size() <= kLimits.columns,
                  "columns within the limit");
    records.lines.push_back(csv.line());
    records.rows.emplace_back();
    for (const std::string_view field : csv.fields()) {
      fuzz::promise(valid_utf8(field), "a field is UTF-8");
      records.rows.back().emplace_back(field);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Records whole = read(bytes, bytes.size() + 1);
  fuzz::promise(read(bytes, 1 + data[0] % 64) == whole, "the pieces do not matter");
  fuzz::promise(std::is_sorted(whole.lines.begin(), whole.lines.end()), "line numbers only grow");
  return 0;
}
