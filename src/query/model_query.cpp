#include "query/model_query.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/list.h"
#include "base/number.h"
#include "base/text.h"

namespace tablero {
namespace {

constexpr std::string_view kFacetNames[] = {"type",         "precision", "licence",
                                            "architecture", "available", "size"};
constexpr std::string_view kUnknown = "unknown";

struct Prefix {
  std::string_view word;
  ModelFacet facet;
};
constexpr Prefix kPrefixes[] = {
    {"license", ModelFacet::kLicence},
    {"licence", ModelFacet::kLicence},
    {"licencia", ModelFacet::kLicence},
    {"licenca", ModelFacet::kLicence},
    {"type", ModelFacet::kType},
    {"tipo", ModelFacet::kType},
    {"precision", ModelFacet::kPrecision},
    {"precisao", ModelFacet::kPrecision},
    {"architecture", ModelFacet::kArchitecture},
    {"arquitectura", ModelFacet::kArchitecture},
    {"arquitetura", ModelFacet::kArchitecture},
    {"arch", ModelFacet::kArchitecture},
    {"available", ModelFacet::kAvailable},
    {"disponible", ModelFacet::kAvailable},
    {"disponivel", ModelFacet::kAvailable},
    {"size", ModelFacet::kSize},
    {"tamano", ModelFacet::kSize},
    {"tamanho", ModelFacet::kSize},
};

std::string_view size_class(double params_b) {
  if (std::isnan(params_b)) return kUnknown;
  if (params_b < 2) return "0-2";
  if (params_b < 5) return "2-5";
  if (params_b < 10) return "5-10";
  return params_b < 40 ? "10-40" : "40+";
}

std::string item_of(ModelFacet facet, std::string_view value) {
  return std::string(model_facet_name(facet)) + ":" + std::string(value);
}

}  // namespace

std::string_view model_facet_name(ModelFacet facet) {
  return kFacetNames[static_cast<std::size_t>(facet)];
}

std::string_view model_facet_value(const Model* model, ModelFacet facet) {
  if (model == nullptr) return kUnknown;
  if (facet == ModelFacet::kSize) return size_class(model->params_b);
  if (facet == ModelFacet::kAvailable) return model->url.empty() ? kUnknown : "hub";
  const std::string& text = facet == ModelFacet::kType        ? model->type
                            : facet == ModelFacet::kPrecision ? model->precision
                            : facet == ModelFacet::kLicence   ? model->licence
                                                              : model->architecture;
  return text.empty() ? kUnknown : std::string_view(text);
}

ModelQuery::Term ModelQuery::parse_term(std::string_view word) {
  Term term;
  const std::size_t colon = word.find(':');
  if (colon != std::string_view::npos) {
    for (const Prefix& p : kPrefixes) {
      if (p.word != word.substr(0, colon)) continue;
      term.attribute = true;
      term.facet = p.facet;
      word.remove_prefix(colon + 1);
      break;
    }
  }
  term.text = std::string(word);
  if (!term.attribute || term.facet != ModelFacet::kSize) return term;
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
  for (const std::string& item : chosen) {
    for (std::size_t f = 0; f < kModelFacetCount; ++f) {
      const std::string_view name = kFacetNames[f];
      if (item.size() > name.size() && item.compare(0, name.size(), name) == 0 &&
          item[name.size()] == ':') {
        chosen_[f].push_back(item.substr(name.size() + 1));
      }
    }
  }
}

bool ModelQuery::term_matches(const Term& term, std::string_view folded_id, const Model* model) {
  if (!term.attribute) return folded_id.find(term.text) != std::string_view::npos;
  if (term.range) {
    const double size = model != nullptr ? model->params_b : kNaN;
    if (std::isnan(size)) return false;
    return (term.open_low ? size > term.low : size >= term.low) &&
           (term.open_high ? size < term.high : size <= term.high);
  }
  return fold(model_facet_value(model, term.facet)).find(term.text) != std::string::npos;
}

bool ModelQuery::text_matches(std::string_view folded_id, const Model* model) const {
  if (alternatives_.empty()) return true;
  return std::any_of(alternatives_.begin(), alternatives_.end(), [&](const Terms& terms) {
    return std::all_of(terms.begin(), terms.end(),
                       [&](const Term& t) { return term_matches(t, folded_id, model); });
  });
}

unsigned ModelQuery::misses(std::string_view folded_id, const Model* model) const {
  unsigned out = text_matches(folded_id, model) ? 0 : 1u << kModelFacetCount;
  for (std::size_t f = 0; f < kModelFacetCount; ++f) {
    const List<std::string>& values = chosen_[f];
    if (values.empty()) continue;
    const std::string_view value = model_facet_value(model, static_cast<ModelFacet>(f));
    if (std::find(values.begin(), values.end(), value) == values.end()) out |= 1u << f;
  }
  return out;
}

bool is_chosen(std::span<const std::string> chosen, ModelFacet facet, std::string_view value) {
  const std::string_view name = model_facet_name(facet);
  return std::any_of(chosen.begin(), chosen.end(), [&](std::string_view item) {
    return item.size() == name.size() + 1 + value.size() && item.substr(0, name.size()) == name &&
           item[name.size()] == ':' && item.substr(name.size() + 1) == value;
  });
}

void toggle_chosen(List<std::string>& chosen, ModelFacet facet, std::string_view value,
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
