// The columns of the leaderboard: a row of `column_specs()` for each. The table on the screen, its
// order, menu, cards, filters, links and CSV follow from the rows. No ImGui.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "data/models.h"
#include "data/results.h"

namespace tablero {

class LeaderboardRows;

// What a column holds; decides how it is written, told, drawn and sorted. Each switch over the
// kinds names them all, so that a new one does not compile before every place knows it.
enum class ColumnKind : std::uint8_t {
  kRank,
  kModel,
  kMean,        // over the ranked tasks
  kChosenMean,  // over the chosen task columns; only while some tasks are not chosen
  kNumber,      // an attribute of the model
  kWord,        // an attribute of the model that is a word
  kPublished,   // a column for each mean that the snapshot publishes
  kTask         // a column for each task of the snapshot
};

enum class ColumnShown : std::uint8_t {
  kAlways,
  kByDefault,  // unless other columns are chosen
  kOnRequest
};

// A model in a column.
struct ColumnCell {
  const LeaderboardRows& rows;
  const ScoreTable& table;
  std::size_t index;  // of the published mean or task
  std::size_t model;  // in the score table
};

// A cell of the CSV beside the column's own; those of a place and its interval are its own.
struct ColumnExtra {
  std::string_view name;
  double (*value)(const ColumnCell& cell);  // NaN missing
};

struct ColumnSpec {
  // As in links (sort=, cols=), in the CSV, and, after "leaderboard.column.", the key of the word
  // above the column. Empty for kPublished and kTask, where each column has an id of its own.
  std::string_view id;
  ColumnKind kind = ColumnKind::kTask;
  ColumnShown shown = ColumnShown::kOnRequest;
  // The figure; NaN missing. Null for kModel, and for attributes.
  double (*figure)(const ColumnCell& cell) = nullptr;
  // The attribute of kNumber, NaN unknown, and its unit.
  double (*number)(const Model& model) = nullptr;
  std::string_view unit = {};
  // The attribute of kWord, or the class of kNumber; empty unknown. Models can be filtered by it.
  std::string_view (*word)(const Model& model) = nullptr;
  // Whether its values are words of the interface, "model.<id>.<value>", or shown as they are.
  bool worded = false;
  // Prefixes of the text search besides the id, folded, with spaces between ("license:mit").
  std::string_view prefixes = {};
  // Name in the CSV of all models where it is not the id.
  std::string_view exported = {};
  // Key of what the card says below the attribute; empty: nothing.
  std::string_view (*note)(const Model& model) = nullptr;
  std::span<const ColumnExtra> extras = {};
  // Widths on wide and narrow screens, CSS pixels.
  float wide = 0, narrow = 0;
};

// All rows, in the order of the columns.
std::span<const ColumnSpec> column_specs();
// Those by which models can be filtered: words first, then classes of numbers. A facet is known by
// its index in this list.
std::span<const ColumnSpec* const> model_facets();

inline constexpr std::string_view kUnknownWord = "unknown";  // in links; no attribute says it
// The value of `model` for a facet; kUnknownWord when no source gives it or `model` is null.
std::string_view model_facet_value(const Model* model, const ColumnSpec& facet);

// Whether a column holds figures: aligned to the right, and the largest come first when it is
// pressed. Places are numbers, but the first is the best.
bool holds_figures(ColumnKind kind);
// Whether a column holds scores, which can be set against size.
bool holds_scores(ColumnKind kind);

}  // namespace tablero
