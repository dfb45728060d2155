// Panorama: the key figures with their qualifiers, the editions side by side, growth of the community.
#pragma once

#include "views/view_context.h"

namespace tablero {

void draw_panorama(ViewContext& context);

}  // namespace tablero
