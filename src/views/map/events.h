// ImGui's side of the map's input: the item that takes presses and the keyboard, its node, and what
// happened on it.
#pragma once

#include "views/map/input.h"
#include "views/map/screen.h"

namespace tablero {

// Places the map's item over `area`, claims the gestures, and opens its node in the semantics: the
// caller pops it after the nodes on the map. `under` of the result is empty: see MapModel::hit().
MapEvents gather_map_events(ViewContext& context, const MapArea& area, const MapModel& model,
                            const MapInput& input, const MapCovers& covers, bool flat);

}  // namespace tablero
