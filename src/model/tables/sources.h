// The tables of Fuentes.
#pragma once

#include "base/list.h"
#include "data/store.h"
#include "model/figure_groups.h"
#include "model/selection.h"
#include "model/table.h"

namespace tablero {

// What the sources state about the figures of `groups`: id, edition, metric, value, unit, as_of,
// shown. Tiers of sponsors, which are no figures, are in tiers_table().
Table claims_table(const Reader& reader, const List<FigureGroup>& groups);

// The files of data/ that the search finds: path, title, licence. Indices into manifest.files.
List<int> listed_files(const Reader& reader, const Store& store, const ViewState& state);
Table files_table(const Reader& reader, const Store& store, const List<int>& listed);

// The sources that the search finds: title, id, kind, read, licence.
Table source_list_table(const Reader& reader, const Store& store, const Selection& selection);

}  // namespace tablero
