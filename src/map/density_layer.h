// GL side of the density (heat map): kernels accumulated in a float target, then colored by a ramp.
#pragma once

#include <cstdint>

#include "gpu/buffer.h"
#include "gpu/texture.h"
#include "map/draw_context.h"
#include "map/mark_records.h"

namespace tablero {

class DensityLayer {
 public:
  void draw(const DrawContext& context, const MapPoints& points);
  void forget();

 private:
  bool bind_target(const DrawContext& context);
  void add_splats(const DrawContext& context, const MapPoints& points, const Program& program);

  MarkRecords records_{"density splats"};
  VertexArray empty_{"screen"};
  Framebuffer target_{"density"};
  TextureFormat format_ = TextureFormat::kRgba16F;
  int width_ = 0, height_ = 0;
};

}  // namespace tablero
