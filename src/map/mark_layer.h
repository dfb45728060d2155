// GL side of the marks: bubbles, and the highlight around some of them.
#pragma once

#include <cstdint>

#include "gpu/buffer.h"
#include "map/draw_context.h"
#include "map/mark_records.h"

namespace tablero {

class MarkLayer {
 public:
  // Uploads only when points.revision() has changed.
  void draw(const DrawContext& context, const MapPoints& points);
  void forget();

 private:
  static void draw_run(const DrawContext& context, const Program& program, std::uint32_t begin,
                       std::uint32_t end);
  static void draw_all(const DrawContext& context, const MapPoints& points, const Program& program);
  static void draw_highlights(const DrawContext& context, const MapPoints& points,
                              const Program& program);

  MarkRecords records_{"marks"};
  VertexArray array_{"marks"};  // without attributes
};

}  // namespace tablero
