#include "map/draw_context.h"

#include <cmath>
#include <numbers>

namespace tablero {

namespace {
constexpr double kEdgePixels = 64;  // margin for lines and bubbles that overlap the edge
}

void set_view_uniforms(const Program& program, const DrawContext& context, double scale) {
  const Camera& camera = *context.frame.camera;
  const double pixel_ratio = static_cast<double>(context.frame.pixel_ratio) * scale;
  const WorldPoint center = camera.world_center();
  const double x = center.x - 0.5, y = center.y - 0.5;
  const auto x_high = static_cast<float>(x), y_high = static_cast<float>(y);
  glUniform4f(program.uniform("u_center"), x_high, y_high, static_cast<float>(x - x_high),
              static_cast<float>(y - y_high));
  glUniform1f(program.uniform("u_world"), static_cast<float>(camera.world_size() * pixel_ratio));
  // The actual size of the target, not the camera's, because a viewport is rounded to whole pixels.
  glUniform2f(program.uniform("u_clip"), static_cast<float>(2 / (context.width * scale)),
              static_cast<float>(2 / (context.height * scale)));
  if (camera.morph() == 0) return;
  const double latitude = camera.center().lat * std::numbers::pi / 180;
  glUniform1f(program.uniform("u_morph"), static_cast<float>(camera.morph()));
  glUniform3f(program.uniform("u_globe"), static_cast<float>(std::sin(latitude)),
              static_cast<float>(std::cos(latitude)),
              static_cast<float>(camera.globe_radius() * pixel_ratio));
}

void set_color(const Program& program, std::string_view name, const MapColor& color) {
  glUniform4f(program.uniform(name), color.r, color.g, color.b, color.a);
}

void draw_quads(const DrawContext& context, GLint first, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kQuadVertices = 6;
  glUniform1i(first, static_cast<GLint>(begin));
  glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>((end - begin) * kQuadVertices));
  ++context.stats.draw_calls;
}

void bind_frame(const MapFrame& frame) {
  glBindFramebuffer(GL_FRAMEBUFFER, frame.target);
  const PixelRect& view = frame.viewport;
  const PixelRect& clip = frame.clip.width > 0 && frame.clip.height > 0 ? frame.clip : view;
  glViewport(view.x, view.y, view.width, view.height);
  glEnable(GL_SCISSOR_TEST);
  glScissor(clip.x, clip.y, clip.width, clip.height);
  // The target stays opaque: alpha accumulates (factor ONE).
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

bool is_in_view(const Camera& camera, const WorldBounds& bounds, int copy) {
  if (camera.morph() > 0) return true;
  const WorldPoint low = camera.world_at({-kEdgePixels, -kEdgePixels});
  const WorldPoint high =
      camera.world_at({camera.width() + kEdgePixels, camera.height() + kEdgePixels});
  return bounds.max.x + copy >= low.x && bounds.min.x + copy <= high.x && bounds.max.y >= low.y &&
         bounds.min.y <= high.y;
}

}  // namespace tablero
