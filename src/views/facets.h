// Words of the facets: their labels, and the menus that choose them.
#pragma once

#include "model/facet_label.h"
#include "views/view_context.h"

namespace tablero {

// A dropdown with every word of `facet` and how many records would pass with it. `flow` places it.
class Flow;
void draw_facet_menu(ViewContext& context, Facet facet, Flow& flow);

}  // namespace tablero
