// Any bytes as a file of the base map. Without its checksum mended, no change of a file would get
// further than to that.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "fuzz/fuzz.h"
#include "map/base_map.h"
#include "map/mesh_reader.h"

using namespace tablero;

namespace {

constexpr std::size_t kChecksumAt = 4, kBody = 8;

void promise_sound(const BaseMap& map) {
  fuzz::promise(map.vertex_country.size() == map.vertices.size(), "each vertex has a country");
  for (const std::uint32_t vertex : map.triangles) {
    fuzz::promise(vertex < map.vertices.size(), "triangles are made of vertices");
  }
  for (const std::uint16_t country : map.vertex_country) {
    fuzz::promise(country < map.countries.size(), "a vertex belongs to a country");
  }
  for (const MapCountry& c : map.countries) {
    fuzz::promise(c.index_begin <= c.index_end && c.index_end <= map.triangles.size(),
                  "a country has triangles of the map");
  }
  for (const SegmentChunk& c : map.coast_chunks) {
    fuzz::promise(c.begin <= c.end && c.end <= map.coast.size(), "a chunk has lines of the coast");
  }
  for (const SegmentChunk& c : map.border_chunks) {
    fuzz::promise(c.begin <= c.end && c.end <= map.borders.size(), "a chunk has borders");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (size > kBody) {
    const std::uint32_t sum = hash_more(kHashStart, std::string_view(bytes).substr(kBody));
    for (unsigned i = 0; i < 4; ++i) bytes[kChecksumAt + i] = static_cast<char>(sum >> (8 * i));
  }
  const Result<BaseMap> map = decode_base_map(bytes, "110m.bin");
  if (map.ok()) {
    promise_sound(map.value());
    (void)map.value().country_at({0.5, 0.5});
  } else {
    fuzz::promise_readable(map.fault());
  }
  const Result<BaseMap> longer = decode_base_map(bytes + '\0', "110m.bin");
  fuzz::promise(!longer.ok(), "a byte behind the end is a fault");
  return 0;
}
