// Offline geocoding: from what a person typed to a city of the gazetteer: "CDMX", "Bogotá D.C.",
// "Madrid, España", "San Jose CA", "Lima Perú", "Vivo en La Plata (Argentina)", "EEUU".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "data/cities.h"
#include "data/countries.h"
#include "import/gazetteer.h"

namespace tablero {

// What was understood. A city always has its country.
struct Whereabouts {
  int city = -1;        // position in the gazetteer, -1 when no city was understood
  std::string country;  // ISO 3166-1 alpha-2, empty when not understood
  // Several cities have this name and neither country nor region decided between them: the largest
  // was taken.
  bool by_population = false;
  std::string runner_up;  // "Córdoba (ES)", the next larger one, when by_population

  bool operator==(const Whereabouts&) const = default;
};

class PlaceFinder {
 public:
  // `cities` provides the names of regions (its cities are in the gazetteer by id).
  PlaceFinder(const Gazetteer& gazetteer, const Countries& countries, const Cities& cities);

  // From now on `text` means `meaning` ("Ciudad de México, MX"). False when `meaning` itself is not
  // understood.
  bool add_meaning(std::string_view text, std::string_view meaning);

  // Understands one text that holds everything.
  Whereabouts find(std::string_view text) const;
  // City, region and country from separate columns; each may be empty or contain more than its
  // column says.
  Whereabouts find(std::string_view city, std::string_view region, std::string_view country) const;

  // ISO 3166-1 alpha-2 of a name or code ("EE. UU.", "México", "es", "ESP"), or empty.
  std::string country_of(std::string_view text) const;

 private:
  // What is known in addition to the name of the city.
  struct Hints {
    std::string country;
    std::string region;  // code of GeoNames within `country`; empty when not known
  };
  using RegionKey = std::pair<std::string, std::string>;  // country and code

  Whereabouts choose(std::string_view key, const Hints& hints) const;
  Whereabouts from_parts(const std::vector<std::string_view>& parts, Hints hints) const;
  Whereabouts from_words(std::string_view part, const Hints& hints) const;
  bool region_of(std::string_view text, const Hints& hints, std::string_view city,
                 Hints& out) const;
  bool rather_region(std::string_view text, const Whereabouts& w) const;
  std::string country_of_key(const std::string& key) const;

  const Gazetteer& gazetteer_;
  std::unordered_map<std::string, std::string> countries_;           // key of a name -> ISO code
  std::unordered_map<std::string, std::vector<RegionKey>> regions_;  // key of a name -> where it is
  std::map<std::string, Whereabouts, std::less<>> meanings_;  // key of a text -> what it means
};

}  // namespace tablero
