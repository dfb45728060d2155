// Values on one line that starts at zero: a dot per mark, filled where it is the one that counts,
// hollow where it is another claim, an arrow where it is only a lower bound. For figures that
// disagree.
#pragma once

#include <span>

#include "charts/bar_chart.h"

namespace tablero {

struct Strip {
  std::string_view id;
  std::string_view name;       // one sentence for readers
  std::span<const Bar> marks;  // selected: the one that counts; marks without a value are left out
};

// Draws over WIDTH CSS pixels; returns the index of the mark that was pressed, or -1.
int draw_strip(Ui& ui, const Strip& strip, float width);

}  // namespace tablero
