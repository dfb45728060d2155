// Any bytes as the gazetteer: once loaded, no question to it may fail.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/fuzz.h"
#include "import/gazetteer.h"

using namespace tablero;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<Gazetteer> loaded = Gazetteer::load(std::string(bytes), "gazetteer.bin");
  if (!loaded.ok()) {
    fuzz::promise_readable(loaded.fault());
    return 0;
  }
  const Gazetteer& g = loaded.value();
  for (std::size_t i = 0; i < g.size(); ++i) {
    const Place p = g.at(i);
    fuzz::promise(g.find_id(p.id) == static_cast<int>(i), "a place is found by its id");
    fuzz::promise(p.lon >= -180 && p.lon <= 180 && p.lat >= -90 && p.lat <= 90,
                  "a place lies on Earth");
    for (const NamedPlace& found : g.find(place_key(p.name))) {
      fuzz::promise(found.place < g.size(), "a name leads to places");
    }
    for (const std::uint32_t around : {p.region_at, p.district_at}) {
      const Region region = g.region_at(around);
      fuzz::promise(around == 0 || g.lies_in(around, around), "a region lies in itself");
      for (const NamedRegion& found : g.find_regions(place_key(region.code))) {
        fuzz::promise(g.region_at(found.region).country.size() == 2, "a name leads to regions");
      }
    }
  }
  g.each_name([&](std::string_view, NamedPlace named) {
    fuzz::promise(named.place < g.size() && named.kind <= NameKind::kShort, "a name is of a place");
  });
  fuzz::promise(!Gazetteer::load(std::string(bytes) + '\0', "gazetteer.bin").ok(),
                "a byte behind the end is a fault");
  return 0;
}
