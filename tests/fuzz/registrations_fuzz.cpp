// Any bytes as a registration file, to the end of the import: what is published must hold the
// threshold and pass the loaders.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data/cities.h"
#include "data/countries.h"
#include "fixtures/chunks.h"
#include "fuzz/fuzz.h"
#include "import/registrations.h"

using namespace tablero;

namespace {

struct World {
  Gazetteer gazetteer;
  PlaceFinder finder;
};

const World& world() {
  static const World* made = [] {
    const std::string data = TABLERO_DATA_DIR;
    auto gazetteer =
        Gazetteer::load(fuzz::file_text(TABLERO_ASSET_DIR "/gazetteer.bin"), "gazetteer.bin");
    static const auto countries =
        load_countries(fuzz::file_text(data + "/countries.json"), "countries.json");
    static const Gazetteer kept = std::move(gazetteer.value());
    return new World{kept, PlaceFinder(kept, countries.value())};
  }();
  return *made;
}

// Nothing that the report lists may be an address.
void promise_private(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    fuzz::promise(valid_utf8(text), "a text of the report is UTF-8");
    fuzz::promise(text.find('@') == std::string::npos, "no address in the report");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  CsvReader csv(test::from_memory({reinterpret_cast<const char*>(data), size}), "f.csv");
  const auto people = read_registrations(csv, "f.csv", world().gazetteer, world().finder,
                                         ImportMap(), {1, 2}, [](std::size_t) {});
  if (!people.ok()) {
    fuzz::promise_readable(people.fault());
    return 0;
  }
  const Registrations& r = people.value();
  int sum = 0;
  for (const PlaceCount& place : r.places) sum += place.people;
  fuzz::promise(sum == r.people, "everybody is somewhere");
  fuzz::promise(static_cast<std::size_t>(r.people) <= r.report.rows * 1000,
                "people come from rows");
  promise_private(r.report.unplaced_texts);
  return 0;
}
