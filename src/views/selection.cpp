#include "views/selection.h"

#include <algorithm>

#include "base/text.h"

namespace tablero {
namespace {

bool country_wanted(const std::vector<CountryCode>& wanted, std::string_view iso2) {
  if (wanted.empty()) return true;
  CountryCode code;
  return parse_country(iso2, code) && std::binary_search(wanted.begin(), wanted.end(), code);
}

bool any_country_wanted(const std::vector<CountryCode>& wanted,
                        const std::vector<std::string>& codes) {
  if (wanted.empty()) return true;
  return std::any_of(codes.begin(), codes.end(),
                     [&](const std::string& c) { return country_wanted(wanted, c); });
}

bool year_wanted(const std::vector<int>& years, int year) {
  return years.empty() || std::binary_search(years.begin(), years.end(), year);
}

void add_country_names(const Store& store, std::string_view iso2, std::string& text) {
  const Country* country = store.countries.find(iso2);
  if (country == nullptr) return;
  for (const std::string& name : country->name.text) text += ' ' + name;
  for (const std::string& name : country->synonyms) text += ' ' + name;
}

int count_ones(const std::vector<std::uint8_t>& flags) {
  return static_cast<int>(std::count(flags.begin(), flags.end(), std::uint8_t{1}));
}

}  // namespace

bool Selection::update(const Store& store, const ViewState& state) {
  if (store.generation() == store_generation_ && years_ == state.editions &&
      countries_ == state.countries && query_ == state.q && generation != 0) {
    return false;
  }
  store_generation_ = store.generation();
  years_ = state.editions;
  countries_ = state.countries;
  query_ = state.q;
  const std::string query = fold(state.q);

  cities.clear();
  for (const City& city : store.cities.cities) {
    bool in_year = false;
    for (const CityEdition& e : city.editions) in_year = in_year || year_wanted(years_, e.year);
    bool keep = in_year && country_wanted(countries_, city.country);
    if (keep && !query.empty()) {
      std::string text = city.name + ' ' + city.region;
      add_country_names(store, city.country, text);
      keep = matches_words(fold(text), query);
    }
    cities.push_back(keep ? 1 : 0);
  }
  editions.clear();
  for (const Edition& e : store.editions.editions) {
    editions.push_back(year_wanted(years_, e.year) ? 1 : 0);
  }
  models.clear();
  for (const Model& m : store.models.models) {
    models.push_back(query.empty() || matches_words(fold(m.id), query) ? 1 : 0);
  }
  projects.clear();
  for (const Project& p : store.projects.projects) {
    bool keep = year_wanted(years_, p.edition) && any_country_wanted(countries_, p.countries);
    if (keep && !query.empty()) {
      std::string text = p.name + ' ' + p.title + ' ' + p.topic;
      for (const std::string& c : p.countries) add_country_names(store, c, text);
      keep = matches_words(fold(text), query);
    }
    projects.push_back(keep ? 1 : 0);
  }
  events.clear();
  for (const Event& e : store.events.events) {
    bool keep = year_wanted(years_, e.edition);
    if (keep && !query.empty()) {
      std::string text = e.title;
      for (const Speaker& s : e.speakers) text += ' ' + s.name + ' ' + s.affiliation;
      keep = matches_words(fold(text), query);
    }
    events.push_back(keep ? 1 : 0);
  }
  ++generation;
  return true;
}

Selection::Count Selection::count(const Store& store, const ViewState& state) const {
  const std::vector<std::uint8_t>* flags = &editions;
  switch (state.view) {
    case View::kMapa:
      flags = &cities;
      break;
    case View::kLeaderboard: {
      Count c;
      const ScoreTable* table = store.scores(
          state.snapshot.empty() ? store.results.main_snapshot : state.snapshot);
      if (table == nullptr) return c;
      c.total = static_cast<int>(table->models.size());
      const std::string query = fold(state.q);
      for (const std::string& id : table->models) {
        if (query.empty() || matches_words(fold(id), query)) ++c.shown;
      }
      return c;
    }
    case View::kProyectos:
      flags = &projects;
      break;
    case View::kCharlas:
      flags = &events;
      break;
    default:
      break;
  }
  return {count_ones(*flags), static_cast<int>(flags->size())};
}

}  // namespace tablero
