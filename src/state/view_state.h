// ViewState: everything that a link can carry, and its conversion to and from a URL query (deep
// links). Views read and write this struct; of the reader's choices they own nothing else that
// outlives a frame.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/list.h"
#include "data/figure.h"
#include "state/tabs.h"

namespace tablero {

enum class ThemeChoice : std::uint8_t { kAuto, kLight, kDark };
enum class Projection : std::uint8_t { kMercator, kGlobe };
// Figures of an edition that Panorama compares.
enum class EditionMetric : std::uint8_t {
  kParticipants,
  kEvents,
  kCountries,
  kProjects,
  kSpeakersListed
};
// The note on the method of the map: as the screen has room for it, or as the reader chose.
enum class MapNote : std::uint8_t { kAuto, kShown, kHidden };

// ISO 3166-1 alpha-2 code in upper case.
struct CountryCode {
  std::array<char, 2> letters{{'?', '?'}};
  bool operator==(const CountryCode&) const = default;
  bool operator<(const CountryCode& other) const { return letters < other.letters; }
  std::string_view view() const { return {letters.data(), 2}; }
};

// Center of the map in degrees (rounded to 1e-4 in links) and zoom (world width = 256 * 2^zoom CSS
// px, rounded to 1e-2). Not set: the view fits the filtered data.
struct MapCameraState {
  bool set = false;
  double lon = 0, lat = 0, zoom = 0;
  bool operator==(const MapCameraState&) const = default;
};

// Filters with a closed list of words: topic, award, kind, tier, domain from the vocabularies of
// the data, sdg "1" to "17", language an ISO 639-1 code of a corpus.
enum class Facet : std::uint8_t { kTopic, kSdg, kAward, kKind, kTier, kDomain, kLanguage, kCount };
inline constexpr std::size_t kFacetCount = static_cast<std::size_t>(Facet::kCount);

// Most bytes (UTF-8) of the text search: what a link carries and the field takes.
inline constexpr std::size_t kMaxSearchBytes = 200;

struct ViewState {
  View view = View::kPanorama;
  std::string lang = "es";  // a file of data/i18n
  ThemeChoice theme = ThemeChoice::kAuto;
  List<int> editions;           // years, ascending, no duplicates; empty = all
  List<CountryCode> countries;  // ascending, no duplicates; empty = all
  std::string q;                // text search, UTF-8
  // Per facet the chosen words, ascending, no duplicates; empty = all.
  std::array<List<std::string>, kFacetCount> facets;
  EditionMetric metric = EditionMetric::kParticipants;  // panorama: of the editions' chart
  MapCameraState map;
  Projection proj = Projection::kMercator;
  std::string shade;     // map: metric that colors the countries, "cities" or one of their figures
  bool density = false;  // map: points=density instead of circles
  bool graticule = false;  // map: grid=on
  MapNote note = MapNote::kAuto;
  bool places = false;         // map, narrow screens: the list of places instead of the map
  std::string board;           // empty = La Leaderboard
  std::string snapshot;        // empty = the newest complete snapshot of the board
  std::string sort;            // column id, "-id" descending, more keys after commas
  List<std::string> cols;      // chosen columns; empty = the board's default
  List<std::string> models;    // models being compared, in order
  List<std::string> filter;    // leaderboard: "facet:value" (model/leaderboard/columns.h)
  std::string panel;           // leaderboard: compare, size, tasks; empty = the table
  std::string score;           // leaderboard, sizes: column id; empty = the first mean
  std::string model;           // leaderboard, sizes: the models that it dominates are grayed out
  List<std::string> tasks;     // leaderboard, tasks: "facet:value", one value per facet at most
  bool notes = false;          // leaderboard: notes=on, method and caveats unfolded
  bool raw_scores = false;     // leaderboard: scale=raw, otherwise normalised where there is
  bool heat_by_table = false;  // leaderboard: heat=table, otherwise shaded by column
  bool operator==(const ViewState&) const = default;
};

// The query string without '?': "view=mapa&edition=2024". Only what differs from a
// default-constructed state is written, keys in a fixed order, so equal states give equal strings.
std::string to_query(const ViewState& state);

// Reads a query string on top of `base`. Unknown keys are ignored, bad values keep `base`'s value;
// a leading
// '?' or '#' is skipped. Never fails. Keys that are absent keep `base`'s value.
ViewState from_query(std::string_view query, const ViewState& base = {});

// Names as used in links, in the order of the enums.
std::string_view view_name(View view);
std::string_view theme_name(ThemeChoice theme);
std::string_view metric_name(EditionMetric metric);

// Other chosen countries, in any order. The map shows them: it lets go of its place.
void choose_countries(ViewState& state, List<CountryCode> countries);
// Adds or removes one value of a filter and keeps the list sorted; a country as choose_countries().
void toggle_edition(ViewState& state, int year);
void toggle_country(ViewState& state, CountryCode code);
bool has_country(const ViewState& state, CountryCode code);
bool has_edition(const ViewState& state, int year);
void toggle_facet(ViewState& state, Facet facet, std::string_view value);
bool has_facet(const ViewState& state, Facet facet, std::string_view value);
const List<std::string>& facet_values(const ViewState& state, Facet facet);
// "topic", "sdg", ...: the facet's name in links and as prefix of its words' keys.
std::string_view facet_name(Facet facet);
// Whether any filter that hides rows is set (edition, country, text, facets).
bool has_filters(const ViewState& state);
void clear_filters(ViewState& state);

// A code from two ASCII letters of any case; false if `text` is something else.
bool parse_country(std::string_view text, CountryCode& out);

// The map camera as a link would restore it (rounded).
MapCameraState rounded(const MapCameraState& camera);

}  // namespace tablero
