#include "import/place_choice.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "import/place_facts.h"

namespace tablero {
namespace {

// A city of the same name is worth telling when it has this many people or this share of the
// chosen one.
constexpr double kRivalPeople = 100'000, kRivalShare = 0.05;
// A rival below this share is one that nobody of the others thinks of: Madrid in Colombia.
constexpr double kUnheardOf = 0.005;
// Below this ratio between the two largest, a name that stands alone is left open.
constexpr double kClear = 3;
// A name that stands alone is no village: words that are no place at all are names of villages too.
constexpr std::uint32_t kSmallestAlone = 5'000;
// A city of this many people is known beyond its region.
constexpr double kKnown = 100'000;
// A suburb's name may stand beside that of its city.
constexpr double kNearKilometers = 40;
// A quarter beside this large a city may have the name of a small town elsewhere.
constexpr double kLargeCity = 300'000, kSmallTown = 50'000;
// Between cities of one name, people count times the number of other names in GeoNames (how well
// known the city is) and this many more.
constexpr double kFewNames = 5;
// Another name in GeoNames may be an old or foreign one: "Zaragoza" for Tijuana.
constexpr double kWeakAlone = 0.1;

// How much a kind of name counts against a name of its own, by NameKind.
constexpr double kKindWeight[] = {1, 1, 0.5, 0.1};
// Weight of a city whose text names the broader place first, or only a town beside it.
constexpr double kReversed = 0.01, kNearby = 0.001;

// Names of countries that, when they stand alone, our participants use for a city.
constexpr std::string_view kRatherCities[] = {"granada", "guadalupe", "santa lucia", "san martin"};

struct Candidate {
  NamedPlace named;
  Place place;
  std::size_t name = 0;  // which of the names it has
  double weight = 0;     // people, reduced by how well it explains the text
  bool stated = false;   // a region or country in the text contains it
  bool region = false;   // that was a region
  bool strong() const { return named.kind == NameKind::kOwn || named.kind == NameKind::kAlias; }
};

// A city of this many people is worth telling beside a larger one of its name: fewer for those of
// the community.
double told_from(const Place& p) { return is_community(p.country) ? kSmallTown : kRivalPeople; }

class Choice {
 public:
  Choice(const Gazetteer& gazetteer, const std::vector<PlaceName>& names)
      : gazetteer_(gazetteer), names_(names) {}

  Whereabouts run() const {
    if (names_.empty()) return {};
    std::vector<Candidate> found = consistent();
    if (found.empty()) return without_quarter();
    const bool stated =
        std::any_of(found.begin(), found.end(), [](const Candidate& c) { return c.stated; });
    return stated ? among_stated(std::move(found)) : alone(std::move(found));
  }

 private:
  enum class Fit { kNo, kSame, kInside, kInRegion, kNear };

  Fit fit(const Place& p, std::uint32_t index, const PlaceName& name, bool same_text) const;
  std::vector<Candidate> consistent() const;
  Whereabouts among_stated(std::vector<Candidate> found) const;
  Whereabouts alone(std::vector<Candidate> found) const;
  Whereabouts alone_among(const std::vector<Candidate>& found) const;
  Whereabouts without_quarter() const;
  Whereabouts country_only() const;
  std::string country_of_regions(const PlaceName& name, const Candidate* city,
                                 bool& contradicts) const;
  std::string_view other_region(const PlaceName& name, std::string_view country) const;
  bool is_seat_of_name(const Candidate& c, const PlaceName& name) const;
  Whereabouts told(const Candidate& c, std::string other) const;
  Whereabouts taken(const Candidate& c) const;

  const Gazetteer& gazetteer_;
  const std::vector<PlaceName>& names_;
};

// How `name` says where the city `p` is. `same_text`: the city is called so itself, and its own
// municipality says nothing new.
Choice::Fit Choice::fit(const Place& p, std::uint32_t index, const PlaceName& name,
                        bool same_text) const {
  const auto contains = [&](std::uint32_t r) {
    if (!in_region(gazetteer_, p, r)) return false;
    return !same_text || gazetteer_.region_at(r).parent == 0 || has_provinces(p.country);
  };
  if (std::any_of(name.regions.begin(), name.regions.end(), contains)) return Fit::kInRegion;
  if (std::find(name.countries.begin(), name.countries.end(), p.country) != name.countries.end())
    return Fit::kInside;
  for (const NamedPlace& other : name.cities) {
    if (other.place == index) return Fit::kSame;
  }
  for (const NamedPlace& other : name.cities) {
    const Place q = gazetteer_.at(other.place);
    if (q.country == p.country && people(q) > people(p) && kilometers(p, q) < kNearKilometers)
      return Fit::kNear;
  }
  return Fit::kNo;
}

// The cities that explain all names of the text.
std::vector<Candidate> Choice::consistent() const {
  std::vector<Candidate> found;
  for (std::size_t n = 0; n < names_.size(); ++n) {
    for (const NamedPlace& city : names_[n].cities) {
      const bool known = std::any_of(found.begin(), found.end(), [&](const Candidate& c) {
        return c.named.place == city.place;
      });
      if (known) continue;
      Candidate c{city, gazetteer_.at(city.place), n, 0, false, false};
      c.weight = people(c.place) * kKindWeight[static_cast<std::size_t>(city.kind)];
      bool all = true;
      for (std::size_t other = 0; other < names_.size() && all; ++other) {
        if (other == n) continue;
        const bool same_text = place_key(names_[other].text) == place_key(names_[n].text);
        const Fit f = fit(c.place, city.place, names_[other], same_text);
        if (f == Fit::kNo) all = false;
        if (f == Fit::kNear) c.weight *= kNearby;
        if (f != Fit::kInside && f != Fit::kInRegion) continue;
        c.stated = true;
        c.region = c.region || f == Fit::kInRegion;
        if (other < n) c.weight *= kReversed;
      }
      if (all) found.push_back(std::move(c));
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
  return found;
}

Whereabouts Choice::taken(const Candidate& c) const {
  Whereabouts w{static_cast<int>(c.named.place), std::string(c.place.country), false, {}};
  if (names_[c.name].misspelled) {
    w.guessed = true;
  }
  return w;
}

Whereabouts Choice::told(const Candidate& c, std::string other) const {
  return {static_cast<int>(c.named.place), std::string(c.place.country), true, std::move(other)};
}

// Whether the city is the one that a region of the same name is called after.
bool Choice::is_seat_of_name(const Candidate& c, const PlaceName& name) const {
  const bool first_level = std::any_of(name.regions.begin(), name.regions.end(),
                                       [&](auto r) { return is_state(gazetteer_.region_at(r)); });
  return std::any_of(name.regions.begin(), name.regions.end(), [&](std::uint32_t r) {
    const Region region = gazetteer_.region_at(r);
    if (!in_region(gazetteer_, c.place, r)) return false;
    if (first_level && region.parent != 0 && !has_provinces(region.country)) return false;
    return people(c.place) >= kKnown || c.place.seat == 1 ||
           (c.place.seat == 2 && region.parent != 0);
  });
}

// The text states a country or region besides the name.
Whereabouts Choice::among_stated(std::vector<Candidate> found) const {
  found.erase(
      std::remove_if(found.begin(), found.end(), [](const Candidate& c) { return !c.stated; }),
      found.end());
  const Candidate& top = found.front();
  const PlaceName& name = names_[top.name];
  // "Jalisco, México" is the state, not a village of that name.
  const bool region_too =
      std::any_of(name.regions.begin(), name.regions.end(), [&](std::uint32_t r) {
        const Region region = gazetteer_.region_at(r);
        return region.country == top.place.country && region.parent == 0 && !region.code.empty();
      });
  if (region_too && !top.region && !is_seat_of_name(top, name) &&
      (!top.strong() || people(top.place) < kKnown))
    return {-1, std::string(top.place.country), false, {}};
  // "Peru, Indiana": a small town called like a country is not told from a slip.
  const bool country_too = !name.countries.empty() && name.countries.front() != top.place.country;
  if (country_too && people(top.place) < kSmallTown)
    return {-1, std::string(top.place.country), false, {}};
  for (std::size_t i = 1; i < found.size(); ++i) {
    const Candidate& rival = found[i];
    if (rival.place.country == top.place.country &&
        kilometers(rival.place, top.place) < kNearKilometers)
      continue;
    const double share = top.region ? 1 / kClear : kRivalShare;
    const bool near =
        rival.weight >= top.weight * share || (!top.region && rival.weight >= kRivalPeople);
    return near ? told(top, named(rival.place)) : taken(top);
  }
  return taken(top);
}

// The country that the regions called `name` agree on. `contradicts` where they do not and none
// contains `city`.
std::string Choice::country_of_regions(const PlaceName& name, const Candidate* city,
                                       bool& contradicts) const {
  // A state that many times smaller than another of its name is not meant.
  std::uint32_t largest = 0;
  for (const std::uint32_t r : name.regions) {
    const Region region = gazetteer_.region_at(r);
    if (is_state(region)) largest = std::max(largest, region.people);
  }
  std::vector<std::string_view> first, second;
  for (const std::uint32_t r : name.regions) {
    const Region region = gazetteer_.region_at(r);
    if (is_state(region) && region.people * kClear >= largest) {
      first.push_back(region.country);
    } else if (!is_state(region) && (region.country == "ES" || city == nullptr)) {
      second.push_back(region.country);
    }
  }
  const std::vector<std::string_view>& countries = !first.empty() ? first : second;
  contradicts = std::any_of(countries.begin(), countries.end(),
                            [&](std::string_view c) { return c != countries.front(); });
  return contradicts || countries.empty() ? std::string() : std::string(countries.front());
}

// The country of the community, other than `country`, that has a region called `name`; empty when
// there is none.
std::string_view Choice::other_region(const PlaceName& name, std::string_view country) const {
  for (const std::uint32_t r : name.regions) {
    const Region region = gazetteer_.region_at(r);
    if (is_state(region) && region.country != country && is_community(region.country))
      return region.country;
  }
  return {};
}

// One name stands alone.
Whereabouts Choice::alone(std::vector<Candidate> found) const {
  for (Candidate& c : found)
    c.weight *= (kFewNames + c.place.other_names) * (c.strong() ? 1 : kWeakAlone);
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
  const Candidate& largest = found.front();
  const PlaceName& name = names_[largest.name];
  const std::string key = place_key(name.text);
  const bool city_first =
      std::find(std::begin(kRatherCities), std::end(kRatherCities), key) != std::end(kRatherCities);
  if (!name.countries.empty() && !city_first) {
    const std::string& country = name.countries.front();
    const bool elsewhere = std::any_of(found.begin(), found.end(), [&](const Candidate& c) {
      return c.strong() && c.place.country != country && people(c.place) >= kKnown;
    });
    const bool region_elsewhere =
        std::any_of(name.regions.begin(), name.regions.end(), [&](std::uint32_t r) {
          const Region region = gazetteer_.region_at(r);
          return is_state(region) && region.country != country;
        });
    if (elsewhere || region_elsewhere) return {};
    return {-1, country, false, {}};
  }
  Whereabouts w = alone_among(found);
  if (name.regions.empty()) return w;
  const auto chosen = std::find_if(found.begin(), found.end(), [&](const Candidate& c) {
    return static_cast<int>(c.named.place) == w.city;
  });
  if (chosen != found.end() && chosen->strong() && is_seat_of_name(*chosen, name)) {
    const std::string_view other = other_region(name, chosen->place.country);
    if (!w.guessed && !other.empty())
      return told(*chosen, std::string(chosen->place.name) + " (" + std::string(other) + ")");
    return w;
  }
  bool contradicts = false;
  const std::string region =
      country_of_regions(name, chosen != found.end() ? &*chosen : &largest, contradicts);
  if (region.empty() && !contradicts) return w;
  if (chosen != found.end() && chosen->strong() && people(chosen->place) >= kKnown &&
      (chosen->place.seat == 1 || people(chosen->place) >= kLargeCity || region.empty())) {
    const std::string_view other = other_region(name, chosen->place.country);
    if (!w.guessed && !other.empty())
      return told(*chosen, std::string(chosen->place.name) + " (" + std::string(other) + ")");
    return w;
  }
  const bool open_between_cities = chosen == found.end() && largest.strong() &&
                                   people(largest.place) >= kKnown && w.country != region;
  return open_between_cities ? Whereabouts{} : Whereabouts{-1, region, false, {}};
}

// The largest city of the community's countries, unless others come near.
Whereabouts Choice::alone_among(const std::vector<Candidate>& found) const {
  const Candidate *ours = nullptr, *foreign = nullptr;
  for (const Candidate& c : found) {
    const Candidate*& first = is_community(c.place.country) ? ours : foreign;
    if (first == nullptr) first = &c;
  }
  const Candidate* top = ours;
  if (top == nullptr ||
      (foreign != nullptr && foreign->strong() && ours->weight < foreign->weight * kRivalShare))
    top = foreign != nullptr ? foreign : ours;
  if (top == foreign && ours != nullptr && !foreign->strong()) top = ours;
  if (top->place.population < kSmallestAlone) return {};

  const Candidate* rival = nullptr;
  for (const Candidate& c : found) {
    if (&c == top || (top == ours && !is_community(c.place.country) && !c.strong())) continue;
    if (c.place.country == top->place.country && kilometers(c.place, top->place) < kNearKilometers)
      continue;
    if (rival == nullptr || c.weight > rival->weight) rival = &c;
  }
  if (rival == nullptr) return taken(*top);
  const bool foreign_rival = top == ours && !is_community(rival->place.country);
  const double ratio = foreign_rival ? top->weight * kClear : top->weight / kClear;
  const bool close = rival->weight > ratio && (rival->strong() || !top->strong());
  if (close) {
    const bool same = rival->place.country == top->place.country;
    return {-1, same ? std::string(top->place.country) : std::string(), false, {}};
  }
  const bool worth_telling = (rival->strong() && people(rival->place) >= told_from(rival->place) &&
                              rival->weight >= top->weight * kUnheardOf) ||
                             rival->weight >= top->weight * kRivalShare ||
                             (top == foreign && is_community(rival->place.country) &&
                              people(rival->place) >= 2.0 * kSmallestAlone);
  return worth_telling ? told(*top, named(rival->place)) : taken(*top);
}

// No city explains everything. A quarter or suburb that GeoNames knows only elsewhere does not hide
// the large city beside it: "Kennedy, Bogotá". Where a larger city abroad has the name of the
// quarter ("Palermo, Buenos Aires"), this is a guess.
Whereabouts Choice::without_quarter() const {
  for (std::size_t i = 0; i < names_.size() && names_.size() > 1; ++i) {
    const PlaceName& name = names_[i];
    if (name.cities.empty() || !name.countries.empty()) continue;
    std::string larger;
    bool small = true;
    for (const NamedPlace& city : name.cities) {
      const Place p = gazetteer_.at(city.place);
      if (people(p) < kSmallTown || city.kind == NameKind::kShort) continue;
      if (is_community(p.country)) small = false;
      if (larger.empty()) larger = named(p);
    }
    if (!small || i + 1 == names_.size()) continue;
    std::vector<PlaceName> rest = names_;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    Whereabouts w = Choice(gazetteer_, rest).run();
    if (w.city < 0) continue;
    const Place p = gazetteer_.at(static_cast<std::size_t>(w.city));
    if (people(p) < kLargeCity || !is_community(p.country)) continue;
    if (!larger.empty() && !w.guessed) {
      w.guessed = true;
      w.runner_up = larger;
    }
    return w;
  }
  return country_only();
}

// The country that all regions and countries of the text agree on. A name that may also be a city
// is no statement about the country.
Whereabouts Choice::country_only() const {
  std::vector<std::string> possible;
  bool first = true;
  for (const PlaceName& name : names_) {
    const bool city = std::any_of(name.cities.begin(), name.cities.end(), [&](const NamedPlace& c) {
      return people(gazetteer_.at(c.place)) >= kSmallTown && c.kind != NameKind::kShort;
    });
    if (name.countries.empty() && (city || name.regions.empty())) continue;
    std::vector<std::string> said = name.countries;
    if (names_.size() == 1) {
      bool contradicts = false;
      const std::string country = country_of_regions(name, nullptr, contradicts);
      if (said.empty() && !country.empty()) said.push_back(country);
    } else {
      for (const std::uint32_t r : name.regions)
        said.push_back(std::string(gazetteer_.region_at(r).country));
    }
    std::vector<std::string> both;
    for (const std::string& country : said) {
      const bool again = std::find(both.begin(), both.end(), country) != both.end();
      const bool fits =
          first || std::find(possible.begin(), possible.end(), country) != possible.end();
      if (fits && !again) both.push_back(country);
    }
    possible = std::move(both);
    first = false;
  }
  if (possible.size() > 1) {
    possible.erase(std::remove_if(possible.begin(), possible.end(),
                                  [](const std::string& c) { return !is_community(c); }),
                   possible.end());
  }
  return possible.size() == 1 ? Whereabouts{-1, possible.front(), false, {}} : Whereabouts{};
}

}  // namespace

Whereabouts choose_place(const Gazetteer& gazetteer, const std::vector<PlaceName>& names) {
  return Choice(gazetteer, names).run();
}

}  // namespace tablero
