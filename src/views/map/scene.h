// Setup that the map and the small map of Panorama share.
#pragma once

#include <memory>

#include "map/map_renderer.h"
#include "map/map_style.h"
#include "ui/ui.h"

namespace tablero {

// The theme's colors in the format of the layers.
MapColor to_map(Color c);
MapColors map_colors(const Theme& theme);
// A renderer with the platform's shaders; `platform` must outlive it.
std::unique_ptr<MapRenderer> make_map_renderer(Platform& platform);
// Converts a rectangle of the canvas from CSS pixels to GL's device pixels, from the lower left
// corner.
PixelRect to_pixels(const Ui& ui, ImVec2 min, ImVec2 max);

}  // namespace tablero
