// Ids and titles of figures and of the statements about them, as they are shown, searched and
// reported.
#pragma once

#include "data/cities.h"
#include "model/figure_group.h"
#include "ui/ui.h"

namespace tablero {

// The id of a country's figure in Fuentes: "MX-include_priority-2025".
std::string_view country_figure_id(Ui& ui, std::string_view iso2, std::string_view metric,
                                   int edition);

// The id of a statement as it is shown, searched and reported.
std::string_view statement_id(Ui& ui, const FigureGroup& group, const Statement& s);
// How certain a place is, in the reader's language.
std::string_view confidence_word(Ui& ui, Confidence confidence);
// In the reader's language: the topic of a conflict, the name of a country, or the metric.
std::string_view figure_group_title(Ui& ui, const FigureGroup& group);

}  // namespace tablero
