// What people write as their place, with the answers of a reader who knows the places: none of them
// comes from the program. Prints a score for each class.
#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "base/text.h"
#include "import/places.h"
#include "unit/import_support.h"

namespace tablero {
namespace {

struct Text {
  std::string text, kind, city, country;
  std::vector<std::string> also;  // "City, CC"
};

std::vector<Text> texts_of(const std::string& name) {
  std::vector<Text> texts;
  const std::string file = test::fixture("registrations/" + name);
  for (const std::string_view line : split(file, '\n')) {
    const auto cells = split(line, '\t');
    if (cells.size() < 4 || cells[1] == "class") continue;
    Text t{std::string(cells[0]),
           std::string(cells[1]),
           std::string(cells[2]),
           std::string(cells[3]),
           {}};
    if (cells.size() > 4 && !cells[4].empty()) {
      for (const std::string_view other : split(cells[4], ';')) t.also.emplace_back(trim(other));
    }
    texts.push_back(std::move(t));
  }
  return texts;
}

const PlaceFinder& finder() {
  static const PlaceFinder f = [] {
    static const auto countries = load_countries(
        test::file_text(std::string(TABLERO_DATA_DIR) + "/countries.json"), "countries.json");
    return PlaceFinder(test::gazetteer(), countries.value());
  }();
  return f;
}

// Whether `w` is the city that is called so in this country (GeoNames may write it otherwise).
bool is_city(const Whereabouts& w, std::string_view city, std::string_view country) {
  if (w.country != country) return false;
  if (city.empty() || w.city < 0) return city.empty() && w.city < 0;
  for (const NamedPlace& named : test::gazetteer().find(place_key(city))) {
    if (static_cast<int>(named.place) == w.city) return true;
  }
  return false;
}

std::string shown(const Whereabouts& w) {
  std::string s = w.country.empty() ? "nothing" : w.country;
  if (w.city >= 0)
    s += " " + std::string(test::gazetteer().at(static_cast<std::size_t>(w.city)).name);
  return s + (w.guessed ? " (guess, not " + w.runner_up + ")" : "");
}

struct Score {
  int texts = 0, right = 0, wrong_country = 0, silent = 0;
};

std::map<std::string, Score> score(const std::string& name) {
  std::map<std::string, Score> scores;
  for (const Text& t : texts_of(name)) {
    const Whereabouts w = finder().find(t.text);
    bool right = is_city(w, t.city, t.country);
    bool country_right = w.country.empty() || w.country == t.country;
    for (const std::string& other : t.also) {
      const std::size_t comma = other.rfind(", ");
      const std::string city = comma == std::string::npos ? "" : other.substr(0, comma);
      const std::string country = comma == std::string::npos ? other : other.substr(comma + 2);
      right = right || is_city(w, city, country);
      country_right = country_right || w.country == country;
    }
    Score& s = scores[t.kind];
    ++s.texts;
    const bool silent = t.kind == "ambig" && w.city >= 0 && !w.guessed;
    if (right) ++s.right;
    if (t.kind != "ambig" && !country_right) ++s.wrong_country;
    if (silent) ++s.silent;
    if ((t.kind != "ambig" && !right) || silent || (t.kind == "ambig" && w.city >= 0))
      std::printf("  %s\t%s\twant %s %s\tgot %s\n", t.kind.c_str(), t.text.c_str(),
                  t.country.c_str(), t.city.c_str(), shown(w).c_str());
  }
  for (const auto& [kind, s] : scores) {
    std::printf("%s: %d texts, %d right, %d in a wrong country, %d silent guesses\n", kind.c_str(),
                s.texts, s.right, s.wrong_country, s.silent);
  }
  return scores;
}

void expect_good(const std::string& name) {
  std::map<std::string, Score> scores = score(name);
  EXPECT_GE(scores["sure"].right, 0.98 * scores["sure"].texts);
  EXPECT_GE(scores["country"].right, 0.95 * scores["country"].texts);
  EXPECT_EQ(scores["ambig"].silent, 0);
  for (const auto& [kind, s] : scores) EXPECT_EQ(s.wrong_country, 0) << kind;
}

TEST(PlacesScore, TextsOfForms) { expect_good("places.tsv"); }
TEST(PlacesScore, RegionsBesideCities) { expect_good("places_more.tsv"); }
TEST(PlacesScore, KindsOfEachCountry) { expect_good("places_kinds.tsv"); }

}  // namespace
}  // namespace tablero
