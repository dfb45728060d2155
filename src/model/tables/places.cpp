#include "model/tables/places.h"

#include <utility>

#include "base/list.h"
#include "base/sort.h"
#include "model/figure_names.h"
#include "model/tables/tabs.h"

namespace tablero {

Table cities_table(const Reader& reader, const Store& store, const Selection& selection) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"map", "ciudades", "cities.json", w.t("panorama.map")});
  b.columns({{"city", "page.column.name"},
             {"country", "page.column.country"},
             {"lon", nullptr, CellKind::kNumber},
             {"lat", nullptr, CellKind::kNumber},
             {"editions", "page.column.edition"}});
  const List<City>& cities = store.cities.cities;
  for (std::size_t i = 0; i < cities.size(); ++i) {
    const City& city = cities[i];
    if (selection.cities[i] == 0) continue;
    std::string_view years;
    for (const CityEdition& e : city.editions) {
      years = w.join({years, years.empty() ? "" : " ", w.text.number(e.year)});
    }
    b.row(city.id).word(city.name).word(city.country, country_name(w, store, city.country));
    b.number(city.lon, 2).number(city.lat, 2).word(years);
  }
  return b.done(w.t("panorama.map"));
}

Table countries_table(const Reader& reader, const Store& store, const Selection& selection) {
  List<std::pair<int, const Country*>> counted;  // negative number of cities
  for (const Country& country : store.countries.countries) {
    int cities = 0;
    for (std::size_t i = 0; i < store.cities.cities.size(); ++i) {
      if (selection.cities[i] != 0 && store.cities.cities[i].country == country.iso2) --cities;
    }
    if (cities != 0) counted.push_back({cities, &country});
  }
  sort(counted, [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first
                              : a.second->name.in(reader.lang) < b.second->name.in(reader.lang);
  });
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"countries", "paises", "cities.json", w.t("map.list")});
  b.columns(
      {{"country", "page.column.country"}, {"cities", "map.layers.points", CellKind::kNumber}});
  for (const auto& [cities, country] : counted) {
    b.row(country->iso2).word(country->iso2, country->name.in(reader.lang));
    b.count(-cities, "count.cities");
  }
  return b.done(w.t("map.list"));
}

Table country_figures_table(const Reader& reader, const Store& store, const ViewState& state) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head({"country-figures", "cifras-de-paises", "countries.json", w.t("map.country.figures")});
  b.columns({{"id"},
             {"country", "page.column.country"},
             {"edition", "page.column.edition"},
             {"metric", "page.column.name"},
             {"value", "page.column.figure", CellKind::kAmount}});
  for (const Country& country : store.countries.countries) {
    CountryCode code;
    const bool chosen = parse_country(country.iso2, code) && has_country(state, code);
    if (!state.countries.empty() && !chosen) continue;
    for (const CountryFigure& f : country.figures) {
      const std::string_view id = country_figure_id(w, country.iso2, f.metric, f.edition);
      b.row(id).word(id).word(country.iso2, country.name.in(reader.lang)).edition(f.edition);
      b.named("metric.", f.metric);
      b.amount(f.value, f.qualifier).sources(f.sources);
    }
  }
  for (const Countries::Gap& gap : store.countries.gaps) {
    b.row(gap.metric).word({}).word({}, w.t("claim.country")).edition(0);
    b.named("metric.", gap.metric);
    b.amount({kNaN, gap.presence}, Qualifier::kExact);
  }
  return b.done(w.t("map.country.figures"));
}

template <>
List<Table> make_tables<View::kMapa>(const TabRecords& r) {
  List<Table> tables;
  tables.push_back(countries_table(r.reader, r.store, r.selection));
  tables.push_back(cities_table(r.reader, r.store, r.selection));
  tables.push_back(country_figures_table(r.reader, r.store, r.state));
  return tables;
}

}  // namespace tablero
