#include "map/map_renderer.h"

#include <algorithm>
#include <utility>

#include "base/list.h"
#include "map/base_layer.h"
#include "map/density_layer.h"
#include "map/draw_context.h"
#include "map/graticule.h"
#include "map/mark_layer.h"
#include "map/segment_layer.h"
#include "map/shader_set.h"

namespace tablero {

namespace {
constexpr double kFadeTime = 0.25;       // seconds of the cross-fade between details
constexpr double kDetailSlack = 0.1;     // zoom below kDetailZoom before the coarse map comes back
constexpr float kGraticuleWidth = 0.6f;  // CSS pixels
}  // namespace

class MapRenderer::Impl {
 public:
  explicit Impl(ShaderText text) : shaders_(std::move(text)) {}

  bool draw(const MapFrame& frame);
  const BaseLayer* layer_at(double zoom) const;
  void forget();

  ShaderSet shaders_;
  BaseLayer layers_[2];
  List<NamedFill> fills_;
  MapStats stats_;

 private:
  bool step_fade(const MapFrame& frame);
  void draw_ground(const DrawContext& context, BaseLayer* layer);
  void draw_faded(const DrawContext& context);
  void draw_water(const DrawContext& context);

  Graticule graticule_lines_ = make_graticule();
  SegmentLayer graticule_{"graticule"};
  MarkLayer marks_;
  DensityLayer density_;
  VertexArray empty_{"screen"};
  Framebuffer fine_{"finer base map"};
  double fade_ = 0;  // 0 coarse .. 1 fine
  bool has_drawn_ = false;
};

const BaseLayer* MapRenderer::Impl::layer_at(double zoom) const {
  const bool fine =
      layers_[1].map() != nullptr && (zoom >= kDetailZoom || layers_[0].map() == nullptr);
  return &layers_[fine ? 1 : 0];
}

// Moves the cross-fade. True while it runs.
bool MapRenderer::Impl::step_fade(const MapFrame& frame) {
  const double zoom = frame.camera->zoom();
  double target = layer_at(zoom) == &layers_[1] ? 1 : 0;
  const bool near = layers_[1].map() != nullptr && zoom > kDetailZoom - kDetailSlack;
  if (fade_ == 1 && near) target = 1;
  if (!has_drawn_ || frame.reduced_motion || layers_[0].map() == nullptr) {
    fade_ = target;
    return false;
  }
  const double step = std::clamp(frame.dt, 0.0, 0.1) / kFadeTime;
  fade_ = target > fade_ ? std::min(target, fade_ + step) : std::max(target, fade_ - step);
  return fade_ != target;
}

void MapRenderer::Impl::draw_water(const DrawContext& context) {
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

void MapRenderer::Impl::draw_ground(const DrawContext& context, BaseLayer* layer) {
  draw_water(context);
  layer->draw(context);
}

// The coarse map, and the fine one over it as far as the cross-fade has come.
void MapRenderer::Impl::draw_faded(const DrawContext& context) {
  draw_ground(context, &layers_[0]);
  glActiveTexture(GL_TEXTURE0);
  if (!fine_.bind(context.width, context.height, TextureFormat::kRgba8)) {
    bind_frame(context.frame);
    return;
  }
  glViewport(0, 0, context.width, context.height);
  glDisable(GL_SCISSOR_TEST);
  draw_ground(context, &layers_[1]);
  bind_frame(context.frame);
  const Program* program = context.shaders.use(MapProgram::kFade);
  if (program == nullptr) return;
  fine_.color().bind(0);
  glUniform1i(program->uniform("u_image"), 0);
  glUniform1f(program->uniform("u_alpha"), static_cast<float>(fade_ * fade_ * (3 - 2 * fade_)));
  empty_.bind();
  glDrawArrays(GL_TRIANGLES, 0, 3);
  ++context.stats.draw_calls;
}

bool MapRenderer::Impl::draw(const MapFrame& frame) {
  if (frame.camera == nullptr || frame.viewport.width <= 0 || frame.viewport.height <= 0) {
    return false;
  }
  stats_.draw_calls = 0;
  stats_.marks = 0;
  const DrawContext context{frame, shaders_, stats_, frame.viewport.width, frame.viewport.height};
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_CULL_FACE);
  glDisable(GL_STENCIL_TEST);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  bind_frame(frame);

  const bool fading = step_fade(frame);
  if (fade_ > 0 && fade_ < 1) {
    draw_faded(context);
  } else {
    draw_ground(context, &layers_[fade_ == 1 ? 1 : 0]);
    fine_.reset();
  }
  has_drawn_ = has_drawn_ || layers_[0].map() != nullptr || layers_[1].map() != nullptr;
  if (frame.graticule) {
    if (!graticule_.is_uploaded()) graticule_.upload(graticule_lines_.segments, &stats_.uploads);
    graticule_.draw(context, graticule_lines_.chunks, frame.colors.graticule, kGraticuleWidth);
  }
  if (frame.points != nullptr) {
    if (frame.points->options().style == PointStyle::kDensity) {
      density_.draw(context, *frame.points);
    } else {
      marks_.draw(context, *frame.points);
    }
  }
  glBindVertexArray(0);
  glBindBuffer(GL_ARRAY_BUFFER, 0);
  glUseProgram(0);
  glActiveTexture(GL_TEXTURE0);
  return fading;
}

void MapRenderer::Impl::forget() {
  shaders_.forget();
  for (BaseLayer& layer : layers_) layer.forget();
  graticule_.forget();
  marks_.forget();
  density_.forget();
  empty_.forget();
  fine_.forget();
}

MapRenderer::MapRenderer(ShaderText shader_text)
    : impl_(std::make_unique<Impl>(std::move(shader_text))) {}

MapRenderer::~MapRenderer() = default;

void MapRenderer::set_base_map(int detail, std::shared_ptr<const BaseMap> map) {
  BaseLayer& layer = impl_->layers_[detail > 0 ? 1 : 0];
  layer.set_map(std::move(map));
  layer.set_fills(impl_->fills_);
}

const BaseMap* MapRenderer::base_map(double zoom) const { return impl_->layer_at(zoom)->map(); }

bool MapRenderer::wants_detail(double zoom) const {
  // A little before it is needed, so that it is there in time.
  constexpr double kAhead = 0.3;
  return impl_->layers_[1].map() == nullptr && zoom >= kDetailZoom - kAhead;
}

std::size_t MapRenderer::set_country_fills(List<NamedFill> fills) {
  impl_->fills_ = std::move(fills);
  const std::size_t coarse = impl_->layers_[0].set_fills(impl_->fills_);
  const std::size_t fine = impl_->layers_[1].set_fills(impl_->fills_);
  return impl_->layers_[1].map() != nullptr ? fine : coarse;
}

bool MapRenderer::draw(const MapFrame& frame) { return impl_->draw(frame); }

void MapRenderer::begin_shaders() { impl_->shaders_.begin(); }

void MapRenderer::reload_shaders() { impl_->shaders_.reload(); }

const Fault* MapRenderer::shader_fault() const { return impl_->shaders_.fault(); }

void MapRenderer::on_context_lost() { impl_->forget(); }

const MapStats& MapRenderer::stats() const { return impl_->stats_; }

}  // namespace tablero
