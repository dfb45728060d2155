#include "import/publisher.h"

#include <array>
#include <map>

#include "base/text.h"
#include "data/sources.h"
#include "import/record_edit.h"

namespace tablero {
namespace {

// Whether the claim reveals how many people there were.
bool counts_people(const Claim& c) {
  return (c.metric == kMetric || c.metric == kTotalMetric) && c.value.known() &&
         c.qualifier == Qualifier::kExact;
}

bool covers(const Claim& c, int year) {
  return std::find(c.covers.begin(), c.covers.end(), year) != c.covers.end();
}

}  // namespace

Result<void> Publisher::load() {
  Result<Cities> cities = load_cities(files_.cities, "data/cities.json");
  Result<Countries> countries = load_countries(files_.countries, "data/countries.json");
  Result<Editions> editions = load_editions(files_.editions, "data/editions.json");
  if (!cities.ok()) return cities.fault();
  if (!countries.ok()) return countries.fault();
  if (!editions.ok()) return editions.fault();
  cities_ = std::move(cities.value());
  countries_ = std::move(countries.value());
  editions_ = std::move(editions.value());
  if (editions_.find(options_.year) != nullptr) return {};
  return Fault{"--edition", "", "the year of an edition in editions.json",
               std::to_string(options_.year)};
}

Result<void> Publisher::collect() {
  for (const PlaceCount& p : in_.places) {
    distinct_ += p.distinct;
    if (p.country.empty()) {
      nowhere_ = p.people;
      nowhere_distinct_ = p.distinct;
      continue;
    }
    if (cells_.empty() || cells_.back().iso2 != p.country)
      cells_.push_back({p.country, 0, 0, {}, 0, 0, 0, 0});
    CountryCell& cell = cells_.back();
    cell.people += p.people;
    cell.published = cell.people;
    cell.distinct += p.distinct;
    if (p.city < 0) {
      cell.elsewhere += p.people;
      cell.elsewhere_distinct += p.distinct;
    } else {
      cell.cities.push_back({p.city, p.people, p.distinct, p.sure, 0, p.people});
    }
  }
  summary_.people = published_total_ = in_.people;
  if (distinct_ >= options_.k) return {};
  return Fault{"registrations", "", "at least " + std::to_string(options_.k) + " people",
               "fewer: nothing of this edition may be published"};
}

const CountryFigure* Publisher::figure_of(const std::string& iso2, By by) const {
  const Country* country = countries_.find(iso2);
  if (country == nullptr) return nullptr;
  for (const CountryFigure& f : country->figures) {
    if (f.edition == options_.year && f.metric == kMetric &&
        has_source(f.sources, source_) == (by == By::kThis))
      return &f;
  }
  return nullptr;
}

const CityEdition* Publisher::count_of(const Place& place, By by) const {
  for (const City& c : cities_.cities) {
    if (c.id != city_id(place)) continue;
    const CityEdition* e = c.in(options_.year);
    const bool counts =
        e != nullptr && e->count.known() && has_source(e->sources, source_) == (by == By::kThis);
    return counts ? e : nullptr;
  }
  return nullptr;
}

DisclosureTable Publisher::table(bool total_fixed) {
  DisclosureTable t(options_.k);
  const int edition = t.add_sum();
  for (CountryCell& c : cells_) {
    const int country = t.add_sum();
    for (CityCell& city : c.cities) {
      const CityEdition* e =
          count_of(gazetteer_.at(static_cast<std::size_t>(city.city)), By::kOthers);
      city.figure = t.add({0, country, city.people, e != nullptr && e->count.value == city.people,
                           false, false, "a city of " + c.iso2, city.distinct});
    }
    if (c.elsewhere > 0)
      t.add({0, country, c.elsewhere, false, true, false, "the rest of " + c.iso2,
             c.elsewhere_distinct});
    const CountryFigure* f = figure_of(c.iso2, By::kOthers);
    c.figure = t.add({country, edition, c.people, f != nullptr && f->value.value == c.people, false,
                      false, c.iso2, c.distinct});
  }
  if (nowhere_ > 0)
    t.add(
        {0, edition, nowhere_, false, true, false, "people without a country", nowhere_distinct_});
  total_ = t.add({edition, 0, in_.people, total_fixed, false, false, "the edition", distinct_});
  return t;
}

// The exact number of people that another source states for an edition, or -1.
int Publisher::stated_total(int year) const {
  const Edition* edition = editions_.find(year);
  if (edition == nullptr) return -1;
  for (const Claim& c : edition->claims) {
    if (counts_people(c) && !has_source(c.sources, source_)) return static_cast<int>(c.value.value);
  }
  return -1;
}

bool Publisher::total_is_known() const {
  for (const Claim& c : editions_.find(options_.year)->claims) {
    if (counts_people(c) && c.value.value == in_.people && !has_source(c.sources, source_))
      return true;
  }
  for (const Claim& c : editions_.cumulative_claims) {
    if (!counts_people(c) || !covers(c, options_.year)) continue;
    int rest = static_cast<int>(c.value.value);
    bool all_known = true;
    for (const int year : c.covers) {
      if (year == options_.year) continue;
      const int total = stated_total(year);
      all_known = all_known && total >= 0;
      rest -= total;
    }
    if (all_known && rest == in_.people) return true;
  }
  return false;
}

Result<void> Publisher::protect() {
  gate_ = table(true);
  Result<void> safe = gate_.protect();
  if (!safe.ok() && !total_is_known()) {
    gate_ = table(false);
    safe = gate_.protect();
  }
  return safe;
}

}  // namespace tablero
