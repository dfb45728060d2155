#include "map/ground.h"

#include <algorithm>
#include <utility>

namespace tablero {

namespace {
constexpr double kFadeTime = 0.25;       // seconds of the crossfade between details
constexpr double kDetailSlack = 0.1;     // hysteresis: zoom below kDetailZoom
constexpr float kGraticuleWidth = 0.6f;  // CSS pixels

// `context` for drawing into an off-screen picture of the map's rectangle instead of the frame.
DrawContext into_picture(const DrawContext& context) {
  return {context.frame, context.shaders, context.stats, context.width, context.height, 0, 0};
}

// Makes `picture` the render target; false if it cannot be created.
bool bind_picture(const DrawContext& context, Framebuffer* picture) {
  glActiveTexture(GL_TEXTURE0);
  if (!picture->bind(context.width, context.height, TextureFormat::kRgba8, false)) return false;
  glViewport(0, 0, context.width, context.height);
  glDisable(GL_SCISSOR_TEST);
  return true;
}

}  // namespace

void Ground::set_map(int detail, std::shared_ptr<const BaseMap> map) {
  BaseLayer& layer = layers_[detail > 0 ? 1 : 0];
  layer.set_map(std::move(map));
  layer.set_fills(fills_);
  is_painted_ = false;
}

std::size_t Ground::set_fills(List<NamedFill> fills) {
  fills_ = std::move(fills);
  is_painted_ = false;
  const std::size_t coarse = layers_[0].set_fills(fills_);
  const std::size_t fine = layers_[1].set_fills(fills_);
  return has_detail() ? fine : coarse;
}

const BaseLayer* Ground::layer_at(double zoom) const {
  const bool fine =
      has_detail() && (zoom >= MapRenderer::kDetailZoom || layers_[0].map() == nullptr);
  return &layers_[fine ? 1 : 0];
}

// Advances the crossfade. True while it runs.
bool Ground::step_fade(const MapFrame& frame) {
  const double zoom = frame.camera->zoom();
  double target = layer_at(zoom) == &layers_[1] ? 1 : 0;
  const bool near = has_detail() && zoom > MapRenderer::kDetailZoom - kDetailSlack;
  if (fade_ == 1 && near) target = 1;
  if (!has_drawn_ || frame.reduced_motion || layers_[0].map() == nullptr) {
    fade_ = target;
    return false;
  }
  const double step = std::clamp(frame.dt, 0.0, 0.1) / kFadeTime;
  fade_ = target > fade_ ? std::min(target, fade_ + step) : std::max(target, fade_ - step);
  return fade_ != target;
}

void Ground::draw_water(const DrawContext& context) {
  const MapFrame& frame = context.frame;
  const bool flat = frame.camera->morph() == 0;
  const MapColor& back = flat ? frame.colors.ocean : frame.colors.space;
  glClearColor(back.r, back.g, back.b, back.a);
  glClear(GL_COLOR_BUFFER_BIT);
  if (flat) return;
  const Program* program = context.shaders.use(MapProgram::kDisc);
  if (program == nullptr) return;
  set_view_uniforms(*program, context);
  set_color(*program, "u_color", frame.colors.ocean);
  glUniform2f(program->uniform("u_half"), static_cast<float>(context.width) / 2,
              static_cast<float>(context.height) / 2);
  empty_.bind();
  glDrawArrays(GL_TRIANGLES, 0, 3);
  ++context.stats.draw_calls;
}

void Ground::draw_detail(const DrawContext& context, BaseLayer* layer) {
  draw_water(context);
  layer->draw(context);
}

// Draws `picture` over the frame.
void Ground::show(const DrawContext& context, const Framebuffer& picture, float alpha) {
  const Program* program = context.shaders.use(MapProgram::kFade);
  if (program == nullptr) return;
  picture.color().bind(0);
  glUniform1i(program->uniform("u_image"), 0);
  glUniform1f(program->uniform("u_alpha"), alpha);
  empty_.bind();
  if (alpha == 1) glDisable(GL_BLEND);
  glDrawArrays(GL_TRIANGLES, 0, 3);
  glEnable(GL_BLEND);
  ++context.stats.draw_calls;
}

// Draws the coarse map, and the detailed one over it with the opacity of the crossfade.
void Ground::draw_faded(const DrawContext& context) {
  draw_detail(context, &layers_[0]);
  const bool can_fade = bind_picture(context, &fine_);
  if (can_fade) draw_detail(into_picture(context), &layers_[1]);
  bind_frame(context.frame);
  if (can_fade) show(context, fine_, static_cast<float>(fade_ * fade_ * (3 - 2 * fade_)));
}

void Ground::draw_all(const DrawContext& context, bool fading) {
  if (fading) {
    draw_faded(context);
  } else {
    draw_detail(context, &layers_[fade_ == 1 ? 1 : 0]);
    fine_.reset();
  }
  const MapFrame& frame = context.frame;
  if (!frame.graticule) return;
  if (!graticule_.is_uploaded()) {
    graticule_.upload(graticule_lines_.segments, &context.stats.uploads);
  }
  graticule_.draw(context, graticule_lines_.chunks, frame.colors.graticule, kGraticuleWidth);
}

Ground::Look Ground::look_of(const DrawContext& context) {
  const MapFrame& frame = context.frame;
  const Camera& camera = *frame.camera;
  const MapColors& c = frame.colors;
  return {
      camera.world_center(),
      camera.zoom(),
      camera.morph(),
      context.width,
      context.height,
      context.left,
      context.bottom,
      frame.pixel_ratio,
      frame.coast_width,
      frame.border_width,
      frame.hovered_country,
      frame.graticule,
      {c.ocean, c.land, c.coast, c.border, c.graticule, c.space, c.land_hover, c.land_selected}};
}

bool Ground::draw(const DrawContext& context) {
  const bool will_fade = step_fade(context.frame);
  const bool fading = fade_ > 0 && fade_ < 1;
  const Look look = look_of(context);
  const bool still = look == look_ && has_drawn_ && !fading && !will_fade;
  look_ = look;
  still_frames_ = still ? std::min(still_frames_ + 1, 2) : 0;
  is_painted_ = is_painted_ && still;
  if (still_frames_ == 2 && !is_painted_) {
    is_painted_ = bind_picture(context, &picture_);
    if (is_painted_) draw_all(into_picture(context), false);
    bind_frame(context.frame);
  }
  if (is_painted_) {
    show(context, picture_, 1);
  } else {
    draw_all(context, fading);
  }
  has_drawn_ = layers_[0].map() != nullptr || has_detail();
  return will_fade;
}

void Ground::forget() {
  for (BaseLayer& layer : layers_) layer.forget();
  graticule_.forget();
  empty_.forget();
  fine_.forget();
  picture_.forget();
  is_painted_ = false;
}

}  // namespace tablero
