#include "map/segment_layer.h"

namespace tablero {

void SegmentLayer::upload(std::span<const MapSegment> segments, UploadCount* count) {
  static_assert(sizeof(MapSegment) == 4 * sizeof(float), "line.vert reads this layout");
  records_.set_records(segments.data(), segments.size(), count);
}

void SegmentLayer::draw(const DrawContext& context, std::span<const SegmentChunk> chunks,
                        const MapColor& color, float width) {
  if (chunks.empty() || color.a <= 0 || width <= 0) return;
  const Program* program = context.shaders.use(MapProgram::kLine);
  if (program == nullptr) return;
  const Camera& camera = *context.frame.camera;
  set_view_uniforms(*program, context);
  set_color(*program, "u_color", color);
  glUniform1f(program->uniform("u_half_width"), 0.5f * width * context.frame.pixel_ratio);
  array_.bind();
  records_.bind(0);
  const GLint copy_uniform = program->uniform("u_copy");
  const GLint first_uniform = program->uniform("u_first");
  for (int copy = camera.first_copy(); copy <= camera.last_copy(); ++copy) {
    glUniform1f(copy_uniform, static_cast<float>(copy));
    // Batching: visible chunks that are adjacent in the buffer are drawn with one call.
    std::uint32_t begin = 0, end = 0;
    const auto flush = [&] {
      if (end == begin) return;
      draw_quads(context, first_uniform, begin, end);
    };
    for (const SegmentChunk& chunk : chunks) {
      if (!is_in_view(camera, chunk.bounds, copy)) continue;
      if (chunk.begin != end) {
        flush();
        begin = chunk.begin;
      }
      end = chunk.end;
    }
    flush();
  }
}

void SegmentLayer::forget() {
  records_.forget();
  array_.forget();
}

}  // namespace tablero
