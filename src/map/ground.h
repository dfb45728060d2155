// Everything under the marks: water, land with its fills, borders, coast, graticule; the coarse and
// the detailed map, and the crossfade between them (levels of detail).
#pragma once

#include <memory>

#include "gpu/buffer.h"
#include "gpu/texture.h"
#include "map/base_layer.h"
#include "map/draw_context.h"
#include "map/graticule.h"
#include "map/segment_layer.h"

namespace tablero {

class Ground {
 public:
  void set_map(int detail, std::shared_ptr<const BaseMap> map);
  // The map drawn at `zoom`; null before the first.
  const BaseMap* map_at(double zoom) const { return layer_at(zoom)->map(); }
  bool has_detail() const { return layers_[1].map() != nullptr; }

  // As MapRenderer::set_country_fills().
  std::size_t set_fills(List<NamedFill> fills);

  // Draws over the whole frame. Once the view has been still for a frame, it is rendered into a
  // cached texture, which is shown from then on: a moving mark or a tooltip then does not redraw
  // the map. True while the crossfade runs.
  bool draw(const DrawContext& context);
  void repaint() { is_painted_ = false; }  // the shaders have changed
  void forget();

 private:
  // Cache key: everything that its pixels depend on, besides the maps and fills.
  struct Look {
    WorldPoint center;
    double zoom = 0, morph = 0;
    int width = 0, height = 0, left = 0, bottom = 0;
    float pixel_ratio = 0, coast_width = 0, border_width = 0;
    int hovered_country = -1;
    bool graticule = false;
    MapColor colors[8];
    bool operator==(const Look&) const = default;
  };
  static Look look_of(const DrawContext& context);

  const BaseLayer* layer_at(double zoom) const;
  bool step_fade(const MapFrame& frame);
  void draw_all(const DrawContext& context, bool fading);
  void draw_detail(const DrawContext& context, BaseLayer* layer);
  void draw_faded(const DrawContext& context);
  void draw_water(const DrawContext& context);
  void show(const DrawContext& context, const Framebuffer& picture, float alpha);

  BaseLayer layers_[2];
  List<NamedFill> fills_;
  Graticule graticule_lines_ = make_graticule();
  SegmentLayer graticule_{"graticule"};
  VertexArray empty_{"screen"};
  Framebuffer fine_{"finer base map"}, picture_{"ground"};
  Look look_;
  int still_frames_ = 0;     // drawn since look_ is what it is, of the first two
  bool is_painted_ = false;  // picture_ shows look_
  double fade_ = 0;          // 0 coarse .. 1 fine
  bool has_drawn_ = false;
};

}  // namespace tablero
