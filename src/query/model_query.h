// The leaderboard's filter on models: free words, prefixes ("license:apache type:pretrained") and
// chosen facet values. An attribute that no source gives is the value "unknown", a choice like any
// other.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/list.h"
#include "data/models.h"

namespace tablero {

enum class ModelFacet : std::uint8_t {
  kType,
  kPrecision,
  kLicence,
  kArchitecture,
  kAvailable,
  kSize,
  kCount
};
inline constexpr std::size_t kModelFacetCount = static_cast<std::size_t>(ModelFacet::kCount);

// "type", "precision", "licence", "architecture", "available", "size": as in links and before the
// colon.
std::string_view model_facet_name(ModelFacet facet);

// The value of `model` for `facet`; "unknown" when no source gives it or `model` is null. Sizes are
// classes by thousands of millions of parameters: "0-2", "2-5", "5-10", "10-40", "40+", lower bound
// included. Availability is "hub" when a source gives the model's page on the Hub; no source says
// whether that page still exists, nor that a model without a page is unavailable.
std::string_view model_facet_value(const Model* model, ModelFacet facet);

class ModelQuery {
 public:
  ModelQuery() = default;
  // `text`: words, all of which have to occur in the model's name; ";" separates alternatives. A
  // word "PREFIX:VALUE" tests an attribute instead (license, licence, licencia, type, tipo,
  // precision, arquitectura, architecture, available, disponible, size, tamaño), case and accents
  // are ignored. size also takes "size:>7", "size:<3" and "size:2..9". `chosen`: items
  // "facet:value" as in links; values of one facet are alternatives (or), different facets are
  // combined (and).
  ModelQuery(std::string_view text, std::span<const std::string> chosen);

  // `folded_id`: the model's id after fold(). `model` null: everything about it is unknown.
  bool matches(std::string_view folded_id, const Model* model) const {
    return misses(folded_id, model) == 0;
  }
  // The conditions that `model` fails, as a bit set: bit f is the chosen values of facet f, bit
  // kModelFacetCount the text. The count beside a choice of facet f covers the models that fail at
  // most bit f.
  unsigned misses(std::string_view folded_id, const Model* model) const;

 private:
  struct Term {
    bool attribute = false;
    ModelFacet facet = ModelFacet::kType;
    std::string text;                          // folded
    bool range = false;                        // size only
    double low = 0, high = 0;                  // inclusive
    bool open_low = false, open_high = false;  // the bound itself does not match
  };
  using Terms = List<Term>;
  static Term parse_term(std::string_view word);
  static bool term_matches(const Term& term, std::string_view folded_id, const Model* model);
  bool text_matches(std::string_view folded_id, const Model* model) const;

  List<Terms> alternatives_;
  std::array<List<std::string>, kModelFacetCount> chosen_;
};

// Whether "`facet`:`value`" is among `chosen`.
bool is_chosen(std::span<const std::string> chosen, ModelFacet facet, std::string_view value);
// Adds or removes it. When afterwards all of `all_values` are chosen, the facet's items are
// dropped: all ticked means no filter.
void toggle_chosen(List<std::string>& chosen, ModelFacet facet, std::string_view value,
                   std::span<const std::string> all_values);

}  // namespace tablero
