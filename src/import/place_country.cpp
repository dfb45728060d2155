#include "import/place_country.h"

#include <algorithm>
#include <utility>

#include "import/place_facts.h"

namespace tablero {
namespace {

// Names of countries that our participants use for a city, and that persons have.
constexpr std::string_view kRatherCities[] = {"granada", "guadalupe", "salvador", "santa lucia",
                                              "san martin"};

}  // namespace

bool rather_a_city(const PlaceName& name) {
  return std::find(std::begin(kRatherCities), std::end(kRatherCities), place_key(name.text)) !=
         std::end(kRatherCities);
}

std::string country_of_regions(const Gazetteer& gazetteer, const PlaceName& name, bool city,
                               bool& contradicts) {
  // A state that many times smaller than another of its name is not meant.
  std::uint32_t largest = 0;
  for (const std::uint32_t r : name.regions) {
    const Region region = gazetteer.region_at(r);
    if (is_state(region)) largest = std::max(largest, region.people);
  }
  std::vector<std::string_view> first, second;
  for (const std::uint32_t r : name.regions) {
    const Region region = gazetteer.region_at(r);
    if (is_state(region) && region.people * kClear >= largest) {
      first.push_back(region.country);
    } else if (!is_state(region) && (region.country == "ES" || !city)) {
      second.push_back(region.country);
    }
  }
  const std::vector<std::string_view>& countries = !first.empty() ? first : second;
  contradicts = std::any_of(countries.begin(), countries.end(),
                            [&](std::string_view c) { return c != countries.front(); });
  return contradicts || countries.empty() ? std::string() : std::string(countries.front());
}

double people_of_region(const Gazetteer& gazetteer, const PlaceName& name,
                        std::string_view country) {
  std::uint32_t largest = 0;
  for (const std::uint32_t r : name.regions) {
    const Region region = gazetteer.region_at(r);
    if (is_state(region) && region.country == country) largest = std::max(largest, region.people);
  }
  return largest;
}

std::string_view other_region(const Gazetteer& gazetteer, const PlaceName& name,
                              std::string_view country) {
  for (const std::uint32_t r : name.regions) {
    const Region region = gazetteer.region_at(r);
    if (is_state(region) && region.country != country && is_community(region.country))
      return region.country;
  }
  return {};
}

std::string country_only(const Gazetteer& gazetteer, const std::vector<PlaceName>& names) {
  const auto may_be_city = [&](const PlaceName& name) {
    return std::any_of(name.cities.begin(), name.cities.end(), [&](const NamedPlace& c) {
      return people(gazetteer.at(c.place)) >= kSmallTown && c.kind != NameKind::kShort;
    });
  };
  std::vector<std::string> possible;
  bool first = true;
  for (const PlaceName& name : names) {
    std::vector<std::string> said = name.countries;
    if (names.size() > 1 && rather_a_city(name)) said.clear();
    if (names.size() == 1) {
      bool contradicts = false;
      const std::string country =
          country_of_regions(gazetteer, name, !name.cities.empty(), contradicts);
      if (said.empty() && !country.empty()) said.push_back(country);
    } else if (!said.empty() || !may_be_city(name)) {
      // Municipalities have names of persons: "Florencia Gómez".
      for (const std::uint32_t r : name.regions) {
        const Region region = gazetteer.region_at(r);
        if (is_state(region) || has_provinces(region.country)) said.emplace_back(region.country);
      }
    }
    if (said.empty()) continue;
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
  return possible.size() == 1 ? possible.front() : std::string();
}

}  // namespace tablero
