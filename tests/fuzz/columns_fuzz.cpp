// Any bytes as the heading of a registration file, and as the map of columns that goes with it: up
// to the first zero byte the map, then a heading per line.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/fuzz.h"
#include "import/columns.h"

using namespace tablero;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t zero = std::min(bytes.find('\0'), size);
  const Result<ImportMap> map = read_import_map(bytes.substr(0, zero), "map.json");
  if (!map.ok()) fuzz::promise_readable(map.fault());
  std::vector<std::string_view> headings;
  for (const std::string_view heading : split(bytes.substr(std::min(zero + 1, size)), '\n')) {
    // The reader of CSV gives nothing else.
    if (valid_utf8(heading) && headings.size() < 1000) headings.push_back(heading);
  }
  const Result<Columns> columns =
      recognise_columns(headings, {}, map.ok() ? map.value() : ImportMap(), "f.csv");
  if (!columns.ok()) {
    fuzz::promise_readable(columns.fault());
    return 0;
  }
  const Columns& c = columns.value();
  const auto sound = [&](const Columns::List& list) {
    return std::all_of(list.begin(), list.end(),
                       [&](int at) { return at >= 0 && at < static_cast<int>(headings.size()); });
  };
  for (const Columns::List& list : c.at)
    fuzz::promise(sound(list), "a role has columns of the file, or none");
  fuzz::promise(sound(c.asked_city) && sound(c.asked_country) && sound(c.asked_place),
                "a question is a column of the file");
  fuzz::promise(c.unknown.size() <= headings.size(), "unknown headings are headings");
  return 0;
}
