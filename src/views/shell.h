// The shell of the page around the tabs: top bar, filter bar, and the loading, error and empty
// states.
#pragma once

#include "views/tab_view.h"

namespace tablero {

void draw_top_bar(ViewContext& context);
// `open`: the tab whose records are counted.
void draw_filter_bar(ViewContext& context, const TabView& open);

// While not all of the tab's files are ready, draws a skeleton, or the fault with a retry. Returns
// whether the tab can be drawn.
bool draw_loading_state(ViewContext& context);

// The empty state, with a button that clears the filters.
void draw_empty_state(ViewContext& context);

}  // namespace tablero
