// The impact card of one edition: a picture of its key figures for posts and sponsors. Not a tab:
// only tablero-data render --card draws it.
#pragma once

#include <imgui.h>

#include "data/store.h"
#include "ui/ui.h"

namespace tablero {

struct ImpactCard {
  int figures = 0;          // key figures on the card
  float smallest_text = 0;  // size of the smallest letters, in pixels of the card; at least 24
  bool fits = true;         // nothing is cut off or runs over the margins
};

// Draws the card of `year` over the whole of ui.size, wide (1200x630) or square (1080x1080), onto
// the current window, with a semantics node per text. Every figure carries the qualifier it was
// published with; the sources stand below. The tables of editions, sources and manifest must be
// loaded; an unknown year draws nothing (figures 0).
ImpactCard draw_impact_card(Ui& ui, const Store& store, int year);

}  // namespace tablero
