// Chooses between the meanings of the names in a text: see places.h.
#pragma once

#include <vector>

#include "import/places.h"

namespace tablero {

// The city, or else the country, that explains all `names` of a text. Nothing when they contradict
// each other or leave two cities that are about as likely.
Whereabouts choose_place(const Gazetteer& gazetteer, const std::vector<PlaceName>& names);

}  // namespace tablero
