// The frame of the page around the tabs: top bar, filter bar, and the designed states for loading,
// failure and nothing left.
#pragma once

#include "views/view_context.h"

namespace tablero {

void draw_top_bar(ViewContext& context);
void draw_filter_bar(ViewContext& context);

// Draws the skeleton, or the fault with a retry, while the tab's files are not all ready. Returns
// whether the tab can be drawn.
bool draw_loading_state(ViewContext& context);

// "Nothing left" with a button that clears the filters.
void draw_empty_state(ViewContext& context);

// Key of a tab's name.
std::string_view tab_key(View view);

}  // namespace tablero
