// The text alternative of a chart in one sentence: its title, the range of its values, its largest
// marks.
#pragma once

#include <span>

#include "charts/bar_chart.h"

namespace tablero {

// A mark of a count: the `index`-th, its figure and its words in the reader's language.
Bar count_bar(Ui& ui, std::size_t index, std::string_view label, double count);

// "`title`. De 3 a 40. Los mayores: A, 40; B, 12; C, 9." in the reader's language. Marks without a
// value are counted ("2 sin datos"), never treated as zero. Ties keep the order of the marks.
std::string_view chart_sentence(Ui& ui, std::string_view title, std::span<const Bar> marks);

}  // namespace tablero
