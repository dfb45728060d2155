#include <cstdlib>

#include "import/publisher.h"

namespace tablero {
namespace {

int number_of(const Amount& amount) { return amount.known() ? static_cast<int>(amount.value) : -1; }

}  // namespace

int Publisher::earlier_total() const {
  for (const Claim& c : editions_.find(options_.year)->claims) {
    if (c.metric == kTotalMetric && has_source(c.sources, source_)) return number_of(c.value);
  }
  return -1;
}

int Publisher::kept(int people, int earlier, const std::string& name) {
  const int difference = std::abs(people - earlier);
  if (earlier < 0 || difference == 0 || difference >= options_.k) return people;
  summary_.remarks.push_back(name + " keeps " + std::to_string(earlier) +
                             ": the difference to the last import would tell of fewer than " +
                             std::to_string(options_.k) + " people");
  return earlier;
}

int Publisher::kept_sum(int people, int earlier, int difference, const std::string& name,
                        std::string_view parts) {
  const int published = kept(people, earlier, name);
  if (earlier < 0 || published == earlier) return published;
  // What the parts that are not published have of the difference.
  const int rest = std::abs(published - earlier - difference);
  if (rest == 0 || rest >= options_.k) return published;
  summary_.remarks.push_back(name + " keeps " + std::to_string(earlier) + ": with its " +
                             std::string(parts) + " it would tell of fewer than " +
                             std::to_string(options_.k) + " people");
  return earlier;
}

void Publisher::keep_earlier() {
  int countries_differ = 0;
  for (CountryCell& c : cells_) {
    int cities_differ = 0;
    for (CityCell& city : c.cities) {
      if (gate_[city.figure].hidden) continue;
      const Place place = gazetteer_.at(static_cast<std::size_t>(city.city));
      const CityEdition* e = count_of(place, By::kThis);
      const int before = e != nullptr ? number_of(e->count) : -1;
      city.published = kept(city.people, before, std::string(place.name));
      if (before >= 0) cities_differ += city.published - before;
    }
    if (gate_[c.figure].hidden) continue;
    const CountryFigure* f = figure_of(c.iso2, By::kThis);
    const int before = f != nullptr ? number_of(f->value) : -1;
    c.published = kept_sum(c.people, before, cities_differ, c.iso2, "cities");
    if (before >= 0) countries_differ += c.published - before;
  }
  published_total_ =
      kept_sum(in_.people, earlier_total(), countries_differ, "the edition", "countries");
  summary_.people = published_total_;
}

}  // namespace tablero
