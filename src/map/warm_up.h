// Warms up the GL driver: triggers the work that it defers to the first draw call.
#pragma once

#include "map/draw_context.h"

namespace tablero {

// Draws a country, a coast, a border and a mark of about one pixel with the programs of every map.
// Drivers finish a program only when it is first used for drawing: ANGLE on Vulkan creates the
// pipeline then (20 to 60 ms each with SwiftShader in Chromium 156, measured). Done while the data
// is loading, this does not delay the first map. Waits for shaders that are still compiling. Leaves
// one pixel of water in the frame's target.
void warm_up(const DrawContext& context);

}  // namespace tablero
