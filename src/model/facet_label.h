// Wording of the facets in the reader's language.
#pragma once

#include <string_view>

#include "model/wording.h"
#include "state/view_state.h"

namespace tablero {

// The label of a facet's word; sdg: "13. Acción por el clima". A word that the interface does not
// know stands for itself.
std::string_view facet_label(const Wording& words, Facet facet, std::string_view value);

}  // namespace tablero
