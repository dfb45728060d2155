#include "state/keys.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <type_traits>

#include "base/list.h"
#include "base/sort.h"
#include "base/text.h"
#include "state/tabs.h"

namespace tablero {
namespace {

// Words of the enumerations in their order; the first one is the default.
constexpr std::string_view kThemeNames[] = {"auto", "light", "dark"};
constexpr std::string_view kProjectionNames[] = {"mercator", "globe"};
constexpr std::string_view kMetricNames[] = {"participants", "events", "countries", "projects",
                                             "speakers_listed"};
constexpr std::string_view kNoteNames[] = {"", "shown", "hidden"};
constexpr std::string_view kPanelNames[] = {"", "compare", "size", "tasks"};
// Words that switch something on.
constexpr std::string_view kDensityWord = "density";
constexpr std::string_view kOnWord = "on";
constexpr std::string_view kListWord = "list";
constexpr std::string_view kRawWord = "raw";
constexpr std::string_view kTableWord = "table";
constexpr std::size_t kMaxListItems = 256;
constexpr std::size_t kMaxWordBytes = 64;  // of a facet
// The world on a single pixel; a map of less than 256 CSS pixels shows it below zoom 0.
constexpr double kLeastZoom = -8;

template <std::size_t N>
int index_of(const std::string_view (&names)[N], std::string_view text) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == text) return static_cast<int>(i);
  }
  return -1;
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

bool read_number(std::string_view text, double& out) {
  const std::optional<double> number = parse_number(text);
  out = number.value_or(0);
  return number.has_value();
}

// "ca", "pt-BR": a possible file name (BCP 47 subset). Whether the file exists is known when it is
// fetched.
bool is_language_tag(std::string_view text) {
  constexpr std::size_t kLongest = std::tuple_size_v<decltype(Language::tag)> - 1;
  if (text.size() < 2 || text.size() > kLongest) return false;
  for (char c : text) {
    if (!is_letter(c) && c != '-') return false;
  }
  return true;
}

// Ascending, without duplicates.
template <class T>
void make_set(List<T>& items) {
  sort(items);
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

// The codecs of keys.def. Each has `read` and `write` of a LinkKey.

template <auto Field, const auto& kNames>
struct Word {
  static void read(std::string_view value, ViewState& s) {
    const int i = index_of(kNames, value);
    if (i >= 0) s.*Field = static_cast<std::remove_reference_t<decltype(s.*Field)>>(i);
  }
  static std::string write(const ViewState& s) {
    const auto i = static_cast<std::size_t>(s.*Field);
    return std::string(i == 0 ? std::string_view() : kNames[i]);
  }
};

template <auto Field, const std::string_view& kWord>
struct Flag {
  static void read(std::string_view value, ViewState& s) { s.*Field = value == kWord; }
  static std::string write(const ViewState& s) {
    return std::string(s.*Field ? kWord : std::string_view());
  }
};

template <auto Field, std::size_t kMaxBytes>
struct Text {
  static void read(std::string_view value, ViewState& s) {
    s.*Field = utf8_prefix(value, kMaxBytes);
  }
  static std::string write(const ViewState& s) { return s.*Field; }
};

template <auto Field>
struct Items {
  static void read(std::string_view value, ViewState& s) { s.*Field = split_items(value); }
  static std::string write(const ViewState& s) { return joined(s.*Field); }
};

void read_facet(std::string_view value, List<std::string>& words) {
  words = split_items(value);
  for (std::string& word : words) word.resize(utf8_prefix(word, kMaxWordBytes).size());
  make_set(words);
}

template <Facet kFacet>
struct FacetWords {
  static void read(std::string_view value, ViewState& s) {
    read_facet(value, s.facets[static_cast<std::size_t>(kFacet)]);
  }
  static std::string write(const ViewState& s) { return joined(facet_values(s, kFacet)); }
};

struct LanguageTag {
  static void read(std::string_view value, ViewState& s) {
    if (is_language_tag(value)) s.lang = value;
  }
  static std::string write(const ViewState& s) { return s.lang == ViewState().lang ? "" : s.lang; }
};

struct Panel {
  static void read(std::string_view value, ViewState& s) {
    if (index_of(kPanelNames, value) >= 0) s.panel = value;
  }
  static std::string write(const ViewState& s) { return s.panel; }
};

struct Editions {
  static void read(std::string_view value, ViewState& s) {
    List<int> years;
    for (const std::string& item : split_items(value)) {
      double year = 0;
      if (read_number(item, year) && year >= 2000 && year <= 2100 && year == std::floor(year)) {
        years.push_back(static_cast<int>(year));
      }
    }
    make_set(years);
    if (!years.empty() || value.empty()) s.editions = years;
  }
  static std::string write(const ViewState& s) {
    List<std::string> items;
    for (int year : s.editions) items.push_back(std::to_string(year));
    return joined(items);
  }
};

struct Countries {
  static void read(std::string_view value, ViewState& s) {
    List<CountryCode> codes;
    for (const std::string& item : split_items(value)) {
      CountryCode code;
      if (parse_country(item, code)) codes.push_back(code);
    }
    make_set(codes);
    if (!codes.empty() || value.empty()) s.countries = codes;
  }
  static std::string write(const ViewState& s) {
    List<std::string> items;
    for (const CountryCode& code : s.countries) items.emplace_back(code.view());
    return joined(items);
  }
};

struct Camera {
  static void read(std::string_view value, ViewState& s) {
    const List<std::string> items = split_items(value);
    MapCameraState camera;
    if (items.size() != 3 || !read_number(items[0], camera.lon) ||
        !read_number(items[1], camera.lat) || !read_number(items[2], camera.zoom)) {
      return;
    }
    if (std::abs(camera.lon) > 180 || std::abs(camera.lat) > 90 || camera.zoom < kLeastZoom ||
        camera.zoom > 24) {
      return;
    }
    camera.set = true;
    s.map = rounded(camera);
  }
  static std::string write(const ViewState& s) {
    if (!s.map.set) return {};
    return short_number(s.map.lon, 4) + "," + short_number(s.map.lat, 4) + "," +
           short_number(s.map.zoom, 2);
  }
};

// `TABLERO_KEY` takes the codec as its rest, because a codec may contain commas.
#define TABLERO_KEY(name, type, meaning, ...) {#name, __VA_ARGS__::read, __VA_ARGS__::write},
constexpr LinkKey kKeys[] = {
#include "state/keys.def"
};
#undef TABLERO_KEY

// The facets are neighbors, in the order of `Facet`.
constexpr std::size_t kFirstFacet = [] {
  std::size_t i = 0;
  while (kKeys[i].name != "topic") ++i;
  return i;
}();
static_assert(kKeys[kFirstFacet + kFacetCount - 1].name == "language");

}  // namespace

std::span<const LinkKey> link_keys() { return kKeys; }

std::string_view view_name(View view) { return kTabNames[static_cast<std::size_t>(view)]; }
std::string_view theme_name(ThemeChoice theme) {
  return kThemeNames[static_cast<std::size_t>(theme)];
}
std::string_view metric_name(EditionMetric metric) {
  return kMetricNames[static_cast<std::size_t>(metric)];
}
std::string_view facet_name(Facet facet) {
  return kKeys[kFirstFacet + static_cast<std::size_t>(facet)].name;
}

}  // namespace tablero
