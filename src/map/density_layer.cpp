#include "map/density_layer.h"

#include <algorithm>

#include "map/density_bins.h"

namespace tablero {

namespace {
constexpr double kCoarser = 0.5;  // target pixels per device pixel: enough for smooth kernels
}  // namespace

bool DensityLayer::bind_target(const DrawContext& context) {
  width_ = std::max(1, static_cast<int>(context.width * kCoarser));
  height_ = std::max(1, static_cast<int>(context.height * kCoarser));
  if (target_.bind(width_, height_, format_, true)) return true;
  // Fallback without float render targets: eight bits are coarse, but still show the dense areas.
  format_ = TextureFormat::kRgba8;
  return target_.bind(width_, height_, format_, true);
}

void DensityLayer::add_splats(const DrawContext& context, const MapPoints& points,
                              const Program& program) {
  glViewport(0, 0, width_, height_);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(0, 0, 0, 0);
  glClear(GL_COLOR_BUFFER_BIT);
  glBlendFunc(GL_ONE, GL_ONE);
  empty_.bind();
  records_.bind(points, &context.stats);
  set_view_uniforms(program, context, kCoarser);
  const double reach = kDensityReach * static_cast<double>(context.frame.pixel_ratio) * kCoarser;
  glUniform1f(program.uniform("u_reach"), static_cast<float>(reach));
  const Camera& camera = *context.frame.camera;
  glUniform1f(program.uniform("u_gain"),
              static_cast<float>(1 / points.peak_density(camera.zoom())));
  for (int copy = camera.first_copy(); copy <= camera.last_copy(); ++copy) {
    glUniform1f(program.uniform("u_copy"), static_cast<float>(copy));
    draw_quads(context, program.uniform("u_first"), 0,
               static_cast<std::uint32_t>(points.instances().size()));
  }
}

void DensityLayer::draw(const DrawContext& context, const MapPoints& points) {
  if (points.instances().empty()) return;
  const Program* splat = context.shaders.use(MapProgram::kDensitySplat);
  if (splat == nullptr) return;
  glActiveTexture(GL_TEXTURE0);
  const bool can_draw = bind_target(context);
  if (can_draw) add_splats(context, points, *splat);
  const MapFrame& frame = context.frame;
  bind_frame(frame);
  if (!can_draw) return;
  const Program* program = context.shaders.use(MapProgram::kDensity);
  if (program == nullptr) return;
  target_.color().bind(0);
  glUniform1i(program->uniform("u_density"), 0);
  glUniform4fv(program->uniform("u_ramp"), static_cast<GLsizei>(frame.colors.density.size()),
               &frame.colors.density[0].r);
  empty_.bind();
  glDrawArrays(GL_TRIANGLES, 0, 3);
  ++context.stats.draw_calls;
}

void DensityLayer::forget() {
  records_.forget();
  empty_.forget();
  target_.forget();
}

}  // namespace tablero
