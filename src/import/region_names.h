// States and provinces as people write them after a city: "San Jose, CA", "Campinas SP", "Austin,
// Texas".
#pragma once

#include <span>
#include <string_view>

namespace tablero {

struct RegionName {
  std::string_view key;      // made by place_key(): a postal code or a name
  std::string_view country;  // ISO 3166-1 alpha-2
  std::string_view code;     // first-level administrative code of GeoNames
};

// Postal codes of two letters of the US, Brazil and Canada.
std::span<const RegionName> region_codes();

// Names of the states of the US. Other regions are known from data/cities.json.
std::span<const RegionName> region_names();

}  // namespace tablero
