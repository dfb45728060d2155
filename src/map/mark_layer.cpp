#include "map/mark_layer.h"

#include <algorithm>
#include <cstddef>

namespace tablero {

namespace {
constexpr float kRingWidth = 1.25f;       // CSS pixels, inside the mark's edge
constexpr float kHighlightWidth = 2.25f;  // CSS pixels, outside
constexpr float kHollowFill = 0.25f;      // share of the fill's alpha that hollow marks keep
constexpr float kSoftEdge = 1.5f;         // device pixels
}  // namespace

void MarkLayer::upload(const MapPoints& points, MapStats* stats) {
  array_.bind();
  const auto instances = points.instances();
  buffer_.upload(GL_ARRAY_BUFFER, instances.data(), instances.size_bytes(), GL_DYNAMIC_DRAW,
                 &stats->uploads);
  for (GLuint i = 0; i < 3; ++i) {
    glEnableVertexAttribArray(i);
    glVertexAttribDivisor(i, 1);
  }
  point_at(0);
  revision_ = points.revision();
}

// WebGL2 has no base instance: the attributes are pointed at the first mark instead.
void MarkLayer::point_at(std::uint32_t first) {
  buffer_.bind(GL_ARRAY_BUFFER);
  const std::size_t base = first * sizeof(MarkInstance);
  constexpr GLsizei kStride = sizeof(MarkInstance);
  const auto at = [base](std::size_t offset) { return buffer_offset(base + offset); };
  glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, kStride, at(offsetof(MarkInstance, from_x)));
  glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, kStride, at(offsetof(MarkInstance, from_radius)));
  glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_FALSE, kStride,
                        at(offsetof(MarkInstance, color)));
  bound_at_ = first;
}

void MarkLayer::draw_run(const DrawContext& context, std::uint32_t begin, std::uint32_t end) {
  if (begin == end) return;
  if (bound_at_ != begin) point_at(begin);
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(end - begin));
  ++context.stats.draw_calls;
  context.stats.marks += end - begin;
}

void MarkLayer::draw_all(const DrawContext& context, const MapPoints& points, GLint copy_uniform) {
  const Camera& camera = *context.frame.camera;
  for (int copy = camera.first_copy(); copy <= camera.last_copy(); ++copy) {
    glUniform1f(copy_uniform, static_cast<float>(copy));
    if (points.chunks().empty()) {
      draw_run(context, 0, static_cast<std::uint32_t>(points.instances().size()));
      continue;
    }
    std::uint32_t begin = 0, end = 0;
    for (const MarkChunk& chunk : points.chunks()) {
      if (!is_in_view(camera, chunk.bounds, copy)) continue;
      if (chunk.begin != end) {
        draw_run(context, begin, end);
        begin = chunk.begin;
      }
      end = chunk.end;
    }
    draw_run(context, begin, end);
    // Marks on their way out follow behind the chunks.
    draw_run(context, static_cast<std::uint32_t>(points.marks().size()),
             static_cast<std::uint32_t>(points.instances().size()));
  }
}

void MarkLayer::draw_highlights(const DrawContext& context, const MapPoints& points,
                                const Program& program) {
  const MapFrame& frame = context.frame;
  if (frame.hovered_mark == 0 && frame.selected_marks.empty()) return;
  glUniform1f(program.uniform("u_highlight"), 1);
  glUniform1f(program.uniform("u_ring_width"), kHighlightWidth * frame.pixel_ratio);
  glUniform1f(program.uniform("u_outset"), kHighlightWidth * frame.pixel_ratio + 1 + kSoftEdge);
  set_color(program, "u_ring", frame.colors.mark_highlight);
  const auto is_highlighted = [&frame](std::uint32_t key) {
    return key == frame.hovered_mark ||
           std::find(frame.selected_marks.begin(), frame.selected_marks.end(), key) !=
               frame.selected_marks.end();
  };
  const auto marks = points.marks();
  const GLint copy_uniform = program.uniform("u_copy");
  for (std::uint32_t i = 0; i < marks.size(); ++i) {
    if (!is_highlighted(marks[i].key)) continue;
    for (int copy = frame.camera->first_copy(); copy <= frame.camera->last_copy(); ++copy) {
      glUniform1f(copy_uniform, static_cast<float>(copy));
      draw_run(context, i, i + 1);
    }
  }
}

void MarkLayer::draw(const DrawContext& context, const MapPoints& points) {
  if (points.instances().empty()) return;
  const Program* program = context.shaders.use(MapProgram::kBubble);
  if (program == nullptr) return;
  if (revision_ != points.revision() || buffer_.id() == 0) upload(points, &context.stats);
  const MapFrame& frame = context.frame;
  array_.bind();
  set_view_uniforms(*program, context);
  glUniform1f(program->uniform("u_phase"), points.phase());
  glUniform1f(program->uniform("u_pixel_ratio"), frame.pixel_ratio);
  glUniform1f(program->uniform("u_outset"), kSoftEdge);
  static_assert(sizeof(MapColor) == 4 * sizeof(float));
  glUniform4fv(program->uniform("u_series"), static_cast<GLsizei>(frame.colors.series.size()),
               &frame.colors.series[0].r);
  set_color(*program, "u_ring", frame.colors.mark_ring);
  glUniform1f(program->uniform("u_ring_width"), kRingWidth * frame.pixel_ratio);
  glUniform1f(program->uniform("u_highlight"), 0);
  glUniform1f(program->uniform("u_hollow_fill"), kHollowFill);
  draw_all(context, points, program->uniform("u_copy"));
  draw_highlights(context, points, *program);
}

void MarkLayer::forget() {
  buffer_.forget();
  array_.forget();
  revision_ = 0;
}

}  // namespace tablero
