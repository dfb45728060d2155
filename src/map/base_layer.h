// GL side of one base map: land with its fills, coast and borders.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "base/list.h"
#include "gpu/buffer.h"
#include "gpu/texture.h"
#include "map/base_map.h"
#include "map/draw_context.h"
#include "map/segment_layer.h"

namespace tablero {

class BaseLayer {
 public:
  void set_map(std::shared_ptr<const BaseMap> map);
  const BaseMap* map() const { return map_.get(); }

  // Returns the number of fills whose country is not on this map.
  std::size_t set_fills(std::span<const NamedFill> fills);

  // Land, then borders, then coast, over whatever is there.
  void draw(const DrawContext& context);
  void forget();

 private:
  void upload(MapStats* stats);
  void upload_fills();
  void draw_land(const DrawContext& context);
  static void set_pattern(const Program& program, const DrawContext& context);

  std::shared_ptr<const BaseMap> map_;
  std::shared_ptr<const BaseMap> refined_;  // made when the globe is first shown
  std::shared_ptr<const BaseMap> drawn_;    // map_, or refined_ on the globe
  bool needs_upload_ = true, needs_fills_ = true;
  bool has_patterns_ = false;        // among the fills
  List<std::uint32_t> fill_texels_;  // RGBA8, one per country

  Buffer places_{"land places"}, numbers_{"land countries"}, triangles_{"land triangles"};
  VertexArray land_{"land"};
  Texture fills_{"country fills"};
  SegmentLayer coast_{"coast"}, borders_{"borders"};
};

}  // namespace tablero
