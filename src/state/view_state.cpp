#include "state/view_state.h"

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "base/percent.h"
#include "base/sort.h"
#include "base/text.h"
#include "state/keys.h"

namespace tablero {
namespace {

// Characters of values that may stand plain in a query and are read more easily so: commas of
// lists, and what ids are made of.
constexpr std::string_view kPlainInQuery = ",/:";

double rounded_to(double value, double step) { return std::round(value / step) * step; }

void append_key(std::string& out, std::string_view key, std::string_view value) {
  if (!out.empty()) out += '&';
  out += key;
  out += '=';
  append_percent_encoded(out, value, kPlainInQuery);
}

}  // namespace

MapCameraState rounded(const MapCameraState& camera) {
  MapCameraState r = camera;
  r.lon = rounded_to(camera.lon, 1e-4);
  r.lat = rounded_to(camera.lat, 1e-4);
  r.zoom = rounded_to(camera.zoom, 1e-2);
  return r;
}

bool parse_country(std::string_view text, CountryCode& out) {
  if (text.size() != 2) return false;
  const CountryCode code{{to_upper(text[0]), to_upper(text[1])}};
  if (!is_country_code(code.view())) return false;
  out = code;
  return true;
}

std::string to_query(const ViewState& state) {
  std::string out;
  for (const LinkKey& key : link_keys()) {
    const std::string value = key.write(state);
    if (!value.empty()) append_key(out, key.name, value);
  }
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
    const std::string name = percent_decoded(pair.substr(0, eq));
    const std::string value = percent_decoded(pair.substr(eq + 1));
    if (!valid_utf8(value)) continue;
    for (const LinkKey& key : link_keys()) {
      if (key.name == name) key.read(value, s);
    }
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
void toggle_country(ViewState& state, CountryCode code) {
  toggle(state.countries, code);
  state.map = {};
}
void choose_countries(ViewState& state, List<CountryCode> countries) {
  sort(countries);
  if (countries == state.countries) return;
  state.countries = std::move(countries);
  state.map = {};
}

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
  choose_countries(state, {});
  state.q.clear();
  for (auto& words : state.facets) words.clear();
  state.filter.clear();
}

}  // namespace tablero
