#include "map/segment_chunks.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/list.h"
#include "base/sort.h"

namespace tablero {

namespace {

constexpr std::size_t kPiece = 64;   // consecutive segments that stay together
constexpr std::size_t kChunk = 512;  // segments that are culled as one

void extend(WorldBounds* bounds, const MapVertex& v) {
  const WorldPoint p{static_cast<double>(v.x) + 0.5, static_cast<double>(v.y) + 0.5};
  if (bounds->empty()) {
    bounds->min = bounds->max = p;
    return;
  }
  bounds->min = {std::min(bounds->min.x, p.x), std::min(bounds->min.y, p.y)};
  bounds->max = {std::max(bounds->max.x, p.x), std::max(bounds->max.y, p.y)};
}

// Position of a place along a Morton curve (Z-order) of 10 + 10 bits.
std::uint32_t curve_position(const MapVertex& v) {
  const auto cell = [](float value) {
    return static_cast<std::uint32_t>(std::clamp((value + 0.5f) * 1024.0f, 0.0f, 1023.0f));
  };
  const std::uint32_t x = cell(v.x), y = cell(v.y);
  std::uint32_t code = 0;
  for (unsigned bit = 0; bit < 10; ++bit) {
    code |= ((x >> bit) & 1u) << (2 * bit) | ((y >> bit) & 1u) << (2 * bit + 1);
  }
  return code;
}

}  // namespace

WorldBounds bounds_of_vertices(std::span<const MapVertex> vertices) {
  WorldBounds bounds;
  for (const MapVertex& v : vertices) extend(&bounds, v);
  return bounds;
}

List<SegmentChunk> chunk_segments(List<MapSegment>* segments) {
  struct Piece {
    std::size_t begin, end;
    std::uint32_t code;
  };
  List<Piece> pieces;
  for (std::size_t i = 0; i < segments->size();) {
    std::size_t end = i + 1;
    const auto follows = [&](std::size_t k) {
      const MapVertex &a = (*segments)[k - 1].b, &b = (*segments)[k].a;
      return a.x == b.x && a.y == b.y;
    };
    while (end < segments->size() && end - i < kPiece && follows(end)) ++end;
    pieces.push_back({i, end, curve_position((*segments)[i].a)});
    i = end;
  }
  sort(pieces, [](const Piece& a, const Piece& b) { return a.code < b.code; });
  List<MapSegment> sorted;
  sorted.reserve(segments->size());
  List<SegmentChunk> chunks;
  for (const Piece& piece : pieces) {
    if (chunks.empty() || chunks.back().end - chunks.back().begin >= kChunk) {
      const auto at = static_cast<std::uint32_t>(sorted.size());
      chunks.push_back({at, at, {}});
    }
    for (std::size_t i = piece.begin; i < piece.end; ++i) {
      sorted.push_back((*segments)[i]);
      extend(&chunks.back().bounds, (*segments)[i].a);
      extend(&chunks.back().bounds, (*segments)[i].b);
    }
    chunks.back().end = static_cast<std::uint32_t>(sorted.size());
  }
  *segments = std::move(sorted);
  return chunks;
}

}  // namespace tablero
