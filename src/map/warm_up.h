// Has the driver make what it makes when something is drawn for the first time.
#pragma once

#include "map/draw_context.h"

namespace tablero {

// Draws a country, a coast, a border and a mark of hardly a pixel, as any picture of the map
// draws them. A driver finishes its work on a program when it is first drawn with (ANGLE's
// pipelines take 20 to 60 ms each on a GPU in software): done while the data are on their way, the
// first map does not wait for it. Waits for shaders begun before. Leaves the frame's target with a
// pixel of water.
void warm_up(const DrawContext& context);

}  // namespace tablero
