// Offline geocoding: from what a person typed to a city of the gazetteer: "CDMX", "Bogotá D.C.",
// "Madrid, España", "San Jose CA", "Mérida, Badajoz", "Vivo en La Plata (Argentina)", "EEUU".
//
// A text is cut into names (place_text.h), each of which may be several cities, regions and
// countries (place_reading.h). The answer is the city that explains all of them: it has one of the
// names and lies in what the others say. A region or country that is stated binds: no city outside
// it is taken. A name that stands alone means the largest city of the community's countries, which
// is a guess wherever another city of that name comes near, and stays open where two are about as
// large.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "data/countries.h"
#include "import/gazetteer.h"
#include "import/place_reading.h"

namespace tablero {

// What was understood. A city always has its country.
struct Whereabouts {
  int city = -1;        // position in the gazetteer, -1 when no city was understood
  std::string country;  // ISO 3166-1 alpha-2, empty when not understood
  // Several cities have this name and neither country nor region decided between them, or the name
  // is misspelled: this city is a guess.
  bool guessed = false;
  // What else it could be, "Córdoba (ES)", when guessed; empty when the name is misspelled.
  std::string runner_up;

  bool operator==(const Whereabouts&) const = default;
};

class PlaceFinder {
 public:
  PlaceFinder(const Gazetteer& gazetteer, const Countries& countries);

  // From now on `text` means `meaning` ("Ciudad de México, MX"). False when `meaning` itself is not
  // understood.
  bool add_meaning(std::string_view text, std::string_view meaning);

  // Understands one text that holds everything.
  Whereabouts find(std::string_view text) const;
  // City, region and country from separate columns; each may be empty or contain more than its
  // column says.
  Whereabouts find(std::string_view city, std::string_view region, std::string_view country) const;

  // ISO 3166-1 alpha-2 of a name or code ("EE. UU.", "México", "es", "ESP"), or empty.
  std::string country_of(std::string_view text) const { return reader_.country_of(text); }

 private:
  const Gazetteer& gazetteer_;
  PlaceReader reader_;
  std::map<std::string, Whereabouts, std::less<>> meanings_;  // key of a text -> what it means
};

}  // namespace tablero
