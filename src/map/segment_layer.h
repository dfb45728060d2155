// GL side of a set of line segments: coast, borders or graticule.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "gpu/buffer.h"
#include "gpu/texture.h"
#include "map/base_map.h"
#include "map/draw_context.h"

namespace tablero {

class SegmentLayer {
 public:
  explicit SegmentLayer(const std::string& name) : records_(name), array_(name) {}

  void upload(std::span<const MapSegment> segments, UploadCount* count);
  bool is_uploaded() const { return records_.id() != 0; }

  // Draws the visible chunks, `width` CSS pixels wide at any zoom.
  void draw(const DrawContext& context, std::span<const SegmentChunk> chunks, const MapColor& color,
            float width);
  void forget();

 private:
  Texture records_;
  VertexArray array_;  // without attributes
};

}  // namespace tablero
