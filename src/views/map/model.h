// The map's model: which points are shown and how, the base maps, what a position on the screen
// hits, and which names want a label. No ImGui, no GL calls.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "base/list.h"
#include "data/store.h"
#include "map/camera.h"
#include "map/labels.h"
#include "map/map_points.h"
#include "map/map_renderer.h"
#include "model/selection.h"
#include "state/view_state.h"

namespace tablero {

// What a fit shows: the shown cities, or the chosen countries when none of their cities is.
struct MapExtent {
  WorldBounds bounds;             // empty: nothing to fit
  LonLat middle;                  // what a globe turns to
  bool chosen_countries = false;  // some are chosen: a globe comes closer than its whole
  bool operator==(const MapExtent&) const;
};

// What is at a position on the screen; nothing by default.
struct MapHit {
  std::uint32_t mark = 0;  // key; 0 none
  bool cluster = false;
  int country = -1;  // in countries.countries, where no mark is
};

// A name that wants a label. `candidate` lacks the text's size, which depends on the font.
struct MapLabel {
  LabelCandidate candidate;
  std::string_view text;  // of the store: valid until it loads anew
  bool city = false;
};

class MapModel {
 public:
  // Names of countries have ids from here on, in the order of the base map.
  static constexpr std::uint32_t kCountryLabels = 0x40000000u;

  // Takes cities, filters and counts when they changed. `renderer` has the base maps.
  // True when the points are others than before.
  bool update(const Store& store, const ViewState& state, const Selection& selection,
              const MapRenderer& renderer);
  // Chooses the marks for the camera. True while they move. `at_rest`: see MapPoints::update().
  bool move(const Camera& camera, double dt, bool reduced_motion, bool at_rest);

  const MapPoints& points() const { return points_; }
  // Null before the first has arrived.
  const BaseMap* base_map(double zoom) const;
  // For the first view, see navigation.h.
  const MapExtent& extent() const { return extent_; }
  double south_end() const { return south_end_; }

  // Some shown place has a count: areas stand for participants.
  bool counted() const { return counted_; }
  // Whether a shown place has this kind of count.
  bool occurs(Presence p) const { return (presences_ >> static_cast<unsigned>(p) & 1u) != 0; }
  // What could not be drawn as it is.
  struct Bad {
    int places = 0;     // impossible coordinates: not drawn
    int countries = 0;  // cities whose country nobody knows
    int spots = 0;      // cities exactly where another one is: no zoom separates them
  };
  const Bad& bad() const { return bad_; }

  // The mark with this key at the current zoom, null if there is none.
  const Mark* mark(std::uint32_t key) const;
  // The city of a mark that is one; null for a cluster.
  const City* city(const Store& store, const Mark& mark) const;
  // What is under `at`; marks within `slop` CSS pixels.
  MapHit hit(const Store& store, const Camera& camera, const ScreenPoint& at, double slop) const;
  // The country of the store at `place`; -1: none, or none that the data know.
  int country_at(const Store& store, const LonLat& place, double zoom) const;
  // Its index on the base map of that zoom, -1.
  int on_map(const Store& store, int country, double zoom) const;
  // How many cities are in sight.
  int visible_count(const Camera& camera) const;
  // Replaces `labels` by the names in sight: cities that stand alone, then countries.
  void collect_labels(const Store& store, const Camera& camera, const Language& lang,
                      List<MapLabel>* labels) const;

 private:
  void take_points(const Store& store, const ViewState& state, const Selection& selection);
  void take_extent(const ViewState& state);

  const MapRenderer* renderer_ = nullptr;
  MapPoints points_;
  List<MapPoint> given_;  // one per city, in their order
  MapExtent extent_;
  double south_end_ = 1;
  bool counted_ = false;
  unsigned presences_ = 0;  // bits of Presence
  Bad bad_;
  std::uint32_t generation_ = 0;         // of the selection taken
  const BaseMap* bounds_map_ = nullptr;  // with which extent_ was computed
};

}  // namespace tablero
