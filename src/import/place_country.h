// The country that a text means, by its regions and countries, where no city is chosen: see
// places.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "import/gazetteer.h"
#include "import/place_reading.h"

namespace tablero {

// Whether the name of a country rather means a city: "Granada".
bool rather_a_city(const PlaceName& name);

// The country that the regions called `name` agree on, by ISO 3166-1 alpha-2; empty when there is
// none. `contradicts` says whether they do not agree. Where a city is called so, too (`city`),
// regions of the second level count only in countries whose provinces people name.
std::string country_of_regions(const Gazetteer& gazetteer, const PlaceName& name, bool city,
                               bool& contradicts);

// The people of the largest state of `country` that is called `name`; 0 when there is none.
double people_of_region(const Gazetteer& gazetteer, const PlaceName& name,
                        std::string_view country);

// The country of the community, other than `country`, that has a region called `name`; empty when
// there is none.
std::string_view other_region(const Gazetteer& gazetteer, const PlaceName& name,
                              std::string_view country);

// The country that all regions and countries of the text agree on, or empty. A name that may also
// be a city is no statement about the country.
std::string country_only(const Gazetteer& gazetteer, const std::vector<PlaceName>& names);

}  // namespace tablero
