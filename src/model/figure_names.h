// Ids and titles of figures and of the statements about them, as they are shown, searched and
// reported.
#pragma once

#include "data/store.h"
#include "model/figure_groups.h"
#include "model/wording.h"

namespace tablero {

// The id of a country's figure in Fuentes: "MX-include_priority-2025".
std::string_view country_figure_id(const Wording& words, std::string_view iso2,
                                   std::string_view metric, int edition);

// The id of a statement as it is shown, searched and reported.
std::string_view statement_id(const Wording& words, const FigureGroup& group, const Statement& s);
// How certain a place is, in the reader's language.
std::string_view confidence_word(const Wording& words, Confidence confidence);
// In the reader's language: the topic of a conflict, the name of a country, or the metric.
std::string_view figure_group_title(const Wording& words, const FigureGroup& group);

// "participantes: más de 500".
std::string_view claim_sentence(const Wording& words, const Claim& claim);
// The country's name, or the code of one that the data do not know.
std::string_view country_name(const Wording& words, const Store& store, std::string_view iso2);

}  // namespace tablero
