#include "map/segment_layer.h"

namespace tablero {

void SegmentLayer::upload(std::span<const MapSegment> segments, UploadCount* count) {
  array_.bind();
  buffer_.upload(GL_ARRAY_BUFFER, segments.data(), segments.size_bytes(), GL_STATIC_DRAW, count);
  for (GLuint end = 0; end < 2; ++end) {
    glEnableVertexAttribArray(end);
    glVertexAttribDivisor(end, 1);
  }
  point_at(0);
}

// WebGL2 has no base instance: the attributes are pointed at the first segment instead.
void SegmentLayer::point_at(std::uint32_t first) {
  buffer_.bind(GL_ARRAY_BUFFER);
  const std::size_t offset = first * sizeof(MapSegment);
  for (GLuint end = 0; end < 2; ++end) {
    glVertexAttribPointer(end, 2, GL_FLOAT, GL_FALSE, sizeof(MapSegment),
                          buffer_offset(offset + end * sizeof(MapVertex)));
  }
  bound_at_ = first;
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
  const GLint copy_uniform = program->uniform("u_copy");
  for (int copy = camera.first_copy(); copy <= camera.last_copy(); ++copy) {
    glUniform1f(copy_uniform, static_cast<float>(copy));
    // Chunks in sight that follow each other in the buffer are drawn with one call.
    std::uint32_t begin = 0, end = 0;
    const auto flush = [&] {
      if (end == begin) return;
      if (bound_at_ != begin) point_at(begin);
      glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(end - begin));
      ++context.stats.draw_calls;
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
  buffer_.forget();
  array_.forget();
}

}  // namespace tablero
