// Which records the filters of the ViewState leave, shared by all views and recomputed only when the
// state or the data change.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "data/store.h"
#include "state/view_state.h"

namespace tablero {

class Selection {
 public:
  // Recomputes when needed. Returns whether anything changed.
  bool update(const Store& store, const ViewState& state);

  // Per record of the store's tables: 1 when the filters leave it.
  std::vector<std::uint8_t> cities;     // cities.cities
  std::vector<std::uint8_t> editions;   // editions.editions
  std::vector<std::uint8_t> models;     // models.models: text search only
  std::vector<std::uint8_t> projects, events;
  // Counts up with every change.
  std::uint32_t generation = 0;

  struct Count {
    int shown = 0, total = 0;
  };
  // "n of m" of the tab.
  Count count(const Store& store, const ViewState& state) const;

 private:
  std::vector<int> years_;
  std::vector<CountryCode> countries_;
  std::string query_;
  std::uint32_t store_generation_ = 0xFFFFFFFFu;
};

}  // namespace tablero
