// The tables of the map: its cities, its countries and what is published of each.
#pragma once

#include "data/store.h"
#include "model/selection.h"
#include "model/table.h"

namespace tablero {

// The cities that pass the filters: city, country, lon, lat, editions.
Table cities_table(const Reader& reader, const Store& store, const Selection& selection);

// The countries that have any of them, most cities first, then by name: country, cities.
Table countries_table(const Reader& reader, const Store& store, const Selection& selection);

// What is published of the chosen countries, then what nobody publishes by country: id, country,
// edition, metric, value.
Table country_figures_table(const Reader& reader, const Store& store, const ViewState& state);

}  // namespace tablero
