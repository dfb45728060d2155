// A small live map for Panorama: where the people of the shown editions come from. Drawn by the
// same layers as the map; a press opens the map with the same filters.
#pragma once

#include <memory>

#include "base/list.h"
#include "map/camera.h"
#include "map/map_points.h"
#include "map/map_renderer.h"
#include "views/view_context.h"

namespace tablero {

class MiniMap {
 public:
  // Draws over the remaining width; creates its GPU objects only once it is visible.
  void draw(ViewContext& context);
  // GL objects are gone; they are made again at the next frame.
  void context_lost();

 private:
  void take(ViewContext& context, ImVec2 size);
  void draw_layers(ViewContext& context, ImVec2 min, ImVec2 size);

  std::unique_ptr<MapRenderer> renderer_;
  Camera camera_;
  MapPoints points_;
  MapFrame frame_;
  List<MapPoint> given_;
  std::uint32_t map_ = 0, selection_ = 0;  // generations taken
  ImVec2 size_;
  bool needs_frame_ = false;
};

}  // namespace tablero
