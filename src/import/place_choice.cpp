#include "import/place_choice.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "import/place_country.h"
#include "import/place_facts.h"
#include "import/place_text.h"

namespace tablero {
namespace {

// A city of the same name is worth telling when it has this many people or this share of the
// chosen one.
constexpr double kRivalPeople = 100'000, kRivalShare = 0.05;
// A rival below this share is one that nobody of the others thinks of: Madrid in Colombia.
constexpr double kUnheardOf = 0.005;
// A name that stands alone is no village: words that are no place at all are names of villages too.
// GeoNames lacks the population of some towns that it has many names of.
constexpr double kSmallestAlone = 5'000;
constexpr int kNamesOfTown = 8;
// A city of this many people is known beyond its region.
constexpr double kKnown = 100'000;
// A suburb's name may stand beside that of its city.
constexpr double kNearKilometers = 40;
// A quarter beside this large a city may have the name of a small town elsewhere.
constexpr double kLargeCity = 300'000;
// Between cities of one name, people count times the number of other names in GeoNames (how well
// known the city is) and this many more.
constexpr double kFewNames = 5;
// Another name in GeoNames may be an old or foreign one: "Zaragoza" for Tijuana.
constexpr double kWeakAlone = 0.1;
// A city of another country may be meant instead of a region of its name from this share of the
// people of that region's cities.
constexpr double kShareOfRegion = 0.08;
// So many towns of a name are worth telling when they have this share of its largest one.
constexpr std::size_t kManyTowns = 4;
constexpr double kShareOfMany = 0.08;
// So few letters may be the initials of anything.
constexpr std::size_t kInitials = 2;

// How much a kind of name counts against a name of its own, by NameKind.
constexpr double kKindWeight[] = {1, 1, 0.5, 0.1};
// Weight of a city whose text names the broader place first, or only a town beside it.
constexpr double kReversed = 0.01, kNearby = 0.001;

struct Candidate {
  NamedPlace named;
  Place place;
  std::size_t name = 0;     // which of the names it has
  double weight = 0;        // people, reduced by how well it explains the text
  bool stated = false;      // a region or country in the text contains it
  bool region = false;      // that was a region
  bool after_city = false;  // the text names a larger city nearby before it
  bool strong() const { return named.kind == NameKind::kOwn || named.kind == NameKind::kAlias; }
};

// A city of this many people is worth telling beside a larger one of its name: fewer for those of
// the community.
double told_from(const Place& p) { return is_community(p.country) ? kSmallTown : kRivalPeople; }

bool initials(const PlaceName& name) { return squeezed(place_key(name.text)).size() <= kInitials; }

bool is_village(const Place& p) {
  if (p.population == 0 && p.other_names < kNamesOfTown) return true;
  return people(p) < kSmallestAlone;
}

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
  std::string larger_elsewhere(const Candidate& c, const PlaceName& name) const;
  Whereabouts country_alone(const std::vector<Candidate>& found, const PlaceName& name) const;
  Whereabouts region_alone(const std::vector<Candidate>& found, const PlaceName& name,
                           Whereabouts w) const;
  Whereabouts alone_among(const std::vector<Candidate>& found) const;
  Whereabouts without_quarter() const;
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
    return !same_text || is_state(gazetteer_.region_at(r)) || has_provinces(p.country);
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
      Candidate c{city, gazetteer_.at(city.place), n, 0, false, false, false};
      c.weight = people(c.place) * kKindWeight[static_cast<std::size_t>(city.kind)];
      bool all = true;
      for (std::size_t other = 0; other < names_.size() && all; ++other) {
        if (other == n) continue;
        const bool same_text = place_key(names_[other].text) == place_key(names_[n].text);
        const Fit f = fit(c.place, city.place, names_[other], same_text);
        if (f == Fit::kNo) all = false;
        if (f == Fit::kNear) {
          c.weight *= kNearby;
          c.after_city = c.after_city || other < n;
        }
        if (f != Fit::kInside && f != Fit::kInRegion) continue;
        c.stated = true;
        c.region = c.region || f == Fit::kInRegion;
        if (other < n) c.weight *= kReversed;
      }
      if (all) found.push_back(c);
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
  const double region_people = people_of_region(gazetteer_, name, top.place.country);
  const double enough = std::max(kKnown, region_people / 2);
  if (region_people > 0 && !is_seat_of_name(top, name) &&
      (!top.strong() || (!top.region && people(top.place) < enough)))
    return {-1, std::string(top.place.country), false, {}};
  // "Peru, Indiana": a small town called like a country is not told from a slip.
  if (!name.countries.empty() && !rather_a_city(name) && people(top.place) < kSmallTown &&
      top.place.seat != 1) {
    if (!top.region && is_community(name.countries.front())) return {};  // "México - Colombia"
    return {-1, std::string(top.place.country), false, {}};
  }
  for (std::size_t i = 1; i < found.size(); ++i) {
    const Candidate& rival = found[i];
    if (rival.place.country == top.place.country &&
        kilometers(rival.place, top.place) < kNearKilometers)
      continue;
    const double share = top.region ? 1 / kClear : kRivalShare;
    const bool as_stated =
        !top.region || (rival.region && rival.strong() && is_community(rival.place.country));
    const double told_people = top.region ? kSmallTown : kRivalPeople;
    const bool near =
        rival.weight >= top.weight * share || (as_stated && rival.weight >= told_people);
    return near ? told(top, named(rival.place)) : taken(top);
  }
  return taken(top);
}

// One name stands alone.
Whereabouts Choice::alone(std::vector<Candidate> found) const {
  for (Candidate& c : found)
    c.weight *= (kFewNames + c.place.other_names) * (c.strong() ? 1 : kWeakAlone);
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
  const PlaceName& name = names_[found.front().name];
  if (const std::string larger = larger_elsewhere(found.front(), name);
      names_.size() > 1 && !larger.empty()) {
    const bool two_places = found.front().after_city || is_village(found.front().place);
    return two_places ? Whereabouts{} : told(found.front(), larger);
  }
  if (!name.countries.empty() && !rather_a_city(name)) return country_alone(found, name);
  Whereabouts w = alone_among(found);
  if (w.city >= 0 && !w.guessed && !name.countries.empty())
    w = told(found.front(), name.text + " (" + name.countries.front() + ")");
  if (!name.regions.empty()) w = region_alone(found, name, std::move(w));
  if (w.city >= 0 && initials(name)) w.guessed = true;
  return w;
}

// The larger city elsewhere that has the name of a town beside the city of the text, or empty:
// "Bogotá / Madrid" are two places, though there is a Madrid near Bogotá.
std::string Choice::larger_elsewhere(const Candidate& c, const PlaceName& name) const {
  for (const NamedPlace& other : name.cities) {
    const Place p = gazetteer_.at(other.place);
    if (people(p) > people(c.place) * kClear && kilometers(p, c.place) > kNearKilometers)
      return named(p);
  }
  return {};
}

// The name is one of a country, too.
Whereabouts Choice::country_alone(const std::vector<Candidate>& found,
                                  const PlaceName& name) const {
  const std::string& country = name.countries.front();
  if (name.country_as_written) return {-1, country, false, {}};
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

// The name is one of a region, too; `w` is what it is as a city.
Whereabouts Choice::region_alone(const std::vector<Candidate>& found, const PlaceName& name,
                                 Whereabouts w) const {
  const auto chosen = std::find_if(found.begin(), found.end(), [&](const Candidate& c) {
    return static_cast<int>(c.named.place) == w.city;
  });
  bool contradicts = false;
  const std::string region = country_of_regions(gazetteer_, name, true, contradicts);
  const bool seat = chosen != found.end() && chosen->strong() && is_seat_of_name(*chosen, name);
  if (!seat && region.empty() && !contradicts) return w;
  const bool large =
      chosen != found.end() && chosen->strong() && people(chosen->place) >= kKnown &&
      (chosen->place.seat == 1 || people(chosen->place) >= kLargeCity || region.empty());
  if (seat || large) {
    const std::string_view other = other_region(gazetteer_, name, chosen->place.country);
    if (!w.guessed && !other.empty())
      return told(*chosen, std::string(chosen->place.name) + " (" + std::string(other) + ")");
    return w;
  }
  const double known_from = kShareOfRegion * people_of_region(gazetteer_, name, region);
  const bool city_elsewhere = std::any_of(found.begin(), found.end(), [&](const Candidate& c) {
    return c.strong() && c.place.country != region && is_community(c.place.country) &&
           known_from > 0 && people(c.place) >= known_from;
  });
  const bool open_between_cities = chosen == found.end() && found.front().strong() &&
                                   people(found.front().place) >= kKnown && w.country != region;
  if (city_elsewhere || open_between_cities) return {};
  return {-1, region, false, {}};
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
  if (is_village(top->place)) return {};

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
  const bool known = rival->strong() && people(rival->place) >= told_from(rival->place) &&
                     rival->weight >= top->weight * kUnheardOf;
  if (known || rival->weight >= top->weight * kRivalShare) return told(*top, named(rival->place));
  // Many small ones are as likely as one large.
  std::size_t others = 0;
  double in_others = 0;
  for (const Candidate& c : found) {
    if (c.named.kind != NameKind::kOwn || !is_community(c.place.country) ||
        kilometers(c.place, top->place) < kNearKilometers)
      continue;
    ++others;
    in_others += people(c.place);
  }
  if (others >= kManyTowns && in_others >= kShareOfMany * people(top->place))
    return told(*top, named(rival->place));
  // A town of ours that is really called so may be meant by those who live there.
  const bool by_another_name = top->named.kind != NameKind::kOwn || top == foreign;
  const auto called_so = std::find_if(found.begin(), found.end(), [&](const Candidate& c) {
    return &c != top && c.named.kind == NameKind::kOwn && is_community(c.place.country) &&
           people(c.place) >= 2 * kSmallestAlone &&
           kilometers(c.place, top->place) >= kNearKilometers;
  });
  if (by_another_name && called_so != found.end()) return told(*top, named(called_so->place));
  return taken(*top);
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
    if (w.city < 0 || initials(rest.front()) || rather_a_city(rest.front())) continue;
    const Place p = gazetteer_.at(static_cast<std::size_t>(w.city));
    if (people(p) < kLargeCity || !is_community(p.country)) continue;
    if (!larger.empty() && !w.guessed) {
      w.guessed = true;
      w.runner_up = larger;
    }
    return w;
  }
  return {-1, country_only(gazetteer_, names_), false, {}};
}

}  // namespace

Whereabouts choose_place(const Gazetteer& gazetteer, const std::vector<PlaceName>& names) {
  return Choice(gazetteer, names).run();
}

}  // namespace tablero
