#include <cstdlib>

#include "import/publisher.h"

namespace tablero {

int Publisher::earlier_count(const Place& place) const {
  for (const City& c : cities_.cities) {
    if (c.id != city_id(place)) continue;
    const CityEdition* e = c.in(options_.year);
    const bool own = e != nullptr && e->count.known() && has_source(e->sources, source_);
    return own ? static_cast<int>(e->count.value) : -1;
  }
  return -1;
}

int Publisher::earlier_figure(const std::string& iso2) const {
  const Country* country = countries_.find(iso2);
  if (country == nullptr) return -1;
  for (const CountryFigure& f : country->figures) {
    if (f.edition == options_.year && f.metric == kMetric && has_source(f.sources, source_) &&
        f.value.known())
      return static_cast<int>(f.value.value);
  }
  return -1;
}

int Publisher::earlier_total() const {
  for (const Claim& c : editions_.find(options_.year)->claims) {
    if (c.metric == kTotalMetric && has_source(c.sources, source_) && c.value.known())
      return static_cast<int>(c.value.value);
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

void Publisher::keep_earlier() {
  // The difference that a sum leaves to the parts that are not published.
  const auto telling = [&](int difference) {
    return difference != 0 && std::abs(difference) < options_.k;
  };
  const int total_before = earlier_total();
  int countries_differ = 0;
  for (CountryCell& c : cells_) {
    int cities_differ = 0;
    for (CityCell& city : c.cities) {
      if (gate_[city.figure].hidden) continue;
      const Place place = gazetteer_.at(static_cast<std::size_t>(city.city));
      const int before = earlier_count(place);
      city.published = kept(city.people, before, std::string(place.name));
      if (before >= 0) cities_differ += city.published - before;
    }
    if (gate_[c.figure].hidden) continue;
    const int before = earlier_figure(c.iso2);
    c.published = kept(c.people, before, c.iso2);
    if (before >= 0 && c.published != before && telling(c.published - before - cities_differ)) {
      summary_.remarks.push_back(c.iso2 + " keeps " + std::to_string(before) +
                                 ": with its cities it would tell of fewer than " +
                                 std::to_string(options_.k) + " people");
      c.published = before;
    }
    if (before >= 0) countries_differ += c.published - before;
  }
  published_total_ = kept(in_.people, total_before, "the edition");
  if (total_before >= 0 && published_total_ != total_before &&
      telling(published_total_ - total_before - countries_differ)) {
    summary_.remarks.push_back("the edition keeps " + std::to_string(total_before) +
                               ": with its countries it would tell of fewer than " +
                               std::to_string(options_.k) + " people");
    published_total_ = total_before;
  }
  summary_.people = published_total_;
}

}  // namespace tablero
