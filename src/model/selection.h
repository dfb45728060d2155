// The records that pass the filters of the ViewState, shared by all views and recomputed only when
// the state or the data changes: a cross-filter per kind of record (query/facet_table.h). A facet's
// counts respect every filter but the facet's own, so that a list of choices shows what else could
// be chosen. A record without a word for a facet passes while the facet is not filtered.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/list.h"
#include "data/store.h"
#include "data/strings.h"
#include "query/facet_table.h"
#include "state/view_state.h"

namespace tablero {

// The number of a word of Facet::kSdg ("13"); 0 for any other word.
int sdg_number(std::string_view word);

class Selection {
 public:
  // Recomputes when needed; a search also matches the translated names (`words` of `language`) of
  // topics, kinds and goals. Returns whether anything changed.
  bool update(const Store& store, const ViewState& state, const Strings& words,
              const Language& language);

  // Per record of the store's tables: 1 when it passes the filters.
  List<std::uint8_t> cities;    // cities.cities
  List<std::uint8_t> editions;  // editions.editions: edition filter only
  List<std::uint8_t> projects, events, corpora, sponsors;
  List<std::uint8_t> contributions;  // rows of all campaigns, one campaign after the other
  List<std::uint8_t> sources;        // sources.sources: text search only
  // Counts up with every change.
  std::uint32_t generation = 0;

  struct Count {
    int shown = 0, total = 0;
  };
  // Of the records with these flags.
  static Count count(const List<std::uint8_t>& flags);
  // The models of the leaderboard's table; {0, 0} while another board is open or it is loading.
  Count count_models(const Store& store, const ViewState& state) const;

  // A word of a facet and how many records of its table would pass with it.
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
  // Models of the leaderboard's table that pass search and filters; cached between frames.
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

  // Records of one kind. Facet 0 is the edition, 1 the country, then those of the kind.
  struct Table {
    FacetTable rows;
    List<Facet> facets;
    void begin(std::initializer_list<Facet> own);
  };
  void index(const Store& store, const Strings& words);
  void index_projects(const Store& store, const Strings& words);
  void index_events(const Store& store, const Strings& words);
  void index_corpora(const Store& store, const Strings& words);
  void index_sponsors(const Store& store);
  void index_contributions(const Store& store);
  void filter(Table& table, List<std::uint8_t>& flags);
  void sort_choices();

  List<int> years_;
  List<CountryCode> countries_;
  std::string query_;
  // The chosen years and countries in the form that the tables take.
  List<std::string> wanted_years_, wanted_countries_;
  std::string wanted_text_;
  std::array<List<std::string>, kFacetCount> facets_;
  std::array<List<Choice>, kFacetCount> choices_;
  // Rebuilt only with the data and the language.
  Table city_table_, project_table_, event_table_, corpus_table_, sponsor_table_,
      contribution_table_, source_table_;
  List<std::size_t> sponsor_of_row_;  // a sponsor has a row per edition
  Language lang_;
  std::uint32_t store_generation_ = 0xFFFFFFFFu;
};

}  // namespace tablero
