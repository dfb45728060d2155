#include "model/leaderboard/model_query.h"

#include <algorithm>
#include <limits>

#include "base/list.h"
#include "base/text.h"

namespace tablero {
namespace {

const ColumnSpec* facet_with_prefix(std::string_view word) {
  for (const ColumnSpec* facet : model_facets()) {
    if (word == facet->id) return facet;
    for (std::string_view prefix : split(facet->prefixes, ' ')) {
      if (!prefix.empty() && word == prefix) return facet;
    }
  }
  return nullptr;
}

std::string item_of(std::string_view facet, std::string_view value) {
  return std::string(facet) + ":" + std::string(value);
}

}  // namespace

ModelQuery::Term ModelQuery::parse_term(std::string_view word) {
  Term term;
  const std::size_t colon = word.find(':');
  if (colon != std::string_view::npos) term.facet = facet_with_prefix(word.substr(0, colon));
  if (term.facet != nullptr) word.remove_prefix(colon + 1);
  term.text = std::string(word);
  if (term.facet == nullptr || term.facet->number == nullptr) return term;
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const std::size_t dots = word.find("..");
  if (!word.empty() && (word[0] == '<' || word[0] == '>')) {
    if (const auto bound = parse_number(word.substr(1))) {
      term.range = true;
      term.low = word[0] == '>' ? *bound : -kInfinity;
      term.high = word[0] == '<' ? *bound : kInfinity;
      term.open_low = term.open_high = true;
    }
  } else if (dots != std::string_view::npos) {
    const auto low = parse_number(word.substr(0, dots));
    const auto high = parse_number(word.substr(dots + 2));
    term.range = low.has_value() || high.has_value();
    term.low = low.value_or(-kInfinity);
    term.high = high.value_or(kInfinity);
  } else if (const auto exact = parse_number(word)) {
    term.range = true;
    term.low = term.high = *exact;
  }
  return term;
}

ModelQuery::ModelQuery(std::string_view text, std::span<const std::string> chosen) {
  const std::string folded = fold(text);
  for (std::string_view alternative : split(folded, ';')) {
    Terms terms;
    for (std::string_view word : split(alternative, ' ')) {
      if (!trim(word).empty()) terms.push_back(parse_term(trim(word)));
    }
    if (!terms.empty()) alternatives_.push_back(std::move(terms));
  }
  const std::span facets = model_facets();
  chosen_.resize(facets.size());
  for (const std::string& item : chosen) {
    for (std::size_t f = 0; f < facets.size(); ++f) {
      const std::string_view name = facets[f]->id;
      if (item.size() > name.size() && item.compare(0, name.size(), name) == 0 &&
          item[name.size()] == ':') {
        chosen_[f].push_back(item.substr(name.size() + 1));
      }
    }
  }
}

bool ModelQuery::term_matches(const Term& term, std::string_view folded_id, const Model* model) {
  if (term.facet == nullptr) return folded_id.find(term.text) != std::string_view::npos;
  if (term.range) {
    if (model == nullptr) return false;
    const double value = term.facet->number(*model);  // no comparison holds for NaN
    return (term.open_low ? value > term.low : value >= term.low) &&
           (term.open_high ? value < term.high : value <= term.high);
  }
  return fold(model_facet_value(model, *term.facet)).find(term.text) != std::string::npos;
}

bool ModelQuery::text_matches(std::string_view folded_id, const Model* model) const {
  if (alternatives_.empty()) return true;
  return std::any_of(alternatives_.begin(), alternatives_.end(), [&](const Terms& terms) {
    return std::all_of(terms.begin(), terms.end(),
                       [&](const Term& t) { return term_matches(t, folded_id, model); });
  });
}

unsigned ModelQuery::misses(std::string_view folded_id, const Model* model) const {
  unsigned out = text_matches(folded_id, model) ? 0 : 1u << model_facets().size();
  for (std::size_t f = 0; f < chosen_.size(); ++f) {
    const List<std::string>& values = chosen_[f];
    if (values.empty()) continue;
    const std::string_view value = model_facet_value(model, *model_facets()[f]);
    if (std::find(values.begin(), values.end(), value) == values.end()) out |= 1u << f;
  }
  return out;
}

bool is_chosen(std::span<const std::string> chosen, std::string_view facet,
               std::string_view value) {
  return std::any_of(chosen.begin(), chosen.end(), [&](std::string_view item) {
    return item.size() == facet.size() + 1 + value.size() &&
           item.substr(0, facet.size()) == facet && item[facet.size()] == ':' &&
           item.substr(facet.size() + 1) == value;
  });
}

void toggle_chosen(List<std::string>& chosen, std::string_view facet, std::string_view value,
                   std::span<const std::string> all_values) {
  const std::string item = item_of(facet, value);
  const auto at = std::find(chosen.begin(), chosen.end(), item);
  if (at != chosen.end()) {
    chosen.erase(at);
    return;
  }
  chosen.push_back(item);
  for (const std::string& other : all_values) {
    if (!is_chosen(chosen, facet, other)) return;
  }
  for (const std::string& other : all_values) {
    chosen.erase(std::remove(chosen.begin(), chosen.end(), item_of(facet, other)), chosen.end());
  }
}

}  // namespace tablero
