// What is passed to every view: the Ui, the tables, and the state that it may change.
#pragma once

#include <string>
#include <string_view>

#include "data/store.h"
#include "model/selection.h"
#include "state/view_state.h"
#include "ui/ui.h"

namespace tablero {

// Bytes of a base map level as they arrived; generation 0 = not yet.
struct MapBytes {
  const std::string* bytes = nullptr;
  std::uint32_t generation = 0;
};

struct ViewContext {
  Ui& ui;
  const Store& store;
  ViewState& state;
  const Selection& selection;
  MapBytes maps[2] = {};         // 110m, 50m
  bool want_map_detail = false;  // set by a view: fetch the 50m map
  std::string want_scores = {};  // set by a view: fetch this snapshot
  bool retry = false;            // set by a view: fetch failed files again
  const Fault* map_fault = nullptr;
  const Strings* languages = nullptr;  // tag and name of each, if known
  bool languages_failed = false;       // their list could not be fetched
  double waited = 0;                   // seconds since the open tab's files were first wanted
  bool want_cities = false;            // set by a view: fetch the cities
  bool want_related = false;           // set by a view: fetch the neighboring boards
};

}  // namespace tablero
