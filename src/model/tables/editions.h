// What Panorama says of the editions beside its charts: key figures, contributions, a card each.
#pragma once

#include "base/list.h"
#include "data/store.h"
#include "model/selection.h"
#include "model/table.h"

namespace tablero {

// The edition, if the filter leaves exactly one, otherwise null.
const Edition* single_edition(const Store& store, const ViewState& state);

// The key figures of that edition, or of all together: metric, claim, value.
Table key_figures_table(const Reader& reader, const Store& store, const ViewState& state);

// What the chosen editions contributed, newest first: edition, metric, claim, value. Totals of
// different units share no scale.
Table contribution_figures_table(const Reader& reader, const Store& store, const ViewState& state);

// For each edition that passes the filter, newest first, what is shown of it and what no source
// says: metric, claim, value.
List<Table> edition_tables(const Reader& reader, const Store& store, const Selection& selection);

}  // namespace tablero
