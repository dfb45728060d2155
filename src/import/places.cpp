#include "import/places.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"
#include "import/place_choice.h"
#include "import/place_text.h"

namespace tablero {

PlaceFinder::PlaceFinder(const Gazetteer& gazetteer, const Countries& countries)
    : gazetteer_(gazetteer), reader_(gazetteer, countries) {}

bool PlaceFinder::add_meaning(std::string_view text, std::string_view meaning) {
  Whereabouts w = find(meaning);
  if (w.country.empty()) return false;
  w.guessed = false;
  w.runner_up.clear();
  meanings_[place_key(text)] = std::move(w);
  return true;
}

Whereabouts PlaceFinder::find(std::string_view text) const {
  const std::string key = place_key(text);
  if (const auto at = meanings_.find(key); at != meanings_.end()) return at->second;
  // "Washington, D.C." and "México, D.F." are names of one city, though they have two parts.
  const std::vector<TextPart> parts = place_parts(text);
  if (parts.size() > 1) {
    for (const std::string& name : {key, squeezed(key)}) {
      for (const NamedPlace& place : gazetteer_.find(name)) {
        if (place.kind == NameKind::kAlias)
          return choose_place(gazetteer_, {{std::string(text), {place}, {}, {}, false}});
      }
    }
  }
  return choose_place(gazetteer_, reader_.names_of(parts));
}

Whereabouts PlaceFinder::find(std::string_view city, std::string_view region,
                              std::string_view country) const {
  city = trim(city);
  region = trim(region);
  country = trim(country);
  std::string stated = country_of(country);
  // A column called country that holds "Madrid, España" says more than the country.
  if (stated.empty() && !country.empty()) {
    Whereabouts w = find(country);
    if (w.city >= 0 && city.empty()) return w;
    stated = w.country;
  }
  if (stated.empty() && region.empty()) return find(city);
  if (const auto at = meanings_.find(place_key(city)); at != meanings_.end()) {
    if (stated.empty() || at->second.country == stated) return at->second;
  }
  std::vector<TextPart> parts = place_parts(city);
  for (TextPart& part : place_parts(region)) parts.push_back(std::move(part));
  if (!stated.empty()) parts.push_back({stated, true, false});
  std::vector<PlaceName> names = reader_.names_of(parts);
  if (stated.empty()) return choose_place(gazetteer_, names);
  // The column of the country decides against everything else.
  const Whereabouts w = choose_place(gazetteer_, names);
  return w.country == stated ? w : Whereabouts{-1, stated, false, {}};
}

}  // namespace tablero
