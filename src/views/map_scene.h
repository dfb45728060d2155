// What the map and the small map of Panorama hand to the map's layers alike.
#pragma once

#include <memory>

#include "map/map_renderer.h"
#include "map/map_style.h"
#include "ui/ui.h"

namespace tablero {

// The theme's colours as the layers take them.
MapColor to_map(Colour c);
MapColors map_colours(const Theme& theme);
// A renderer with the platform's shaders; PLATFORM must outlive it.
std::unique_ptr<MapRenderer> make_map_renderer(Platform& platform);
// A rectangle of the canvas, CSS pixels, as GL counts: device pixels from the lower left corner.
PixelRect to_pixels(const Ui& ui, ImVec2 min, ImVec2 max);

}  // namespace tablero
