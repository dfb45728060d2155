// A key figure: number with its qualifier, what it counts, and the way to its source.
#pragma once

#include "views/view_context.h"

namespace tablero {

// A navy tile of WIDTH CSS pixels for CLAIM; pressed it leads to the claim in Fuentes. LABEL is a
// translated text. Returns its height.
float draw_figure_tile(ViewContext& context, const Claim& claim, std::string_view label_text,
                       float width);

// Opens Fuentes at a claim, without the filters that might hide it.
void show_source(ViewContext& context, std::string_view claim_id);

// The claim in words: "más de 500 participantes", read out.
std::string_view claim_sentence(Ui& ui, const Claim& claim);

}  // namespace tablero
