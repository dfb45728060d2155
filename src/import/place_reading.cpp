#include "import/place_reading.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/text.h"

namespace tablero {
namespace {

constexpr std::size_t kMaxWords = 10;
// A misspelled name is compared with the cities of the community of this many people; shorter names
// have too many neighbors.
constexpr std::uint32_t kLargeCity = 100'000;
constexpr std::size_t kMinMisspelled = 6;

constexpr std::string_view kCommunity[] = {"AD", "AR", "BO", "BR", "CL", "CO", "CR", "CU",
                                           "DO", "EC", "ES", "GQ", "GT", "HN", "MX", "NI",
                                           "PA", "PE", "PR", "PT", "PY", "SV", "UY", "VE"};

// ISO 3166-1 alpha-3, as exports and people use it for the countries of the community.
constexpr std::pair<std::string_view, std::string_view> kThreeLetters[] = {
    {"arg", "AR"}, {"bol", "BO"}, {"bra", "BR"}, {"chl", "CL"}, {"col", "CO"}, {"cri", "CR"},
    {"cub", "CU"}, {"deu", "DE"}, {"dom", "DO"}, {"ecu", "EC"}, {"esp", "ES"}, {"fra", "FR"},
    {"gbr", "GB"}, {"gnq", "GQ"}, {"gtm", "GT"}, {"hnd", "HN"}, {"mex", "MX"}, {"nic", "NI"},
    {"pan", "PA"}, {"per", "PE"}, {"pri", "PR"}, {"prt", "PT"}, {"pry", "PY"}, {"slv", "SV"},
    {"ury", "UY"}, {"ven", "VE"}};

// Words before or after a name that say which kind it has.
constexpr std::string_view kBeforeRegion[] = {
    "provincia", "estado", "edo",  "departamento", "depto",    "dpto",  "region",
    "comunidad", "prov",   "pcia", "condado",      "province", "state", "isla"};
constexpr std::string_view kBeforeCity[] = {"ciudad",    "cidade", "ciutat", "city",
                                            "municipio", "cd",     "cdad"};
constexpr std::string_view kLinks[] = {"de", "del", "do", "da", "of"};

template <std::size_t N>
bool is_one_of(const std::string_view (&list)[N], std::string_view key) {
  return std::find(std::begin(list), std::end(list), key) != std::end(list);
}

// Words of names that people shorten.
constexpr std::pair<std::string_view, std::string_view> kShortened[] = {
    {"sta", "santa"},       {"sto", "santo"},     {"pto", "puerto"},     {"gral", "general"},
    {"cd", "ciudad"},       {"cdad", "ciudad"},   {"stgo", "santiago"},  {"sgo", "santiago"},
    {"sn", "san"},          {"fco", "francisco"}, {"gpe", "guadalupe"},  {"cnel", "coronel"},
    {"pdte", "presidente"}, {"pta", "punta"},     {"gob", "gobernador"}, {"tte", "teniente"},
    {"mte", "monte"},       {"vte", "vicente"},   {"rep", "republica"},  {"st", "saint"},
    {"ft", "fort"},         {"mt", "mount"}};

// "cd obregon" -> "ciudad obregon".
std::string written_out(std::string_view key) {
  std::string out;
  for (std::string_view word : split(key, ' ')) {
    for (const auto& [from, to] : kShortened) {
      if (word == from) word = to;
    }
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

bool in_capitals(std::string_view text) {
  return std::none_of(text.begin(), text.end(), is_lower) &&
         std::any_of(text.begin(), text.end(), is_upper);
}

// Whether one letter was added, lost, changed or swapped with its neighbor (Damerau-Levenshtein
// distance of 1).
bool one_letter_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t begin = 0;
  while (begin < a.size() && a[begin] == b[begin]) ++begin;
  const std::string_view rest_a = a.substr(begin), rest_b = b.substr(begin);
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.empty()) return false;
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

}  // namespace

bool is_community(std::string_view country) { return is_one_of(kCommunity, country); }

PlaceReader::PlaceReader(const Gazetteer& gazetteer, const Countries& countries)
    : gazetteer_(gazetteer), large_(26) {
  for (const auto& [code, iso2] : kThreeLetters) three_letters_.emplace(code, iso2);
  for (const Country& c : countries.countries) {
    iso_.emplace(c.iso2, true);
    for (const std::string& name : c.name.text) {
      countries_.emplace(place_key(name), c.iso2);
      if (std::any_of(name.begin(), name.end(), [](char x) { return (x & 0x80) != 0; }))
        written_.emplace(name, c.iso2);
    }
    for (const std::string& name : c.synonyms) {
      countries_.emplace(place_key(name), c.iso2);
      countries_.emplace(squeezed(place_key(name)), c.iso2);
    }
  }
  for (const auto& [key, iso2] : countries_) {
    if (is_community(iso2) && key.size() >= kMinMisspelled - 1) our_countries_.push_back(key);
  }
  gazetteer.each_name([&](std::string_view key, NamedPlace named) {
    if (key.size() < kMinMisspelled - 1 || !is_lower(key.front())) return;
    if (named.kind != NameKind::kOwn && named.kind != NameKind::kAlias) return;
    const Place p = gazetteer.at(named.place);
    if (p.population < kLargeCity || !is_community(p.country)) return;
    large_[static_cast<std::size_t>(key.front() - 'a')].push_back({std::string(key), named});
  });
}

std::string PlaceReader::named_country(const std::string& key) const {
  const auto at = countries_.find(key);
  if (at != countries_.end()) return at->second;
  const auto again = countries_.find(squeezed(key));
  return again != countries_.end() ? again->second : std::string();
}

std::string PlaceReader::country_of(std::string_view text) const {
  const std::string key = place_key(trim(text));
  if (std::string iso2 = named_country(key); !iso2.empty()) return iso2;
  if (const auto at = three_letters_.find(key); at != three_letters_.end()) return at->second;
  if (key.size() == 2) {
    std::string iso2 = key;
    for (char& c : iso2) c = to_upper(c);
    return iso_.count(iso2) > 0 ? iso2 : std::string();
  }
  for (const NamedRegion& r : gazetteer_.find_regions(key)) {
    const Region region = gazetteer_.region_at(r.region);
    if (region.code.empty() && r.kind == RegionNameKind::kFull) return std::string(region.country);
  }
  return {};
}

void PlaceReader::read_cities(const std::string& key, Context context, PlaceName& name) const {
  name.cities = gazetteer_.find(key);
  const auto add = [&](const NamedPlace& place) {
    const bool known =
        std::any_of(name.cities.begin(), name.cities.end(),
                    [&](const NamedPlace& other) { return other.place == place.place; });
    if (!known) name.cities.push_back(place);
  };
  if (const std::string tight = squeezed(key); tight != key) {
    for (const NamedPlace& place : gazetteer_.find(tight)) {
      if (place.kind == NameKind::kAlias) add(place);
    }
  }
  if (const std::string full = written_out(key); full != key) {
    for (const NamedPlace& place : gazetteer_.find(full)) add(place);
  }
  // Beside other words, two letters are mostly a code.
  if (key.size() > 2 || !context.beside) return;
  name.cities.erase(std::remove_if(name.cities.begin(), name.cities.end(),
                                   [](const NamedPlace& p) { return p.kind != NameKind::kAlias; }),
                    name.cities.end());
}

void PlaceReader::read_regions(std::string_view text, const std::string& key, Context context,
                               PlaceName& name) const {
  std::vector<NamedRegion> found = gazetteer_.find_regions(key);
  if (const std::string tight = squeezed(key); tight != key) {
    for (const NamedRegion& r : gazetteer_.find_regions(tight)) found.push_back(r);
  }
  for (const NamedRegion& r : found) {
    const bool capitals = in_capitals(text);
    const bool starts = is_upper(text.front()) || (context.whole_part && key.size() > 2);
    const bool valid = r.kind == RegionNameKind::kFull ||
                       (context.beside && r.kind == RegionNameKind::kAbbreviation &&
                        (capitals || (key.size() > 2 && starts))) ||
                       (context.beside && r.kind == RegionNameKind::kCode && capitals);
    if (valid) name.regions.push_back(r.region);
  }
}

void PlaceReader::read_countries(std::string_view text, const std::string& key, Context context,
                                 PlaceName& name) const {
  std::string iso2 = named_country(key);
  if (!iso2.empty() && key.size() == 2 && !in_capitals(text)) iso2.clear();
  if (iso2.empty() && key.size() > 2) iso2 = named_country(written_out(key));
  if (!iso2.empty()) name.countries.push_back(iso2);
  name.country_as_written = !iso2.empty() && written_.count(std::string(text)) > 0;
  if (!in_capitals(text) || !context.beside) return;
  if (const auto at = three_letters_.find(key); at != three_letters_.end())
    name.countries.push_back(at->second);
  if (is_country_code(text) && iso_.count(std::string(text)) > 0)
    name.countries.push_back(std::string(text));
}

PlaceName PlaceReader::read(std::string_view text, Context context) const {
  PlaceName name;
  name.text = std::string(trim(text));
  const std::string key = place_key(name.text);
  if (key.empty()) return name;
  read_cities(key, context, name);
  read_countries(name.text, key, context, name);
  read_regions(name.text, key, context, name);
  if (!name.empty()) return name;

  const auto words = split(key, ' ');
  std::size_t first = 1;
  while (first < words.size() && is_one_of(kLinks, words[first])) ++first;
  if (first >= words.size()) return name;
  const std::string rest = key.substr(static_cast<std::size_t>(words[first].data() - key.data()));
  if (is_one_of(kBeforeRegion, words[0])) {
    read_regions(rest, rest, context, name);
    const auto lower = [&](std::uint32_t r) { return gazetteer_.region_at(r).parent != 0; };
    if (!std::all_of(name.regions.begin(), name.regions.end(), lower))
      name.regions.erase(std::remove_if(name.regions.begin(), name.regions.end(), lower),
                         name.regions.end());
  }
  if (is_one_of(kBeforeCity, words[0])) read_cities(rest, context, name);
  return name;
}

// The large cities of the community whose name is one letter away, when they are one.
PlaceName PlaceReader::corrected(const std::string& key) const {
  PlaceName name;
  if (key.size() < kMinMisspelled || !is_lower(key.front())) return name;
  // "Méixco" is no slip for Mixco.
  for (const std::string& country : our_countries_) {
    if (one_letter_apart(key, country)) return name;
  }
  for (const LargeCity& city : large_[static_cast<std::size_t>(key.front() - 'a')]) {
    if (one_letter_apart(key, city.key)) name.cities.push_back(city.place);
  }
  name.misspelled = true;
  return name;
}

// Cuts a part without separators into names: as few words as possible stay unexplained, then as few
// names as possible.
std::vector<PlaceName> PlaceReader::split_words(std::string_view part, bool beside) const {
  std::vector<std::string_view> words;
  for (const std::string_view word : split(part, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  const std::size_t n = words.size();
  if (n == 0 || n > kMaxWords) return {};
  constexpr int kUnknown = 1000, kFiller = 12, kName = 10, kShortName = 15;
  struct Best {
    int cost = std::numeric_limits<int>::max();
    std::size_t from = 0;
    PlaceName name;  // empty: a word that is no name
    bool unknown = false;
  };
  std::vector<Best> best(n + 1);
  best[0].cost = 0;
  for (std::size_t end = 1; end <= n; ++end) {
    for (std::size_t begin = 0; begin < end; ++begin) {
      const std::string_view text(
          words[begin].data(),
          static_cast<std::size_t>(words[end - 1].data() + words[end - 1].size() -
                                   words[begin].data()));
      const std::string key = place_key(text);
      const bool single = end == begin + 1, filler = single && (key.empty() || is_filler(key));
      PlaceName name;
      if (!filler) name = read(text, {beside || n > 1, false});
      if (name.empty() && !single) continue;
      const int cost = best[begin].cost + (!name.empty() ? (key.size() < 4 ? kShortName : kName)
                                           : filler      ? kFiller
                                                         : kUnknown);
      if (cost >= best[end].cost) continue;
      const bool unknown = name.empty() && !filler;
      best[end] = {cost, begin, std::move(name), unknown};
    }
  }
  std::vector<PlaceName> names;
  bool all_known = true;
  for (std::size_t end = n; end > 0; end = best[end].from) {
    if (best[end].unknown) all_known = false;
    if (!best[end].name.empty()) names.insert(names.begin(), best[end].name);
  }
  if (all_known) return names;
  // "Peruana en Madrid"
  for (std::size_t i = n; i-- > 1;) {
    const std::string key = place_key(words[i - 1]);
    if (key == "en" || key == "em" || key == "in")
      return split_words(part.substr(static_cast<std::size_t>(words[i].data() - part.data())),
                         beside);
  }
  // "Pueblo Nuevo del Río Perú": the country at the end is believed, the rest is not known.
  if (beside || best[n].name.countries.empty() || in_capitals(best[n].name.text)) return {};
  PlaceName country = best[n].name;
  country.cities.clear();
  return {country};
}

// "Campinas-SP", "Lima.Perú": names without a space between them, all of which must be known.
std::vector<PlaceName> PlaceReader::split_marks(std::string_view part) const {
  constexpr std::string_view kMarks = "-._:";
  std::vector<PlaceName> names;
  if (part.find_first_of(kMarks) == std::string_view::npos) return names;
  for (std::size_t begin = 0; begin <= part.size();) {
    const std::size_t end = std::min(part.find_first_of(kMarks, begin), part.size());
    const std::string_view piece = trim(part.substr(begin, end - begin));
    if (!piece.empty()) {
      PlaceName name = read(piece, {true, true});
      if (name.empty()) return {};
      names.push_back(std::move(name));
    }
    begin = end + 1;
  }
  return names;
}

std::vector<PlaceName> PlaceReader::names_of(const std::vector<TextPart>& parts) const {
  std::vector<PlaceName> names;
  for (const TextPart& part : parts) {
    if (part.institution) continue;
    if (part.flag) {
      if (iso_.count(part.text) > 0) names.push_back({part.text, {}, {}, {part.text}, false});
      continue;
    }
    PlaceName whole = read(part.text, {parts.size() > 1, true});
    if (!whole.empty()) {
      names.push_back(std::move(whole));
      continue;
    }
    std::vector<PlaceName> pieces = split_words(part.text, parts.size() > 1);
    if (pieces.empty()) pieces = split_marks(part.text);
    if (pieces.empty()) {
      PlaceName close = corrected(place_key(part.text));
      close.text = part.text;
      if (!close.empty()) pieces.push_back(std::move(close));
    }
    for (PlaceName& piece : pieces) names.push_back(std::move(piece));
  }
  return names;
}

}  // namespace tablero
