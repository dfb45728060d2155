// A key figure: number with its qualifier, what it counts, and a link to its source.
#pragma once

#include "views/view_context.h"

namespace tablero {

// A navy tile of `width` CSS pixels for `claim`; a press opens the claim in Fuentes. `label_text`
// is translated. Returns its height.
float draw_figure_tile(ViewContext& context, const Claim& claim, std::string_view label_text,
                       float width);

// Opens Fuentes at a claim, without the filters that might hide it.
void show_source(ViewContext& context, std::string_view claim_id);

}  // namespace tablero
