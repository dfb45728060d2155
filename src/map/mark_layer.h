// GL side of the marks: instanced bubbles, and the highlight around some of them.
#pragma once

#include <cstdint>

#include "gpu/buffer.h"
#include "map/draw_context.h"

namespace tablero {

class MarkLayer {
 public:
  // Uploads when points.revision() is not the one at hand.
  void draw(const DrawContext& context, const MapPoints& points);
  void forget();

 private:
  void upload(const MapPoints& points, MapStats* stats);
  void point_at(std::uint32_t first);
  void draw_run(const DrawContext& context, std::uint32_t begin, std::uint32_t end);
  void draw_all(const DrawContext& context, const MapPoints& points, GLint copy_uniform);
  void draw_highlights(const DrawContext& context, const MapPoints& points, const Program& program);

  Buffer buffer_{"marks"};
  VertexArray array_{"marks"};
  std::uint64_t revision_ = 0;
  std::uint32_t bound_at_ = 0;
};

}  // namespace tablero
