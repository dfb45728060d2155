#include "map/graticule.h"

#include "map/segment_chunks.h"

namespace tablero {

namespace {

constexpr int kStep = 15, kPiece = 3;  // degrees between lines, degrees of a piece
constexpr int kMaxParallel = 75, kMaxMeridian = 81;

MapVertex vertex(int lon, int lat) {
  const WorldPoint p = to_world({static_cast<double>(lon), static_cast<double>(lat)});
  return {static_cast<float>(p.x - 0.5), static_cast<float>(p.y - 0.5)};
}

}  // namespace

Graticule make_graticule() {
  Graticule g;
  for (int lat = -kMaxParallel; lat <= kMaxParallel; lat += kStep) {
    for (int lon = -180; lon < 180; lon += kPiece) {
      g.segments.push_back({vertex(lon, lat), vertex(lon + kPiece, lat)});
    }
  }
  for (int lon = -180; lon < 180; lon += kStep) {
    for (int lat = -kMaxMeridian; lat < kMaxMeridian; lat += kPiece) {
      g.segments.push_back({vertex(lon, lat), vertex(lon, lat + kPiece)});
    }
  }
  g.chunks = chunk_segments(&g.segments);
  return g;
}

}  // namespace tablero
