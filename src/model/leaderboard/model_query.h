// The leaderboard's filter on models: free words, prefixes ("license:apache type:pretrained") and
// chosen facet values. An attribute that no source gives is the value "unknown", a choice like any
// other.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/list.h"
#include "model/leaderboard/columns.h"

namespace tablero {

class ModelQuery {
 public:
  ModelQuery() = default;
  // `text`: words, all of which have to occur in the model's name; ";" separates alternatives. A
  // word "PREFIX:VALUE" tests a facet instead, by its id or one of its `prefixes`; case and accents
  // are ignored. A number also takes "size:>7", "size:<3" and "size:2..9". `chosen`: items
  // "facet:value" as in links; values of one facet are alternatives (or), different facets are
  // combined (and).
  ModelQuery(std::string_view text, std::span<const std::string> chosen);

  // `folded_id`: the model's id after fold(). `model` null: everything about it is unknown.
  bool matches(std::string_view folded_id, const Model* model) const {
    return misses(folded_id, model) == 0;
  }
  // The conditions that `model` fails, as a bit set: bit f is the chosen values of facet f, the bit
  // after the last facet's the text. The count beside a choice of facet f covers the models that
  // fail at most bit f.
  unsigned misses(std::string_view folded_id, const Model* model) const;

 private:
  struct Term {
    const ColumnSpec* facet = nullptr;         // null: the model's name
    std::string text;                          // folded
    bool range = false;                        // of a number
    double low = 0, high = 0;                  // inclusive
    bool open_low = false, open_high = false;  // the bound itself does not match
  };
  using Terms = List<Term>;
  static Term parse_term(std::string_view word);
  static bool term_matches(const Term& term, std::string_view folded_id, const Model* model);
  bool text_matches(std::string_view folded_id, const Model* model) const;

  List<Terms> alternatives_;
  List<List<std::string>> chosen_;  // per facet
};

// Whether "`facet`:`value`" is among `chosen`; `facet` is the id.
bool is_chosen(std::span<const std::string> chosen, std::string_view facet, std::string_view value);
// Adds or removes it. When afterwards all of `all_values` are chosen, the facet's items are
// dropped: all ticked means no filter.
void toggle_chosen(List<std::string>& chosen, std::string_view facet, std::string_view value,
                   std::span<const std::string> all_values);

}  // namespace tablero
