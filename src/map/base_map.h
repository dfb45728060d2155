// The base map: countries as triangles, coast and borders as line segments, decoded from the
// compact files that web/build/basemap.mjs makes of Natural Earth.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "geo/bounds.h"

namespace tablero {

// A vertex or end of a line: Mercator minus 1/2, so that float keeps 2^-26 of the world (1/64 CSS
// pixel at zoom 12). x may leave [-0.5, 0.5) where a country crosses the antimeridian: copies of
// the world are drawn side by side, so nothing is cut there. y > 0.5 is land south of 85.05 S.
struct MapVertex {
  float x, y;
};

struct MapSegment {
  MapVertex a, b;
};

// A run of segments that are close together, for culling.
struct SegmentChunk {
  std::uint32_t begin = 0, end = 0;  // in BaseMap::coast or BaseMap::borders
  WorldBounds bounds;
};

struct MapCountry {
  char iso2[3] = "";  // ISO 3166-1 alpha-2; empty where the source has no code (drawn as land)
  std::uint32_t index_begin = 0, index_end = 0;  // in BaseMap::triangles
  WorldBounds bounds;                            // max.x may exceed 1, min.x may be below 0
  WorldPoint label;         // pole of inaccessibility of its largest part: farthest from any border
  double label_radius = 0;  // distance from there to the border, world units
};

struct BaseMap {
  List<MapVertex> vertices;
  List<std::uint16_t> vertex_country;  // of each vertex, index into countries
  List<std::uint32_t> triangles;       // 3 vertex numbers each, grouped by country
  // Each edge of the map once; none along the antimeridian or the pole.
  List<MapSegment> coast, borders;
  List<SegmentChunk> coast_chunks, border_chunks;
  List<MapCountry> countries;

  // Index of a country by alpha-2 code, -1 if it is not on the map (small ones are not at 1:110m).
  int find(std::string_view iso2) const;
  // Index of the country at a place, -1 on water. O(countries + triangles of those around `p`).
  int country_at(const WorldPoint& p) const;
};

// Where the page has the base maps, by detail (see MapRenderer). web/build/basemap.mjs writes them.
inline constexpr std::array<const char*, 2> kBaseMapFiles = {"map/110m.bin", "map/50m.bin"};

// Reads `bytes`; `file` names them in a Fault. The checksum is verified first, and every count and
// index before it is used: a corrupt file is a Fault, never a crash or a huge allocation.
Result<BaseMap> decode_base_map(std::string_view bytes, std::string_view file);

}  // namespace tablero
