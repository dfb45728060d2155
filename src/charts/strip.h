// Values on one axis that starts at zero, for figures that disagree: a dot per mark, filled for the
// claim that is shown, hollow for the others, an arrow where it is only a lower bound.
#pragma once

#include <span>

#include "charts/bar_chart.h"

namespace tablero {

struct Strip {
  std::string_view id;
  std::string_view name;       // one sentence for screen readers
  std::span<const Bar> marks;  // selected: the shown claim; marks without a value are left out
};

// Draws over `width` CSS pixels; returns the index of the mark that was pressed, or -1.
int draw_strip(Ui& ui, const Strip& strip, float width);

}  // namespace tablero
