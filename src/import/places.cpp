#include "import/places.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"
#include "import/region_names.h"

namespace tablero {
namespace {

constexpr std::size_t kMaxText = 200;
constexpr std::size_t kMaxWords = 8;

// A name is called ambiguous when the next larger city has this many people or this share of the
// largest.
constexpr double kRivalPeople = 100'000, kRivalShare = 0.05;

// Names of countries that, when they stand alone, our participants use for a city.
constexpr std::string_view kRatherCities[] = {"granada", "guadalupe", "santa lucia", "san martin"};

// ISO 3166-1 alpha-3, as exports and people use it for the countries of the community.
constexpr std::pair<std::string_view, std::string_view> kThreeLetters[] = {
    {"arg", "AR"}, {"bol", "BO"}, {"bra", "BR"}, {"chl", "CL"}, {"col", "CO"}, {"cri", "CR"},
    {"cub", "CU"}, {"deu", "DE"}, {"dom", "DO"}, {"ecu", "EC"}, {"esp", "ES"}, {"fra", "FR"},
    {"gbr", "GB"}, {"gnq", "GQ"}, {"gtm", "GT"}, {"hnd", "HN"}, {"mex", "MX"}, {"nic", "NI"},
    {"pan", "PA"}, {"per", "PE"}, {"pri", "PR"}, {"prt", "PT"}, {"pry", "PY"}, {"slv", "SV"},
    {"ury", "UY"}, {"ven", "VE"}};

// Phrases that people write before a place.
constexpr std::string_view kOpenings[] = {
    "vivo en",   "resido en", "resido em",    "estoy en", "moro em", "i live in", "live in",
    "living in", "based in",  "soy de",       "sou de",   "desde",   "from",      "i m from",
    "en",        "de",        "la ciudad de", "cerca de", "near"};

// "ee uu" -> "eeuu", "bogota d c" -> "bogota dc": runs of single letters and of "ee" "uu" become
// one word.
std::string squeezed(std::string_view key) {
  std::string out;
  bool joined = false;
  for (const std::string_view word : split(key, ' ')) {
    const bool initial = word.size() == 1 || word == "ee" || word == "uu";
    if (!out.empty() && !(initial && joined)) out += ' ';
    out += word;
    joined = initial;
  }
  return out;
}

// The parts of a text between commas, brackets, slashes, lines and dashes with spaces around them.
std::vector<std::string_view> parts_of(std::string_view text) {
  constexpr std::string_view kDashes[] = {" - ", " \u2013 ", " \u2014 ", "\u2022", "\u00B7"};
  std::vector<std::string_view> parts;
  const auto add = [&](std::string_view part) {
    part = trim(part);
    while (!part.empty() && (part.front() == '-' || part.front() == '.'))
      part = trim(part.substr(1));
    if (!part.empty()) parts.push_back(part);
  };
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length =
        std::string_view(",;/|()[]\n\r\t").find(text[i]) != std::string_view::npos ? 1 : 0;
    for (const std::string_view dash : kDashes) {
      if (text.substr(i, dash.size()) == dash) length = dash.size();
    }
    if (length > 0) {
      add(text.substr(start, i - start));
      start = i + length;
    }
    i += length > 0 ? length : 1;
  }
  add(text.substr(start));
  return parts;
}

std::string_view without_opening(std::string_view key) {
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view opening : kOpenings) {
      if (key.size() > opening.size() + 1 && key.substr(0, opening.size()) == opening &&
          key[opening.size()] == ' ') {
        key.remove_prefix(opening.size() + 1);
        found = true;
      }
    }
  }
  return key;
}

}  // namespace

PlaceFinder::PlaceFinder(const Gazetteer& gazetteer, const Countries& countries,
                         const Cities& cities)
    : gazetteer_(gazetteer) {
  for (const auto& [code, iso2] : kThreeLetters) countries_.emplace(code, iso2);
  for (const Country& c : countries.countries) {
    for (const std::string& name : c.name.text) countries_.emplace(place_key(name), c.iso2);
    for (const std::string& name : c.synonyms) {
      countries_.emplace(place_key(name), c.iso2);
      countries_.emplace(squeezed(place_key(name)), c.iso2);
    }
  }
  const auto add_region = [&](std::string key, std::string country, std::string code) {
    std::vector<RegionKey>& known = regions_[std::move(key)];
    const RegionKey region(std::move(country), std::move(code));
    if (std::find(known.begin(), known.end(), region) == known.end()) known.push_back(region);
  };
  for (const RegionName& r : region_names()) {
    add_region(std::string(r.key), std::string(r.country), std::string(r.code));
  }
  for (const City& c : cities.cities) {
    const auto id = parse_integer(c.id.substr(c.id.empty() ? 0 : 1));
    const int at = id && *id > 0 ? gazetteer_.find_id(static_cast<std::uint32_t>(*id)) : -1;
    if (at < 0 || c.region.empty()) continue;
    const Place place = gazetteer_.at(static_cast<std::size_t>(at));
    add_region(place_key(c.region), std::string(place.country), std::string(place.region));
  }
}

bool PlaceFinder::add_meaning(std::string_view text, std::string_view meaning) {
  Whereabouts w = find(meaning);
  if (w.country.empty()) return false;
  w.by_population = false;
  w.runner_up.clear();
  meanings_[place_key(text)] = std::move(w);
  return true;
}

std::string PlaceFinder::country_of_key(const std::string& key) const {
  const auto at = countries_.find(key);
  if (at != countries_.end()) return at->second;
  const auto again = countries_.find(squeezed(key));
  return again != countries_.end() ? again->second : std::string();
}

std::string PlaceFinder::country_of(std::string_view text) const {
  const std::string_view trimmed = trim(text);
  const std::string key = place_key(trimmed);
  std::string iso2 = country_of_key(key);
  if (!iso2.empty() || key.size() != 2) return iso2;
  for (char& c : iso2 = key) c = to_upper(c);
  for (const auto& [name, code] : countries_) {
    if (code == iso2) return iso2;
  }
  return {};
}

// The largest city called `key` that the hints allow.
Whereabouts PlaceFinder::choose(std::string_view key, const Hints& hints) const {
  std::vector<std::uint32_t> found = gazetteer_.find(key);
  if (found.empty()) found = gazetteer_.find(squeezed(key));
  Whereabouts w;
  std::uint32_t largest = 0;
  for (const std::uint32_t index : found) {
    const Place p = gazetteer_.at(index);
    if (!hints.country.empty() && p.country != hints.country) continue;
    if (!hints.region.empty() && p.region != hints.region) continue;
    if (w.city < 0) {
      w.city = static_cast<int>(index);
      w.country = p.country;
      largest = p.population;
      continue;
    }
    const bool rival = p.population >= kRivalPeople || p.population >= largest * kRivalShare;
    if (rival && hints.region.empty()) {
      w.by_population = true;
      w.runner_up = std::string(p.name) + " (" + std::string(p.country) + ")";
    }
    break;
  }
  return w;
}

// Whether `text` names a region that has a city called `city` (or any region when `city` is empty).
bool PlaceFinder::region_of(std::string_view text, const Hints& hints, std::string_view city,
                            Hints& out) const {
  const auto fits = [&](std::string_view country, std::string_view code) {
    if (!hints.country.empty() && hints.country != country) return false;
    out = {std::string(country), std::string(code)};
    return city.empty() || choose(city, out).city >= 0;
  };
  const std::string key = place_key(text);
  if (is_country_code(text)) {
    for (const RegionName& r : region_codes()) {
      if (r.key == key && fits(r.country, r.code)) return true;
    }
  }
  const auto at = regions_.find(key);
  if (at == regions_.end()) return false;
  return std::any_of(at->second.begin(), at->second.end(),
                     [&](const RegionKey& r) { return fits(r.first, r.second); });
}

// Understands a part without separators: a city, or a city with its country or region as the last
// or first words.
Whereabouts PlaceFinder::from_words(std::string_view part, const Hints& hints) const {
  const std::string whole = place_key(part);
  const std::string key(without_opening(whole));
  for (const std::string& name : {whole, key}) {
    Whereabouts w = choose(name, hints);
    if (w.city >= 0) return w;
  }
  const auto words = split(key, ' ');
  if (words.size() < 2 || words.size() > kMaxWords) return {};
  const auto joined = [&](std::size_t begin, std::size_t end) {
    return key.substr(static_cast<std::size_t>(words[begin].data() - key.data()),
                      static_cast<std::size_t>(words[end - 1].data() + words[end - 1].size() -
                                               words[begin].data()));
  };
  const std::string_view last = trim(part).substr(trim(part).find_last_of(' ') + 1);
  Hints region;
  if (region_of(last, hints, joined(0, words.size() - 1), region)) {
    return choose(joined(0, words.size() - 1), region);
  }
  for (std::size_t cut = 1; cut < words.size(); ++cut) {
    for (const bool country_last : {true, false}) {
      const std::string city = country_last ? joined(0, cut) : joined(cut, words.size());
      const std::string rest = country_last ? joined(cut, words.size()) : joined(0, cut);
      const bool code = country_last && words.size() - cut == 1 && is_country_code(last);
      const std::string iso2 = code ? country_of(rest) : country_of_key(rest);
      if (iso2.empty() || (!hints.country.empty() && hints.country != iso2)) continue;
      Whereabouts w = choose(city, {iso2, ""});
      if (w.city >= 0) return w;
      if (country_last && cut == words.size() - 1) return {-1, iso2, false, {}};
    }
  }
  return {};
}

// Prefers the region: "Jalisco" is the state, not the village of that name in another state.
bool PlaceFinder::rather_region(std::string_view text, const Whereabouts& w) const {
  const Place place = gazetteer_.at(static_cast<std::size_t>(w.city));
  const auto at = regions_.find(place_key(text));
  if (at == regions_.end() || place.population >= kRivalPeople) return false;
  const bool in_it = std::any_of(at->second.begin(), at->second.end(), [&](const RegionKey& r) {
    return r.first == place.country && r.second == place.region;
  });
  const bool same_country =
      std::any_of(at->second.begin(), at->second.end(),
                  [&](const RegionKey& r) { return r.first == place.country; });
  return same_country && !in_it;
}

Whereabouts PlaceFinder::from_parts(const std::vector<std::string_view>& parts, Hints hints) const {
  std::vector<std::string_view> names;
  for (std::size_t i = parts.size(); i-- > 0;) {
    std::string iso2;
    if (hints.country.empty() && parts.size() > 1) iso2 = country_of_key(place_key(parts[i]));
    if (!iso2.empty()) {
      hints.country = iso2;
    } else {
      names.insert(names.begin(), parts[i]);
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    Whereabouts w = from_words(names[i], hints);
    if (w.city < 0 || rather_region(names[i], w)) continue;
    const std::string key = place_key(names[i]);
    for (std::size_t k = i + 1; k < names.size(); ++k) {
      Hints region;
      if (region_of(names[k], hints, key, region)) return choose(key, region);
      const std::string iso2 =
          is_country_code(names[k]) && hints.country.empty() ? country_of(names[k]) : "";
      if (Whereabouts there = choose(key, {iso2, ""}); !iso2.empty() && there.city >= 0)
        return there;
    }
    return w;
  }
  Whereabouts w;
  w.country = hints.country;
  for (const std::string_view name : names) {
    if (!w.country.empty()) break;
    Hints region;
    w.country = country_of_key(place_key(name));
    if (w.country.empty() && region_of(name, hints, {}, region)) w.country = region.country;
    if (w.country.empty()) w.country = from_words(name, hints).country;
  }
  return w;
}

Whereabouts PlaceFinder::find(std::string_view text) const {
  text = trim(text);
  if (text.empty() || text.size() > kMaxText) return {};
  const std::string key = place_key(text);
  if (const auto at = meanings_.find(key); at != meanings_.end()) return at->second;
  const bool city_first =
      std::find(std::begin(kRatherCities), std::end(kRatherCities), key) != std::end(kRatherCities);
  if (std::string iso2 = country_of_key(key); !iso2.empty() && !city_first)
    return {-1, iso2, false, {}};
  if (Whereabouts w = choose(key, {}); w.city >= 0 && !w.by_population) return w;
  return from_parts(parts_of(text), {});
}

Whereabouts PlaceFinder::find(std::string_view city, std::string_view region,
                              std::string_view country) const {
  city = trim(city);
  country = trim(country);
  if (city.size() > kMaxText || region.size() > kMaxText || country.size() > kMaxText) return {};
  Hints hints;
  hints.country = country_of(country);
  // A column called country that holds "Madrid, España" says more than the country.
  if (hints.country.empty() && !country.empty()) {
    Whereabouts w = find(country);
    if (w.city >= 0 && city.empty()) return w;
    hints.country = w.country;
  }
  if (city.empty()) return {-1, hints.country, false, {}};
  if (const auto at = meanings_.find(place_key(city)); at != meanings_.end()) {
    if (hints.country.empty() || at->second.country == hints.country) return at->second;
  }
  std::vector<std::string_view> parts = parts_of(city);
  if (Whereabouts w = choose(place_key(city), hints); w.city >= 0 && !w.by_population) return w;
  if (!trim(region).empty()) parts.push_back(trim(region));
  if (parts.empty()) return {-1, hints.country, false, {}};
  if (hints.country.empty()) return parts.size() == 1 ? find(city) : from_parts(parts, hints);
  return from_parts(parts, hints);
}

}  // namespace tablero
