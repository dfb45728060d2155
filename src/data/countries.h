// data/countries.json: names of countries in three languages, and the figures published per
// country.
#pragma once

#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/figure.h"

namespace tablero {

// One published figure of one country.
struct CountryFigure {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  int edition = 0;     // year; 0 for figures that belong to no edition
  std::string metric;  // vocabulary word, e.g. "include_questions_collected"
  Amount value;        // no_data with Qualifier::kListOnly: named without a number
  Qualifier qualifier = Qualifier::kExact;
  std::string unit;            // empty for list_only
  int position = 0;            // place in a published list, 1 first; 0 when the list has no order
  std::string claim;           // id of the claim it repeats (editions.json), or empty
  List<std::string> projects;  // ids counted, for derived figures
  SourceIds sources;
};

struct Country {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string iso2;            // ISO 3166-1 alpha-2, upper case
  int iso_numeric = 0;         // ISO 3166-1 numeric, as the base map uses it; 0 when there is none
  LocalText name;              // es, pt, en (Unicode CLDR)
  List<std::string> synonyms;  // other names people type: "EEUU", "USA"
  List<CountryFigure> figures;
};

struct Countries {
  List<Country> countries;  // by iso2, ascending
  // Frequently requested metrics that no source gives per country ("participants"), and the kind of
  // missing.
  struct Gap {
    static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
    std::string metric;
    Presence presence = Presence::kNoData;
  };
  List<Gap> gaps;

  const Country* find(std::string_view iso2) const;    // binary search; nullptr when unknown
  const Country* find_numeric(int iso_numeric) const;  // nullptr when unknown or 0
};

Result<Countries> load_countries(std::string_view bytes, std::string_view file,
                                 List<Fault>* all = nullptr);

}  // namespace tablero
