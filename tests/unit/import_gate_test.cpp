// The disclosure gate where it is used: random registration files are imported, and a solver that
// is given what the changed files of data/ say cannot compute a count under k.
#include <random>
#include <vector>

#include "data/store.h"
#include "import/publish_registrations.h"
#include "import/registrations.h"
#include "unit/import_support.h"
#include "unit/interval_solver.h"

namespace tablero {
namespace {

using test::fixture;
using test::Puzzle;

constexpr int kYear = 2026, kK = 5;

struct Town {
  const char *country, *name, *typed;
};
constexpr Town kTowns[] = {
    {"ES", "Madrid", "Madrid, España"},       {"ES", "Barcelona", "Barcelona, España"},
    {"ES", "Sevilla", "Sevilla, España"},     {"ES", "Toledo", "Toledo, España"},
    {"MX", "Guadalajara", "Guadalajara, MX"}, {"MX", "Puebla", "Puebla, México"},
    {"CO", "Bogotá", "Bogotá D.C."},          {"CO", "Medellín", "Medellín, Colombia"},
    {"CO", "Cali", "Cali, Colombia"},         {"PE", "Lima", "Lima Perú"},
    {"PE", "Cusco", "Cusco, Perú"},           {"UY", "Montevideo", "Montevideo, Uruguay"}};
constexpr std::pair<const char*, const char*> kLands[] = {
    {"ES", "España"}, {"MX", "México"}, {"CO", "Colombia"}, {"PE", "Perú"}, {"UY", "Uruguay"}};

struct Truth {
  std::vector<int> towns, elsewhere;  // people per kTowns; per kLands in no known city
  int nowhere = 0;
};

int few_or_many(std::mt19937& random) {
  switch (random() % 4) {
    case 0:
      return 0;
    case 1:
      return 1 + static_cast<int>(random() % 4);
    case 2:
      return 5 + static_cast<int>(random() % 3);
    default:
      return 5 + static_cast<int>(random() % 30);
  }
}

std::string make_file(std::mt19937& random, Truth& truth) {
  std::string text = "Email,Ciudad y país\n";
  int person = 0;
  const auto people = [&](int count, const std::string& typed) {
    for (int i = 0; i < count; ++i)
      text += "p" + std::to_string(person++) + "@example.org,\"" + typed + "\"\n";
    return count;
  };
  for (const Town& t : kTowns) truth.towns.push_back(people(few_or_many(random), t.typed));
  for (const auto& land : kLands)
    truth.elsewhere.push_back(random() % 3 == 0 ? people(few_or_many(random), land.second) : 0);
  truth.nowhere = random() % 3 == 0 ? people(few_or_many(random), "") : 0;
  return text;
}

RegistrationFiles before() {
  const auto text = [](const std::string& name) {
    return fixture("registrations/before/" + name + ".json");
  };
  return {text("cities"), text("countries"), text("editions"), text("sources"), text("manifest")};
}

// What the files of data/ say about this edition; -1 where they give no number.
struct Published {
  Result<Cities> cities;
  Result<Countries> countries;
  Result<Editions> editions;

  explicit Published(const RegistrationFiles& files)
      : cities(load_cities(files.cities, "cities.json")),
        countries(load_countries(files.countries, "countries.json")),
        editions(load_editions(files.editions, "editions.json")) {}

  int town(const Town& t) const {
    for (const City& c : cities.value().cities) {
      const CityEdition* e = c.in(kYear);
      if (c.country == t.country && c.name == t.name && e != nullptr && e->count.known())
        return static_cast<int>(e->count.value);
    }
    return -1;
  }
  int country(std::string_view iso2) const {
    for (const CountryFigure& f : countries.value().find(iso2)->figures) {
      if (f.edition == kYear && f.metric == "participants" && f.value.known())
        return static_cast<int>(f.value.value);
    }
    return -1;
  }
  int total() const {
    const Claim* c = editions.value().find(kYear)->shown("registrations");
    return c == nullptr ? -1 : static_cast<int>(c->value.value);
  }
};

// What would be published without complementary suppression: everything but the counts under k.
struct Naive {
  const Truth& truth;

  static int told(int people) { return people >= kK ? people : -1; }
  int in(std::string_view iso2) const {
    int people = 0;
    for (std::size_t t = 0; t < std::size(kTowns); ++t)
      people += kTowns[t].country == iso2 ? truth.towns[t] : 0;
    for (std::size_t l = 0; l < std::size(kLands); ++l)
      people += kLands[l].first == iso2 ? truth.elsewhere[l] : 0;
    return people;
  }
  int town(const Town& t) const { return told(truth.towns[static_cast<std::size_t>(&t - kTowns)]); }
  int country(std::string_view iso2) const { return told(in(iso2)); }
  int total() const {
    int people = truth.nowhere;
    for (const auto& land : kLands) people += in(land.first);
    return told(people);
  }
};

// The simulated attacker knows the bounds of the hidden counts, more than any real reader.
class Reader {
 public:
  std::size_t number(int people, int published) {
    EXPECT_TRUE(published < 0 || published == people) << published << " is not " << people;
    EXPECT_FALSE(published > 0 && published < kK) << "a small count is published";
    const bool small = people > 0 && people < kK, known = published >= 0 || people == 0;
    puzzle_.low.push_back(known ? people : small ? 1 : std::max(kK, people - 3));
    puzzle_.high.push_back(known ? people : small ? kK - 1 : people + 3);
    people_.push_back(people);
    return people_.size() - 1;
  }
  void sum(const std::vector<std::size_t>& parts, std::size_t total) {
    puzzle_.equations.push_back({{parts.begin(), parts.end()}, {total}});
  }
  int given_away() const {
    int count = 0;
    for (std::size_t i = 0; i < people_.size(); ++i)
      count += people_[i] > 0 && people_[i] < kK && puzzle_.fixes(i, people_[i]) ? 1 : 0;
    return count;
  }

 private:
  Puzzle puzzle_;
  std::vector<int> people_;
};

template <class Publication>
int given_away(const Truth& truth, const Publication& published) {
  Reader reader;
  std::vector<std::size_t> countries;
  int everybody = truth.nowhere;
  for (std::size_t l = 0; l < std::size(kLands); ++l) {
    int people = truth.elsewhere[l];
    std::vector<std::size_t> parts;
    for (std::size_t t = 0; t < std::size(kTowns); ++t) {
      if (std::string_view(kTowns[t].country) != kLands[l].first) continue;
      parts.push_back(reader.number(truth.towns[t], published.town(kTowns[t])));
      people += truth.towns[t];
    }
    parts.push_back(reader.number(truth.elsewhere[l], -1));
    countries.push_back(reader.number(people, published.country(kLands[l].first)));
    reader.sum(parts, countries.back());
    everybody += people;
  }
  countries.push_back(reader.number(truth.nowhere, -1));
  reader.sum(countries, reader.number(everybody, published.total()));
  return reader.given_away();
}

TEST(Gate, WhatAnImportWritesGivesNoSmallCountAway) {
  const auto countries = load_countries(before().countries, "countries.json");
  const PlaceFinder finder(test::gazetteer(), countries.value());
  std::mt19937 random(20261121);
  int written = 0, leaks_of_naive = 0;
  for (int i = 0; i < 120 && !HasFailure(); ++i) {
    SCOPED_TRACE("file " + std::to_string(i));
    Truth truth;
    CsvReader csv(test::from_memory(make_file(random, truth)), "f.csv");
    const auto people =
        read_registrations(csv, "f.csv", test::gazetteer(), finder, ImportMap(), {1, 2}, {});
    ASSERT_TRUE(people.ok()) << people.fault().line();
    RegistrationFiles files = before();
    if (!publish_registrations(people.value(), test::gazetteer(), {kYear, kK}, files).ok())
      continue;
    ++written;
    leaks_of_naive += given_away(truth, Naive{truth}) > 0 ? 1 : 0;
    EXPECT_EQ(given_away(truth, Published(files)), 0);
  }
  EXPECT_GT(written, 115);
  EXPECT_GT(leaks_of_naive, 80);  // there was something to protect, and the solver would find it
}

}  // namespace
}  // namespace tablero
