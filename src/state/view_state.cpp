#include "state/view_state.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

#include "base/list.h"
#include "base/sort.h"
#include "base/text.h"

namespace tablero {
namespace {

constexpr std::string_view kThemeNames[] = {"auto", "light", "dark"};
constexpr std::string_view kProjectionNames[] = {"mercator", "globe"};
constexpr std::string_view kFacetNames[] = {"topic", "sdg",    "award",   "kind",
                                            "tier",  "domain", "language"};
constexpr std::string_view kPanelNames[] = {"", "compare", "size", "tasks"};
constexpr std::size_t kMaxListItems = 256;

template <std::size_t N>
int index_of(const std::string_view (&names)[N], std::string_view text) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == text) return static_cast<int>(i);
  }
  return -1;
}

void append_encoded(std::string& out, std::string_view text) {
  constexpr char kHex[] = "0123456789ABCDEF";
  for (char c : text) {
    const auto u = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.' || c == '~' || c == ',' || c == '/' ||
                       c == ':';
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += kHex[u >> 4];
      out += kHex[u & 15];
    }
  }
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+') {
      out += ' ';
    } else if (text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
               hex_digit(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

// A comma inside an item would be lost when a page re-encodes the whole query, so it is written
// "~c" under the percent-encoding, and "~" as "~~".
std::string joined(const List<std::string>& items) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += ',';
    for (char c : item) {
      if (c == ',') {
        out += "~c";
      } else if (c == '~') {
        out += "~~";
      } else {
        out += c;
      }
    }
  }
  return out;
}

List<std::string> split_items(std::string_view text) {
  List<std::string> items;
  std::string item;
  for (std::size_t i = 0; i <= text.size() && items.size() < kMaxListItems; ++i) {
    if (i == text.size() || text[i] == ',') {
      if (!item.empty()) items.push_back(item);
      item.clear();
    } else if (text[i] == '~' && i + 1 < text.size()) {
      ++i;
      item += text[i] == 'c' ? ',' : text[i];
    } else {
      item += text[i];
    }
  }
  return items;
}

double rounded_to(double value, double step) { return std::round(value / step) * step; }

bool parse_number(const std::string& text, double& out) {
  const std::optional<double> number = tablero::parse_number(text);
  out = number.value_or(0);
  return number.has_value();
}

void read_editions(const std::string& value, ViewState& s) {
  List<int> years;
  for (const std::string& item : split_items(value)) {
    double year = 0;
    if (parse_number(item, year) && year >= 2000 && year <= 2100 && year == std::floor(year)) {
      years.push_back(static_cast<int>(year));
    }
  }
  sort(years);
  years.erase(std::unique(years.begin(), years.end()), years.end());
  if (!years.empty() || value.empty()) s.editions = years;
}

void read_countries(const std::string& value, ViewState& s) {
  List<CountryCode> codes;
  for (const std::string& item : split_items(value)) {
    CountryCode code;
    if (parse_country(item, code)) codes.push_back(code);
  }
  sort(codes);
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  if (!codes.empty() || value.empty()) s.countries = codes;
}

void read_facet(const std::string& value, List<std::string>& words) {
  words = split_items(value);
  for (std::string& word : words) word.resize(std::min<std::size_t>(word.size(), 64));
  sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

void read_map(const std::string& value, ViewState& s) {
  const List<std::string> items = split_items(value);
  MapCameraState camera;
  if (items.size() != 3 || !parse_number(items[0], camera.lon) ||
      !parse_number(items[1], camera.lat) || !parse_number(items[2], camera.zoom)) {
    return;
  }
  if (std::abs(camera.lon) > 180 || std::abs(camera.lat) > 90 || camera.zoom < 0 ||
      camera.zoom > 24) {
    return;
  }
  camera.set = true;
  s.map = rounded(camera);
}

// Returns the enum value named `text`, or `fallback`.
template <class E, std::size_t N>
E named(const std::string_view (&names)[N], std::string_view text, E fallback) {
  const int i = index_of(names, text);
  return i < 0 ? fallback : static_cast<E>(i);
}

// "ca", "pt-BR": a possible file name (BCP 47 subset). Whether the file exists is known when it is
// fetched.
bool is_language_tag(std::string_view text) {
  constexpr std::size_t kLongest = std::tuple_size_v<decltype(Language::tag)> - 1;
  if (text.size() < 2 || text.size() > kLongest) return false;
  for (char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && c != '-') return false;
  }
  return true;
}

void read_key(std::string_view key, const std::string& value, ViewState& s) {
  if (key == "view") s.view = named(kTabNames, value, s.view);
  if (key == "lang" && is_language_tag(value)) s.lang = value;
  if (key == "theme") s.theme = named(kThemeNames, value, s.theme);
  if (key == "edition") read_editions(value, s);
  if (key == "country") read_countries(value, s);
  if (key == "q") s.q = value.substr(0, 200);
  const int facet = index_of(kFacetNames, key);
  if (facet >= 0) read_facet(value, s.facets[static_cast<std::size_t>(facet)]);
  if (key == "map") read_map(value, s);
  if (key == "proj") s.proj = named(kProjectionNames, value, s.proj);
  if (key == "shade") s.shade = value.substr(0, 64);
  if (key == "points") s.density = value == "density";
  if (key == "grid") s.graticule = value == "on";
  if (key == "board") s.board = value.substr(0, 64);
  if (key == "snapshot") s.snapshot = value.substr(0, 64);
  if (key == "sort") s.sort = value.substr(0, 200);
  if (key == "cols") s.cols = split_items(value);
  if (key == "models") s.models = split_items(value);
  if (key == "filter") s.filter = split_items(value);
  if (key == "panel" && index_of(kPanelNames, value) >= 0) s.panel = value;
  if (key == "scale") s.raw_scores = value == "raw";
  if (key == "heat") s.heat_by_table = value == "table";
}

void append_key(std::string& out, std::string_view key, std::string_view value) {
  if (!out.empty()) out += '&';
  out += key;
  out += '=';
  append_encoded(out, value);
}

// Shortest decimal text of a rounded number: at most `decimals` digits, no trailing zeros.
std::string short_number(double value, int decimals) {
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, "%.*f", decimals, value);
  std::string s = buffer;
  if (s.find('.') != std::string::npos) {
    while (s.back() == '0') s.pop_back();
    if (s.back() == '.') s.pop_back();
  }
  return s == "-0" ? "0" : s;
}

}  // namespace

std::string_view view_name(View view) { return kTabNames[static_cast<std::size_t>(view)]; }
std::string_view theme_name(ThemeChoice theme) {
  return kThemeNames[static_cast<std::size_t>(theme)];
}

MapCameraState rounded(const MapCameraState& camera) {
  MapCameraState r = camera;
  r.lon = rounded_to(camera.lon, 1e-4);
  r.lat = rounded_to(camera.lat, 1e-4);
  r.zoom = rounded_to(camera.zoom, 1e-2);
  return r;
}

bool parse_country(std::string_view text, CountryCode& out) {
  if (text.size() != 2) return false;
  for (std::size_t i = 0; i < 2; ++i) {
    char c = text[i];
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c < 'A' || c > 'Z') return false;
    out.letters[i] = c;
  }
  return true;
}

std::string to_query(const ViewState& s) {
  const ViewState d;
  std::string out;
  if (s.view != d.view) append_key(out, "view", view_name(s.view));
  if (s.lang != d.lang) append_key(out, "lang", s.lang);
  if (s.theme != d.theme) append_key(out, "theme", theme_name(s.theme));
  List<std::string> items;
  for (int year : s.editions) items.push_back(std::to_string(year));
  if (!items.empty()) append_key(out, "edition", joined(items));
  items.clear();
  for (const CountryCode& c : s.countries) items.emplace_back(c.view());
  if (!items.empty()) append_key(out, "country", joined(items));
  if (!s.q.empty()) append_key(out, "q", s.q);
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    if (!s.facets[i].empty()) append_key(out, kFacetNames[i], joined(s.facets[i]));
  }
  if (s.map.set) {
    append_key(out, "map",
               short_number(s.map.lon, 4) + "," + short_number(s.map.lat, 4) + "," +
                   short_number(s.map.zoom, 2));
  }
  if (s.proj != d.proj) append_key(out, "proj", kProjectionNames[static_cast<int>(s.proj)]);
  if (!s.shade.empty()) append_key(out, "shade", s.shade);
  if (s.density) append_key(out, "points", "density");
  if (s.graticule) append_key(out, "grid", "on");
  if (!s.board.empty()) append_key(out, "board", s.board);
  if (!s.snapshot.empty()) append_key(out, "snapshot", s.snapshot);
  if (!s.sort.empty()) append_key(out, "sort", s.sort);
  if (!s.cols.empty()) append_key(out, "cols", joined(s.cols));
  if (!s.models.empty()) append_key(out, "models", joined(s.models));
  if (!s.filter.empty()) append_key(out, "filter", joined(s.filter));
  if (!s.panel.empty()) append_key(out, "panel", s.panel);
  if (s.raw_scores) append_key(out, "scale", "raw");
  if (s.heat_by_table) append_key(out, "heat", "table");
  return out;
}

ViewState from_query(std::string_view query, const ViewState& base) {
  ViewState s = base;
  if (!query.empty() && (query[0] == '?' || query[0] == '#')) query.remove_prefix(1);
  while (!query.empty()) {
    const std::size_t amp = query.find('&');
    const std::string_view pair = query.substr(0, amp);
    query = amp == std::string_view::npos ? std::string_view() : query.substr(amp + 1);
    const std::size_t eq = pair.find('=');
    if (eq == std::string_view::npos) continue;
    read_key(decoded(pair.substr(0, eq)), decoded(pair.substr(eq + 1)), s);
  }
  return s;
}

namespace {
template <class T>
void toggle(List<T>& list, const T& value) {
  const auto it = std::lower_bound(list.begin(), list.end(), value);
  if (it != list.end() && *it == value) {
    list.erase(it);
  } else {
    list.insert(it, value);
  }
}
}  // namespace

void toggle_edition(ViewState& state, int year) { toggle(state.editions, year); }
void toggle_country(ViewState& state, CountryCode code) { toggle(state.countries, code); }

void toggle_facet(ViewState& state, Facet facet, std::string_view value) {
  toggle(state.facets[static_cast<std::size_t>(facet)], std::string(value));
}
bool has_facet(const ViewState& state, Facet facet, std::string_view value) {
  const List<std::string>& words = facet_values(state, facet);
  return std::binary_search(words.begin(), words.end(), value);
}
const List<std::string>& facet_values(const ViewState& state, Facet facet) {
  return state.facets[static_cast<std::size_t>(facet)];
}
std::string_view facet_name(Facet facet) { return kFacetNames[static_cast<std::size_t>(facet)]; }

bool has_country(const ViewState& state, CountryCode code) {
  return std::binary_search(state.countries.begin(), state.countries.end(), code);
}
bool has_edition(const ViewState& state, int year) {
  return std::binary_search(state.editions.begin(), state.editions.end(), year);
}
bool has_filters(const ViewState& state) {
  const bool faceted = std::any_of(state.facets.begin(), state.facets.end(),
                                   [](const auto& words) { return !words.empty(); });
  return faceted || !state.filter.empty() || !state.editions.empty() || !state.countries.empty() ||
         !state.q.empty();
}
void clear_filters(ViewState& state) {
  state.editions.clear();
  state.countries.clear();
  state.q.clear();
  for (auto& words : state.facets) words.clear();
  state.filter.clear();
}

}  // namespace tablero
