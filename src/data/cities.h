// data/cities.json: where participants came from, city by city.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/figure.h"

namespace tablero {

// How certain it is which city a dot stands for. The positions of 2022 and 2024 were read off
// published maps.
enum class Confidence : std::uint8_t { kHigh, kMedium, kLow };
inline constexpr std::array<std::string_view, 3> kConfidenceNames = {"high", "medium", "low"};

// One city in one edition.
struct CityEdition {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  int year = 0;
  Confidence confidence = Confidence::kHigh;
  // Distance between the dot on the published map and the city it was matched with, in km; NaN when
  // the city was named by the participants themselves (an imported registration).
  double match_km = 0;
  Amount count;  // participants; no_data for the published maps, which carry no counts
  SourceIds sources;
};

struct City {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string id;              // "g" and the GeoNames id, e.g. "g3117735"
  std::string name;            // as GeoNames writes it
  std::string region;          // first-level administrative region, may be empty
  std::string country;         // ISO 3166-1 alpha-2, in countries.json
  double lon = 0;              // degrees, WGS84, -180 to 180; NaN when out of range in the file
  double lat = 0;              // degrees, WGS84, -90 to 90; NaN likewise
  int population = 0;          // of GeoNames; orders labels, says nothing about participants
  List<CityEdition> editions;  // by year, at least one

  const CityEdition* in(int year) const;
};

struct Cities {
  List<City> cities;  // by country, then name
  List<int> years;    // editions that have any city, ascending
  LocalText note;     // where the positions come from; shown beside every map
};

Result<Cities> load_cities(std::string_view bytes, std::string_view file,
                           List<Fault>* all = nullptr);

}  // namespace tablero
