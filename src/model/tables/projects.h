// The tables of the charts of Proyectos and Contribuciones.
#pragma once

#include <span>

#include "data/store.h"
#include "model/selection.h"
#include "model/table.h"

namespace tablero {

// The projects that pass the filters by the size of their team: team_size (the first of its bin),
// projects. The last row counts those whose size is not known. Empty while none is known.
Table teams_table(const Reader& reader, const Store& store, const Selection& selection);

// Corpora for each word of `facet`: the facet, corpora. `title` in the reader's language.
Table corpora_table(const Reader& reader, const Selection& selection, Facet facet,
                    std::string_view title);

// The ranking of a campaign: campaign, edition, rank, name, country, unit, count. All rows; those
// whose `marked` is not 0 have a mark.
Table campaign_table(const Reader& reader, const Campaign& campaign,
                     std::span<const std::uint8_t> marked);

}  // namespace tablero
