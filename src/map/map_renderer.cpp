#include "map/map_renderer.h"

#include <utility>

#include "map/density_layer.h"
#include "map/draw_context.h"
#include "map/ground.h"
#include "map/mark_layer.h"
#include "map/shader_set.h"
#include "map/warm_up.h"

namespace tablero {

class MapRenderer::Impl {
 public:
  explicit Impl(ShaderText text) : shaders_(std::move(text)) {}

  bool draw(const MapFrame& frame);
  void warm_up(const MapFrame& frame);
  void forget();

  ShaderSet shaders_;
  Ground ground_;
  MapStats stats_;

 private:
  DrawContext begin_frame(const MapFrame& frame);
  void begin_rest();
  static void end_frame();

  MarkLayer marks_;
  DensityLayer density_;
  int frames_ = 0;  // drawn, of the first few
};

DrawContext MapRenderer::Impl::begin_frame(const MapFrame& frame) {
  stats_.draw_calls = 0;
  stats_.marks = 0;
  shaders_.set_globe(frame.camera->morph() > 0);
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_CULL_FACE);
  glDisable(GL_STENCIL_TEST);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  bind_frame(frame);
  const PixelRect& view = frame.viewport;
  return {frame, shaders_, stats_, view.width, view.height, view.x, view.y};
}

void MapRenderer::Impl::end_frame() {
  glBindVertexArray(0);
  glBindBuffer(GL_ARRAY_BUFFER, 0);
  glUseProgram(0);
  glActiveTexture(GL_TEXTURE0);
}

bool MapRenderer::Impl::draw(const MapFrame& frame) {
  if (frame.camera == nullptr || frame.viewport.width <= 0 || frame.viewport.height <= 0) {
    return false;
  }
  const DrawContext context = begin_frame(frame);
  const bool fading = ground_.draw(context);
  if (frame.points != nullptr) {
    if (frame.points->options().style == PointStyle::kDensity) {
      density_.draw(context, *frame.points);
    } else {
      marks_.draw(context, *frame.points);
    }
  }
  end_frame();
  begin_rest();
  return fading;
}

// Compiles the shaders that the first picture does not need, after the first frames are on screen.
void MapRenderer::Impl::begin_rest() {
  constexpr int kBusyFrames = 3;  // the first frames, which wait for their own shaders
  if (frames_ > kBusyFrames || ++frames_ <= kBusyFrames) return;
  shaders_.begin_rest();
}

void MapRenderer::Impl::warm_up(const MapFrame& frame) {
  tablero::warm_up(begin_frame(frame));
  end_frame();
}

void MapRenderer::Impl::forget() {
  shaders_.forget();
  ground_.forget();
  marks_.forget();
  density_.forget();
  frames_ = 0;
}

MapRenderer::MapRenderer(ShaderText shader_text)
    : impl_(std::make_unique<Impl>(std::move(shader_text))) {}

MapRenderer::~MapRenderer() = default;

void MapRenderer::set_base_map(int detail, std::shared_ptr<const BaseMap> map) {
  impl_->ground_.set_map(detail, std::move(map));
}

const BaseMap* MapRenderer::base_map(double zoom) const { return impl_->ground_.map_at(zoom); }

bool MapRenderer::wants_detail(double zoom) const {
  // Prefetch: a little before it is needed.
  constexpr double kAhead = 0.3;
  return !impl_->ground_.has_detail() && zoom >= kDetailZoom - kAhead;
}

std::size_t MapRenderer::set_country_fills(List<NamedFill> fills) {
  return impl_->ground_.set_fills(std::move(fills));
}

bool MapRenderer::draw(const MapFrame& frame) { return impl_->draw(frame); }

void MapRenderer::begin_shaders() { impl_->shaders_.begin(); }

void MapRenderer::warm_up(const MapFrame& frame) {
  MapFrame speck = frame;
  speck.viewport.width = speck.viewport.height = 1;
  speck.clip = speck.viewport;
  impl_->warm_up(speck);
}

void MapRenderer::reload_shaders() {
  impl_->shaders_.reload();
  impl_->ground_.repaint();
}

const Fault* MapRenderer::shader_fault() const { return impl_->shaders_.fault(); }

void MapRenderer::on_context_lost() { impl_->forget(); }

const MapStats& MapRenderer::stats() const { return impl_->stats_; }

}  // namespace tablero
