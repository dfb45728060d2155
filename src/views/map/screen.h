// One frame of the map as its parts see it: where it is, what it shows, and the commands that they
// collect.
#pragma once

#include <array>

#include "base/list.h"
#include "views/map/commands.h"
#include "views/map/input.h"
#include "views/map/layers.h"
#include "views/map/model.h"
#include "views/view_context.h"

namespace tablero {

// The map's rectangle on the canvas, CSS pixels.
struct MapArea {
  ImVec2 min, size;
  ImVec2 max() const { return min + size; }
  Rect rect() const { return to_rect(min, max()); }
  // Too narrow for all controls side by side: the edition slider is below the legend.
  bool stacked(const Ui& ui) const { return size.x < ui.px(860); }
};

// What lies over the map: labels avoid it, and the map is not pressed there. Of the last frame
// until it is drawn.
struct MapCovers {
  enum { kLegend, kControls, kTimeline, kTop, kCount };
  std::array<Rect, kCount> rects{};
  bool contains(ImVec2 at) const {
    for (const Rect& r : rects) {
      if (r.contains(at.x, at.y)) return true;
    }
    return false;
  }
};

struct MapScreen {
  ViewContext& context;
  const MapModel& model;
  const MapLayers& layers;
  const MapInput& input;
  const Camera& camera;
  const MapArea area;
  const MapHit under;  // the pointer
  MapCovers& covers;
  List<MapCommand>& commands;

  // Where a place is drawn, on the canvas.
  ImVec2 at(const WorldPoint& place) const {
    const ScreenPoint s = camera.to_screen(place);
    return {area.min.x + static_cast<float>(s.x), area.min.y + static_cast<float>(s.y)};
  }
};

}  // namespace tablero
