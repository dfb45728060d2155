#include "model/leaderboard/columns.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/number.h"
#include "model/leaderboard/rows.h"

namespace tablero {
namespace {

double count_or_missing(int n) { return n > 0 ? n : kNaN; }

// Classes by thousands of millions of parameters, lower bound included.
std::string_view size_class(double params_b) {
  if (std::isnan(params_b)) return {};
  if (params_b < 2) return "0-2";
  if (params_b < 5) return "2-5";
  if (params_b < 10) return "5-10";
  return params_b < 40 ? "10-40" : "40+";
}

using Cell = ColumnCell;

constexpr ColumnExtra kRankExtras[] = {
    {"tie_group", [](const Cell& c) { return count_or_missing(c.rows.ranking().group[c.model]); }}};
constexpr ColumnExtra kMeanExtras[] = {
    {"tasks_in_average", [](const Cell& c) -> double { return c.rows.covered(c.model); }}};
constexpr ColumnExtra kChosenExtras[] = {
    {"tasks_in_chosen", [](const Cell& c) -> double { return c.rows.chosen_covered(c.model); }}};

constexpr ColumnSpec kColumns[] = {
    {.id = "rank",
     .kind = ColumnKind::kRank,
     .shown = ColumnShown::kAlways,
     .figure = [](const Cell& c) { return count_or_missing(c.rows.ranking().rank[c.model]); },
     .extras = kRankExtras,
     .wide = 76,
     .narrow = 46},
    {.id = "model",
     .kind = ColumnKind::kModel,
     .shown = ColumnShown::kAlways,
     .wide = 232,
     .narrow = 112},
    {.id = "average",
     .kind = ColumnKind::kMean,
     .shown = ColumnShown::kAlways,
     .figure = [](const Cell& c) { return c.rows.mean(c.model); },
     .extras = kMeanExtras,
     .wide = 92,
     .narrow = 58},
    {.id = "chosen",
     .kind = ColumnKind::kChosenMean,
     .shown = ColumnShown::kAlways,
     .figure = [](const Cell& c) { return c.rows.chosen_mean(c.model); },
     .extras = kChosenExtras,
     .wide = 92,
     .narrow = 58},
    {.id = "size",
     .kind = ColumnKind::kNumber,
     .shown = ColumnShown::kByDefault,
     .number = [](const Model& m) { return m.params_b; },
     .unit = "B",
     .word = [](const Model& m) { return size_class(m.params_b); },
     .worded = true,
     .prefixes = "tamano tamanho",
     .exported = "params_b",
     .note = [](const Model& m) -> std::string_view {
       return m.params_nominal ? "card.size.nominal" : "";
     },
     .wide = 84,
     .narrow = 56},
    {.id = "type",
     .kind = ColumnKind::kWord,
     .word = [](const Model& m) -> std::string_view { return m.type; },
     .worded = true,
     .prefixes = "tipo",
     .wide = 176,
     .narrow = 140},
    {.id = "precision",
     .kind = ColumnKind::kWord,
     .word = [](const Model& m) -> std::string_view { return m.precision; },
     .prefixes = "precisao",
     .wide = 110,
     .narrow = 90},
    {.id = "licence",
     .kind = ColumnKind::kWord,
     .word = [](const Model& m) -> std::string_view { return m.licence; },
     .prefixes = "license licencia licenca",
     .wide = 128,
     .narrow = 110},
    {.id = "architecture",
     .kind = ColumnKind::kWord,
     .word = [](const Model& m) -> std::string_view { return m.architecture; },
     .prefixes = "arquitectura arquitetura arch",
     .wide = 160,
     .narrow = 130},
    // "hub" when a source gives the model's page on the Hub. No source says whether that page still
    // exists, nor that a model without a page is unavailable.
    {.id = "available",
     .kind = ColumnKind::kWord,
     .word = [](const Model& m) -> std::string_view { return m.url.empty() ? "" : "hub"; },
     .worded = true,
     .prefixes = "disponible disponivel",
     .wide = 190,
     .narrow = 160},
    {.kind = ColumnKind::kPublished,
     .shown = ColumnShown::kByDefault,
     .figure = [](const Cell& c) { return c.rows.published(c.index, c.model); },
     .wide = 128,
     .narrow = 54},
    {.kind = ColumnKind::kTask,
     .shown = ColumnShown::kByDefault,
     .figure = [](const Cell& c) { return c.rows.score(c.table, c.model, c.index); },
     .wide = 96,
     .narrow = 54}};

constexpr bool has_what_its_kind_needs(const ColumnSpec& c) {
  if (c.wide <= 0 || c.narrow <= 0) return false;
  switch (c.kind) {
    case ColumnKind::kModel:
      return !c.id.empty();
    case ColumnKind::kNumber:
      return !c.id.empty() && c.number != nullptr;
    case ColumnKind::kWord:
      return !c.id.empty() && c.word != nullptr;
    case ColumnKind::kRank:
    case ColumnKind::kMean:
    case ColumnKind::kChosenMean:
      return !c.id.empty() && c.figure != nullptr;
    case ColumnKind::kPublished:
    case ColumnKind::kTask:
      return c.id.empty() && c.figure != nullptr;
  }
  return false;
}

constexpr bool are_complete() {
  for (const ColumnSpec& c : kColumns) {
    if (!has_what_its_kind_needs(c)) return false;
    for (const ColumnSpec& other : kColumns) {
      if (&other != &c && !c.id.empty() && other.id == c.id) return false;
    }
  }
  return true;
}
static_assert(are_complete(),
              "kColumns: expected an id of its own, both widths and what is read in each row");
static_assert(kColumns[0].kind == ColumnKind::kRank && kColumns[1].kind == ColumnKind::kModel,
              "kColumns: expected rank and model first, which stay while the rest scrolls");

constexpr auto kFacetCount =
    static_cast<std::size_t>(std::count_if(std::begin(kColumns), std::end(kColumns),
                                           [](const ColumnSpec& c) { return c.word != nullptr; }));

constexpr std::array<const ColumnSpec*, kFacetCount> facets() {
  std::array<const ColumnSpec*, kFacetCount> out{};
  std::size_t n = 0;
  for (const bool words : {true, false}) {
    for (const ColumnSpec& c : kColumns) {
      if (c.word != nullptr && (c.kind == ColumnKind::kWord) == words) out[n++] = &c;
    }
  }
  return out;
}
constexpr std::array<const ColumnSpec*, kFacetCount> kFacets = facets();

}  // namespace

std::span<const ColumnSpec> column_specs() { return kColumns; }
std::span<const ColumnSpec* const> model_facets() { return kFacets; }

std::string_view model_facet_value(const Model* model, const ColumnSpec& facet) {
  const std::string_view word = model != nullptr ? facet.word(*model) : std::string_view();
  return word.empty() ? kUnknownWord : word;
}

bool holds_figures(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::kRank:
    case ColumnKind::kModel:
    case ColumnKind::kWord:
      return false;
    case ColumnKind::kMean:
    case ColumnKind::kChosenMean:
    case ColumnKind::kNumber:
    case ColumnKind::kPublished:
    case ColumnKind::kTask:
      break;
  }
  return true;
}

bool holds_scores(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::kMean:
    case ColumnKind::kPublished:
    case ColumnKind::kTask:
      return true;
    case ColumnKind::kRank:
    case ColumnKind::kModel:
    case ColumnKind::kChosenMean:
    case ColumnKind::kNumber:
    case ColumnKind::kWord:
      break;
  }
  return false;
}

}  // namespace tablero
