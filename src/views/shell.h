// The shell of the page around the tabs: top bar, filter bar, and the loading, error and empty
// states.
#pragma once

#include "views/tab_view.h"
#include "views/tabs.h"

namespace tablero {

void draw_top_bar(ViewContext& context);
// `open`: the tab whose records are counted.
void draw_filter_bar(ViewContext& context, const TabView& open);

// Whether there is something to see of a tab whose files are wanted for `waited` seconds: all that
// has come by then, or that nothing has.
bool is_shown(const Store& store, const Tab& tab, double waited);

// Returns whether the tab can be drawn: at once when all of its files are ready; without those that
// are late or failed, unless they are needed (tabs.h), after a moment of waiting. Draws a skeleton
// or the fault with a retry instead.
bool draw_loading_state(ViewContext& context);

// The empty state, with a button that clears the filters.
void draw_empty_state(ViewContext& context);

}  // namespace tablero
