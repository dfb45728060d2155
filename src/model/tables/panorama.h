// The tables of Panorama's charts. Each is made anew when data, filter or language change.
#pragma once

#include "base/list.h"
#include "data/store.h"
#include "model/selection.h"
#include "model/table.h"

namespace tablero {

// What is shown of `metric` for each edition: edition, metric, claim, value.
Table editions_table(const Reader& reader, const Store& store, std::string_view metric);

// All milestones of the community: id, date, metric, value. Those that are growth of its members
// have a mark; a repeated round number is not growth.
Table growth_table(const Reader& reader, const Store& store);

// Events for each edition and kind: edition (the community's own last), kind (most frequent first),
// events.
Table events_table(const Reader& reader, const Store& store);

// Projects per goal: sdg, name, projects.
Table goals_table(const Reader& reader, const Selection& selection);

// Sponsors for each tier that any edition shows, and edition: tier, edition, sponsors.
Table sponsors_table(const Reader& reader, const Store& store);
// What the pages say about each sponsor's tier, which is what those counts were made from.
Table tiers_table(const Reader& reader, const Store& store);

// For each figure on which sources disagree what they claim: claim, metric, value, shown.
List<Table> conflict_tables(const Reader& reader, const Store& store);

}  // namespace tablero
