// What a reader can want of the map. Input and overlay turn events into commands; the view applies
// them: to the camera and the state by MapNavigation, to the tooltip by MapOverlay.
#pragma once

#include <cstdint>

#include "map/camera.h"

namespace tablero {

struct MapCommand {
  enum class Kind : std::uint8_t {
    kGoToMark,       // `key`: a cluster until it splits, a city closely
    kGoToCity,       // `index` in cities.cities
    kGoToBox,        // the part of the flat map between the points `at` and `to`
    kGoHome,         // the first view of what is shown
    kChooseCountry,  // `index` in countries.countries, pressed at `at`: the filter, or no longer
    kPin,            // the tooltip of the mark `key` stays
    kLetGo,          // no tooltip stays, ...
    kLetGoCountry,   // ... or none of a country
    kZoom,           // by `amount` levels about `at`; `smooth`: eased
    kPan,            // the content moves by `at` CSS pixels
    kDragBegin,      // the place at `at` is grabbed, ...
    kDragTo,         // ... is at `at` now, ...
    kDragEnd,        // ... and let go
    kPinch,          // two fingers: their middle went from `at` to `to`, their distance by `amount`
    kTurnGlobe,      // the other projection
    kUse,            // embedded: the map takes the gestures, or leaves them to the page again
    kOpenList,       // narrow screens: the list instead of the map
  };
  Kind kind = Kind::kGoHome;
  std::uint32_t key = 0;  // of a mark
  int index = -1;
  ScreenPoint at, to;
  double amount = 0;
  bool smooth = false;
  bool aloud = false;  // by keys or buttons: where the map rests afterwards is announced
};

}  // namespace tablero
