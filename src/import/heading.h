// Where the heading of a table file is, and what the answers in its columns look like.
#pragma once

#include <cstddef>
#include <optional>

#include "import/columns.h"
#include "import/places.h"
#include "import/sampled_rows.h"

namespace tablero {

// Position in the sample of the row with the most known headings among the first 20; the first row
// when none has any. Nothing in an empty file. A title or a preamble may stand above.
std::optional<std::size_t> find_heading(const SampledRows& rows, const ImportMap& map);

// Of a column, from the sampled rows after `heading`.
ColumnFacts facts_of(const SampledRows& rows, std::size_t heading, std::size_t column,
                     const PlaceFinder& finder);

}  // namespace tablero
