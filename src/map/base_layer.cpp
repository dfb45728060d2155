#include "map/base_layer.h"

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "map/refine.h"

namespace tablero {

namespace {

constexpr std::size_t kFillColumns = 256;  // land.vert looks countries up in rows of this length
constexpr double kGlobeEdge = 3;  // degrees; the sagitta of an edge is then 0.03 % of the radius
constexpr std::uint32_t kSelectedBit = 4;  // beside the kind, in a fill's alpha
constexpr std::uint32_t kSpared = 3000;  // indices that are cheaper to draw than one more draw call
constexpr double kPatternPeriod = 24;    // CSS pixels: both patterns of land.frag repeat after it

std::uint32_t byte_of(float value) {
  return static_cast<std::uint32_t>(std::lround(std::clamp(value, 0.0f, 1.0f) * 255.0f));
}

}  // namespace

void BaseLayer::set_map(std::shared_ptr<const BaseMap> map) {
  map_ = std::move(map);
  refined_.reset();
  drawn_ = map_;
  needs_upload_ = true;
  fill_texels_.clear();
  needs_fills_ = true;
}

std::size_t BaseLayer::set_fills(std::span<const NamedFill> fills) {
  if (!map_) return 0;
  const std::size_t rows = map_->countries.size() / kFillColumns + 1;
  List<std::uint32_t> texels(rows * kFillColumns, 0);
  std::size_t unknown = 0;
  has_patterns_ = false;
  for (const NamedFill& named : fills) {
    const int country = map_->find(named.iso2);
    if (country < 0) {
      ++unknown;
      continue;
    }
    const MapColor& c = named.fill.color;
    has_patterns_ = has_patterns_ || named.fill.kind >= CountryFill::Kind::kHatched;
    const std::uint32_t kind =
        static_cast<std::uint32_t>(named.fill.kind) | (named.selected ? kSelectedBit : 0u);
    texels[static_cast<std::size_t>(country)] =
        byte_of(c.r) | byte_of(c.g) << 8 | byte_of(c.b) << 16 | kind << 24;
  }
  needs_fills_ = needs_fills_ || texels != fill_texels_;
  fill_texels_ = std::move(texels);
  return unknown;
}

void BaseLayer::upload(MapStats* stats) {
  needs_upload_ = false;
  const BaseMap& m = *drawn_;
  UploadCount* count = &stats->uploads;
  land_.bind();
  places_.upload(GL_ARRAY_BUFFER, m.vertices.data(), m.vertices.size() * sizeof(MapVertex),
                 GL_STATIC_DRAW, count);
  glEnableVertexAttribArray(0);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(MapVertex), nullptr);
  numbers_.upload(GL_ARRAY_BUFFER, m.vertex_country.data(),
                  m.vertex_country.size() * sizeof(std::uint16_t), GL_STATIC_DRAW, count);
  glEnableVertexAttribArray(1);
  glVertexAttribPointer(1, 1, GL_UNSIGNED_SHORT, GL_FALSE, sizeof(std::uint16_t), nullptr);
  triangles_.upload(GL_ELEMENT_ARRAY_BUFFER, m.triangles.data(),
                    m.triangles.size() * sizeof(std::uint32_t), GL_STATIC_DRAW, count);
  coast_.upload(m.coast, count);
  borders_.upload(m.borders, count);
  glBindVertexArray(0);
}

void BaseLayer::upload_fills() {
  if (fill_texels_.empty()) set_fills({});
  needs_fills_ = false;
  const int rows = static_cast<int>(fill_texels_.size() / kFillColumns);
  glActiveTexture(GL_TEXTURE0);
  fills_.allocate(static_cast<int>(kFillColumns), rows, TextureFormat::kRgba8, false,
                  fill_texels_.data());
}

void BaseLayer::draw(const DrawContext& context) {
  if (!map_) return;
  // Flat, the finer mesh would differ in the last digit from what a page without a globe has drawn.
  const bool round = context.frame.camera->morph() > 0;
  if (round && !refined_) {
    refined_ = std::make_shared<const BaseMap>(refined(*map_, kGlobeEdge));
  }
  const std::shared_ptr<const BaseMap>& wanted = round ? refined_ : map_;
  if (drawn_ != wanted) {
    drawn_ = wanted;
    needs_upload_ = true;
  }
  if (needs_upload_) upload(&context.stats);
  if (needs_fills_) upload_fills();
  draw_land(context);
  const MapFrame& frame = context.frame;
  borders_.draw(context, drawn_->border_chunks, frame.colors.border, frame.border_width);
  coast_.draw(context, drawn_->coast_chunks, frame.colors.coast, frame.coast_width);
}

// Patterns are anchored to a place, modulo their period, so that they move with the map.
void BaseLayer::set_pattern(const Program& program, const DrawContext& context) {
  const Camera& camera = *context.frame.camera;
  const double ratio = context.frame.pixel_ratio, period = kPatternPeriod * ratio;
  const ScreenPoint anchor = camera.to_screen(WorldPoint{0.5, 0.5});
  const double px = std::fmod(anchor.x * ratio + context.left, period);
  const double py = std::fmod((camera.height() - anchor.y) * ratio + context.bottom, period);
  glUniform2f(program.uniform("u_pattern"), static_cast<float>(-px), static_cast<float>(-py));
  glUniform1f(program.uniform("u_pixel_ratio"), context.frame.pixel_ratio);
}

void BaseLayer::draw_land(const DrawContext& context) {
  const Program* program =
      context.shaders.use(has_patterns_ ? MapProgram::kPatternedLand : MapProgram::kLand);
  if (program == nullptr) return;
  const MapFrame& frame = context.frame;
  const Camera& camera = *frame.camera;
  set_view_uniforms(*program, context);
  set_color(*program, "u_land", frame.colors.land);
  set_color(*program, "u_hover_tint", frame.colors.land_hover);
  set_color(*program, "u_selected_tint", frame.colors.land_selected);
  glUniform1f(program->uniform("u_hovered"), static_cast<float>(frame.hovered_country));
  fills_.bind(0);
  glUniform1i(program->uniform("u_fills"), 0);
  if (has_patterns_) set_pattern(*program, context);
  land_.bind();
  glDisable(GL_BLEND);  // opaque: cheaper
  const GLint copy_uniform = program->uniform("u_copy");
  for (int copy = camera.first_copy(); copy <= camera.last_copy(); ++copy) {
    glUniform1f(copy_uniform, static_cast<float>(copy));
    // Batching: visible countries are drawn with one call, including small invisible ones between
    // them.
    std::uint32_t begin = 0, end = 0;
    const auto flush = [&] {
      if (end == begin) return;
      glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(end - begin), GL_UNSIGNED_INT,
                     buffer_offset(begin * sizeof(std::uint32_t)));
      ++context.stats.draw_calls;
    };
    for (const MapCountry& country : drawn_->countries) {
      if (!is_in_view(camera, country.bounds, copy)) continue;
      if (end == begin || country.index_begin > end + kSpared) {
        flush();
        begin = country.index_begin;
      }
      end = country.index_end;
    }
    flush();
  }
  glEnable(GL_BLEND);
}

void BaseLayer::forget() {
  for (Buffer* buffer : {&places_, &numbers_, &triangles_}) buffer->forget();
  land_.forget();
  coast_.forget();
  borders_.forget();
  fills_.forget();
  needs_upload_ = needs_fills_ = true;
}

}  // namespace tablero
