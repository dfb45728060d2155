// The tables of the rankings of Contribuciones.
#pragma once

#include <span>

#include "data/store.h"
#include "model/selection.h"
#include "model/table.h"

namespace tablero {

// The ranking of a campaign: campaign, edition, rank, name, country, unit, count. All rows; those
// whose `marked` is not 0 have a mark.
Table campaign_table(const Reader& reader, const Store& store, const Campaign& campaign,
                     std::span<const std::uint8_t> marked);

// Its columns of a name with its place, and of the figure.
inline constexpr std::size_t kRankedName = 3, kRankedCount = 6;

// The campaigns that have a row that passes the filters, without those of countries: id, edition,
// name, unit, people, sum, claims, threshold.
Table totals_table(const Reader& reader, const Store& store, const Selection& selection);

// Campaigns of the chosen editions whose ranking is only on a page of their own: edition, name,
// threshold.
Table external_table(const Reader& reader, const Store& store, const ViewState& state);

}  // namespace tablero
