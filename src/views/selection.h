// Which records the filters of the ViewState leave, shared by all views and recomputed only when
// the state or the data change. A facet's counts see every filter but the facet's own, so that a
// list of choices shows what else could be chosen. A record without a word for a facet passes while
// the facet is not filtered.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "base/list.h"
#include "data/store.h"
#include "state/view_state.h"

namespace tablero {

class Selection {
 public:
  // Recomputes when needed. Returns whether anything changed.
  bool update(const Store& store, const ViewState& state);

  // Per record of the store's tables: 1 when the filters leave it.
  List<std::uint8_t> cities;    // cities.cities
  List<std::uint8_t> editions;  // editions.editions: edition filter only
  List<std::uint8_t> projects, events, corpora, sponsors;
  // Counts up with every change.
  std::uint32_t generation = 0;

  struct Count {
    int shown = 0, total = 0;
  };
  // "n of m" of the tab.
  Count count(const Store& store, const ViewState& state) const;

  // A word of a facet and how many records of its table it would leave.
  struct Choice {
    static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
    std::string value;
    int count = 0;
  };
  // All words that the data has, most frequent first, then by word (sdg: by number).
  const List<Choice>& choices(Facet facet) const {
    return choices_[static_cast<std::size_t>(facet)];
  }

 private:
  // Models of the leaderboard's table that search and filters leave; kept between frames.
  struct ModelCount {
    std::string snapshot, query;
    List<std::string> filter;
    std::uint32_t store_generation = 0;
    int shown = 0;
    List<std::string> folded;  // per model of the table
    List<const Model*> models;
  };
  int models_shown(const Store& store, const ViewState& state, const ScoreTable& table) const;
  mutable ModelCount model_count_;

  void index_text(const Store& store);
  void filter_places(const Store& store, const std::string& query);
  void filter_projects(const Store& store, const std::string& query);
  void filter_events(const Store& store, const std::string& query);
  void filter_corpora(const Store& store, const std::string& query);
  void filter_sponsors(const Store& store, const std::string& query);
  void sort_choices();

  List<int> years_;
  List<CountryCode> countries_;
  std::string query_;
  std::array<List<std::string>, kFacetCount> facets_;
  std::array<List<Choice>, kFacetCount> choices_;
  // Folded text of each record, rebuilt only with the data.
  List<std::string> city_text_, project_text_, event_text_, corpus_text_, sponsor_text_;
  std::uint32_t store_generation_ = 0xFFFFFFFFu;
};

}  // namespace tablero
