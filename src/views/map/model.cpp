#include "views/map/model.h"

#include <algorithm>
#include <cmath>

#include "base/sort.h"
#include "map/picking.h"

namespace tablero {
namespace {

constexpr std::uint8_t kMissingSeries = 3;  // of MapColors::series
// 60 S: nobody lives beyond, and Antarctica would fill the lower half of a phone. The flat map ends
// there unless some place lies further south.
constexpr double kSouthEnd = 0.70964;
constexpr double kLabelReach = 64;  // CSS px out of sight: a mark whose label would still show

// The most certain edition of a city among the chosen ones.
Confidence best_confidence(const City& city, const ViewState& state) {
  Confidence best = Confidence::kLow;
  for (const CityEdition& e : city.editions) {
    const bool wanted = state.editions.empty() || has_edition(state, e.year);
    if (wanted && e.confidence < best) best = e.confidence;
  }
  return best;
}

// Participants of the shown editions, or the reason why no count was published.
Amount participants(const City& city, const ViewState& state) {
  Amount sum;
  for (const CityEdition& e : city.editions) {
    if (!state.editions.empty() && !has_edition(state, e.year)) continue;
    if (e.count.known()) {
      sum = {(sum.known() ? sum.value : 0) + e.count.value, Presence::kValue};
    } else if (sum.presence == Presence::kNoData) {
      sum = e.count;
    }
  }
  if (sum.known() && sum.value == 0) sum.presence = Presence::kZero;
  return sum;
}

MapPoint point_of(const City& city, std::size_t index, const Amount& people,
                  Confidence confidence) {
  MapPoint p;
  p.id = static_cast<std::uint32_t>(index + 1);
  p.lon = city.lon;
  p.lat = city.lat;
  p.value = people.known() ? people.value : 0;
  p.color = static_cast<std::uint8_t>(confidence);
  // Zero is a ring; a count that was not published or not asked is gray and the smallest.
  p.hollow = confidence == Confidence::kLow || people.presence == Presence::kZero;
  if (people.presence == Presence::kFewerThanK) p.color = kMissingSeries;
  if (people.presence == Presence::kNotAsked) {
    p.color = kMissingSeries;
    p.hollow = true;
  }
  return p;
}

// The mean direction of the points on the sphere, or the center of `bounds` without points; kept
// away from the poles.
LonLat middle_of(std::span<const MapPoint> points, const WorldBounds& bounds) {
  constexpr double kRadians = 3.14159265358979 / 180, kMostLat = 35;
  double x = 0, y = 0, z = 0;
  bool is_empty = true;
  for (const MapPoint& p : points) {
    if (!p.shown) continue;
    is_empty = false;
    x += std::cos(p.lat * kRadians) * std::cos(p.lon * kRadians);
    y += std::cos(p.lat * kRadians) * std::sin(p.lon * kRadians);
    z += std::sin(p.lat * kRadians);
  }
  LonLat middle = {std::atan2(y, x) / kRadians, std::atan2(z, std::hypot(x, y)) / kRadians};
  if (is_empty) {
    middle = to_lon_lat({(bounds.min.x + bounds.max.x) / 2, (bounds.min.y + bounds.max.y) / 2});
  }
  return {middle.lon, std::clamp(middle.lat, -kMostLat, kMostLat)};
}

// The number of points exactly where another one is, not counting the first of each place.
int count_on_others(std::span<const MapPoint> points) {
  struct Place {
    double lon, lat;
  };
  List<Place> places;
  places.reserve(points.size());
  for (const MapPoint& p : points) {
    if (p.shown && is_valid({p.lon, p.lat})) places.push_back({p.lon, p.lat});
  }
  sort(places, [](const Place& a, const Place& b) {
    return a.lon != b.lon ? a.lon < b.lon : a.lat < b.lat;
  });
  int found = 0;
  for (std::size_t i = 1; i < places.size(); ++i) {
    found += places[i].lon == places[i - 1].lon && places[i].lat == places[i - 1].lat ? 1 : 0;
  }
  return found;
}

// The bounds of the chosen countries on the map, for those without cities.
WorldBounds bounds_of_countries(const BaseMap& map, const List<CountryCode>& countries) {
  WorldBounds all;
  for (const CountryCode& code : countries) {
    const int country = map.find(code.view());
    if (country < 0) continue;
    const WorldBounds& b = map.countries[static_cast<std::size_t>(country)].bounds;
    all = {{std::min(all.min.x, b.min.x), std::min(all.min.y, b.min.y)},
           {std::max(all.max.x, b.max.x), std::max(all.max.y, b.max.y)}};
  }
  return all;
}

constexpr unsigned bit(Presence p) { return 1u << static_cast<unsigned>(p); }

}  // namespace

bool MapExtent::operator==(const MapExtent& o) const {
  return bounds.min.x == o.bounds.min.x && bounds.min.y == o.bounds.min.y &&
         bounds.max.x == o.bounds.max.x && bounds.max.y == o.bounds.max.y &&
         middle.lon == o.middle.lon && middle.lat == o.middle.lat &&
         chosen_countries == o.chosen_countries;
}

bool MapModel::update(const Store& store, const ViewState& state, const Selection& selection,
                      const MapRenderer& renderer) {
  renderer_ = &renderer;
  const bool density = points_.options().style == PointStyle::kDensity;
  const bool same = selection.generation == generation_ && density == state.density;
  if (!same) take_points(store, state, selection);
  if (!same || bounds_map_ != renderer.base_map(0)) take_extent(state);
  return !same;
}

void MapModel::take_points(const Store& store, const ViewState& state, const Selection& selection) {
  const bool first = generation_ == 0;
  generation_ = selection.generation;
  given_.clear();
  presences_ = 0;
  bad_ = {};
  const List<City>& cities = store.cities.cities;
  for (std::size_t i = 0; i < cities.size(); ++i) {
    const Amount people = participants(cities[i], state);
    MapPoint p = point_of(cities[i], i, people, best_confidence(cities[i], state));
    p.shown = selection.cities[i] != 0;
    given_.push_back(p);
    if (!p.shown) continue;
    presences_ |= bit(people.presence);
    bad_.countries += store.countries.find(cities[i].country) == nullptr ? 1 : 0;
  }
  counted_ = (presences_ & (bit(Presence::kValue) | bit(Presence::kZero))) != 0;
  PointOptions options;
  options.style = state.density ? PointStyle::kDensity
                  : counted_    ? PointStyle::kBubbles
                                : PointStyle::kPresence;
  if (state.density && !counted_) {
    for (MapPoint& p : given_) p.value = 1;
  }
  bad_.places = static_cast<int>(points_.set(given_, options, !first).bad_position);
  bad_.spots = count_on_others(given_);
}

void MapModel::take_extent(const ViewState& state) {
  bounds_map_ = renderer_->base_map(0);
  extent_ = {};
  extent_.bounds = points_.bounds_of_all();
  south_end_ = extent_.bounds.max.y < kSouthEnd ? kSouthEnd : 1;
  if (extent_.bounds.empty() && bounds_map_ != nullptr) {
    extent_.bounds = bounds_of_countries(*bounds_map_, state.countries);
  }
  if (extent_.bounds.empty()) return;
  extent_.middle = middle_of(points_.points(), extent_.bounds);
  extent_.chosen_countries = !state.countries.empty();
}

bool MapModel::move(const Camera& camera, double dt, bool reduced_motion, bool at_rest) {
  return points_.update(camera, dt, reduced_motion, at_rest);
}

const BaseMap* MapModel::base_map(double zoom) const {
  return renderer_ == nullptr ? nullptr : renderer_->base_map(zoom);
}

const Mark* MapModel::mark(std::uint32_t key) const {
  for (const Mark& mark : points_.marks()) {
    if (key != 0 && mark.key == key) return &mark;
  }
  return nullptr;
}

const City* MapModel::city(const Store& store, const Mark& mark) const {
  const List<City>& cities = store.cities.cities;
  const bool one = !mark.is_cluster() && mark.key > 0 && mark.key <= cities.size();
  return one ? &cities[mark.key - 1] : nullptr;
}

int MapModel::country_at(const Store& store, const LonLat& place, double zoom) const {
  const BaseMap* map = base_map(zoom);
  const int index = map == nullptr ? -1 : map->country_at(to_world(place));
  if (index < 0) return -1;
  const Country* known = store.countries.find(map->countries[static_cast<std::size_t>(index)].iso2);
  return known == nullptr ? -1 : static_cast<int>(known - store.countries.countries.begin());
}

int MapModel::on_map(const Store& store, int country, double zoom) const {
  const BaseMap* map = base_map(zoom);
  if (map == nullptr || country < 0) return -1;
  return map->find(store.countries.countries[static_cast<std::size_t>(country)].iso2);
}

MapHit MapModel::hit(const Store& store, const Camera& camera, const ScreenPoint& at,
                     double slop) const {
  MapHit hit;
  const int found = pick_mark(points_, camera, at, slop);
  if (found >= 0) {
    const Mark& mark = points_.marks()[static_cast<std::size_t>(found)];
    hit.mark = mark.key;
    hit.cluster = mark.is_cluster();
    return hit;
  }
  const std::optional<LonLat> place = camera.lon_lat_at(at);
  if (!place) return hit;
  // Nothing beyond the drawn part of the flat map.
  const bool flat = camera.projection() == MapProjection::kMercator;
  if (flat && to_world(*place).y > camera.south_end()) return hit;
  hit.country = country_at(store, *place, camera.zoom());
  return hit;
}

int MapModel::visible_count(const Camera& camera) const {
  int count = 0;
  for (const MapPoint& p : points_.points()) {
    count += p.shown && camera.visible({p.lon, p.lat}) ? 1 : 0;
  }
  return count;
}

void MapModel::collect_labels(const Store& store, const Camera& camera, const Language& lang,
                              List<MapLabel>* labels) const {
  labels->clear();
  for (const Mark& mark : points_.marks()) {
    const City* one = city(store, mark);
    if (one == nullptr || !camera.visible(to_lon_lat(mark.position), kLabelReach)) continue;
    MapLabel label;
    label.candidate.id = mark.key;
    label.candidate.anchor = mark.position;
    label.candidate.offset = mark.radius;
    label.candidate.priority = std::log(static_cast<double>(one->population) + 10);
    label.text = one->name;
    label.city = true;
    labels->push_back(label);
  }
  const BaseMap* map = base_map(camera.zoom());
  if (map == nullptr) return;
  for (std::size_t i = 0; i < map->countries.size(); ++i) {
    const MapCountry& country = map->countries[i];
    const Country* known = store.countries.find(country.iso2);
    if (known == nullptr) continue;
    MapLabel label;
    label.candidate.id = kCountryLabels + static_cast<std::uint32_t>(i);
    label.candidate.anchor = country.label;
    label.candidate.priority = 4 + 20 * country.label_radius;
    label.candidate.max_width_world = country.label_radius * 2.6;
    label.text = known->name.in(lang);
    labels->push_back(label);
  }
}

}  // namespace tablero
