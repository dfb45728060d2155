// The theme's colours as the map's layers take them.
#pragma once

#include "map/map_style.h"
#include "ui/theme.h"

namespace tablero {

MapColor to_map(Colour c);
MapColors map_colours(const Theme& theme);

}  // namespace tablero
