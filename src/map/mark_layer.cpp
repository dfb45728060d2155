#include "map/mark_layer.h"

#include <algorithm>

namespace tablero {

namespace {
constexpr float kRingWidth = 1.25f;       // CSS pixels, inside the mark's edge
constexpr float kHighlightWidth = 2.25f;  // CSS pixels, outside
constexpr float kHollowFill = 0.25f;      // share of the fill's alpha that hollow marks keep
constexpr float kSoftEdge = 1.5f;         // device pixels
}  // namespace

void MarkLayer::draw_run(const DrawContext& context, const Program& program, std::uint32_t begin,
                         std::uint32_t end) {
  if (begin == end) return;
  draw_quads(context, program.uniform("u_first"), begin, end);
  context.stats.marks += end - begin;
}

void MarkLayer::draw_all(const DrawContext& context, const MapPoints& points,
                         const Program& program) {
  const Camera& camera = *context.frame.camera;
  for (int copy = camera.first_copy(); copy <= camera.last_copy(); ++copy) {
    glUniform1f(program.uniform("u_copy"), static_cast<float>(copy));
    if (points.chunks().empty()) {
      draw_run(context, program, 0, static_cast<std::uint32_t>(points.instances().size()));
      continue;
    }
    std::uint32_t begin = 0, end = 0;
    for (const MarkChunk& chunk : points.chunks()) {
      if (!is_in_view(camera, chunk.bounds, copy)) continue;
      if (chunk.begin != end) {
        draw_run(context, program, begin, end);
        begin = chunk.begin;
      }
      end = chunk.end;
    }
    draw_run(context, program, begin, end);
    // Leaving marks follow after the chunks.
    draw_run(context, program, static_cast<std::uint32_t>(points.marks().size()),
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
      draw_run(context, program, i, i + 1);
    }
  }
}

void MarkLayer::draw(const DrawContext& context, const MapPoints& points) {
  if (points.instances().empty()) return;
  const Program* program = context.shaders.use(MapProgram::kBubble);
  if (program == nullptr) return;
  records_.bind(points, &context.stats);
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
  draw_all(context, points, *program);
  draw_highlights(context, points, *program);
}

void MarkLayer::forget() {
  records_.forget();
  array_.forget();
}

}  // namespace tablero
