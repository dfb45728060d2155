// Faceted search: records with words in several facets and a searchable text. Tells which records
// pass the chosen words and the search, and how many would pass with each further word (the menus
// of views/facets.h). A record may have several words of a facet, or none.
//
// Built on CrossFilter: each distinct set of words of a facet is one group of a dimension, so the
// count of a word is the sum over the sets that contain it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/list.h"
#include "query/cross_filter.h"

namespace tablero {

class FacetTable {
 public:
  // Starts a table of `facets` facets, without records.
  void begin(int facets);
  // A word of the record being made; empty words are left out, repeated ones count once.
  void add(int facet, std::string_view word);
  // Ends the record. `text` is folded (base/text.h).
  void end_row(std::string text);
  // Ends the table.
  void finish();

  // Records with at least one of the words pass. No word, or all of them, is no filter: then
  // records without a word pass too.
  void choose(int facet, std::span<const std::string> words);
  // Records pass whose text has every word of `query` (folded); an empty query is no filter.
  void search(std::string_view query);
  // Brings counts up to date after choose() and search().
  void update();

  std::size_t rows() const { return texts_.size(); }
  bool passes(std::size_t row) const { return filter_->passes(row); }
  // Words of a facet in the order of their first record.
  const List<std::string>& words(int facet) const { return dimension(facet).words; }
  // Records with the word that pass search and all other facets.
  int count(int facet, std::size_t word) const;

 private:
  using Set = List<std::uint16_t>;  // indices into words, ascending
  struct Dimension {
    List<std::string> words;
    List<Set> sets;
    List<std::uint16_t> codes;
    Set row;  // of the record being made
  };
  const Dimension& dimension(int facet) const {
    return dimensions_[static_cast<std::size_t>(facet)];
  }

  List<Dimension> dimensions_;
  List<std::string> texts_;
  std::string query_;
  std::unique_ptr<CrossFilter> filter_;  // a dimension per facet, then the search
};

}  // namespace tablero
