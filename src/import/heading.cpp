#include "import/heading.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

#include "base/text.h"
#include "import/statuses.h"

namespace tablero {
namespace {

constexpr std::size_t kHeadingRows = 20;
// Answers of a column that are looked at, and different ones that are counted.
constexpr std::size_t kAnswers = 300, kMostDistinct = 64;

std::size_t filled(const std::vector<std::string_view>& cells) {
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [](auto cell) { return !trim(cell).empty(); }));
}

// A text of several places or of many words is looked at too: what it means is not needed here.
bool is_place(const PlaceFinder& finder, std::string_view text) {
  const Whereabouts w = finder.find(text);
  return w.city >= 0 || !w.country.empty();
}

}  // namespace

std::optional<std::size_t> find_heading(const SampledRows& rows, const ImportMap& map) {
  if (rows.sampled() == 0) return std::nullopt;
  std::size_t best = 0, best_known = 0;
  for (std::size_t i = 0; i < std::min(kHeadingRows, rows.sampled()); ++i) {
    const std::vector<std::string_view> cells = rows.row(i);
    const std::size_t known = known_headings(cells, map);
    // Below the first row, one known word among other cells is an answer.
    const bool enough = i == 0 || known > 1 || filled(cells) <= known;
    if (known <= best_known || !enough) continue;
    best = i;
    best_known = known;
  }
  return best;
}

std::vector<ColumnFacts> facts_of(const SampledRows& rows, std::size_t heading,
                                  const PlaceFinder& finder) {
  const std::size_t columns = rows.row(heading).size();
  std::vector<ColumnFacts> all(columns);
  std::vector<std::set<std::string, std::less<>>> distinct(columns);
  std::unordered_map<std::string, bool> places;
  for (std::size_t i = heading + 1; i < rows.sampled(); ++i) {
    const std::vector<std::string_view> cells = rows.row(i);
    for (std::size_t column = 0; column < std::min(columns, cells.size()); ++column) {
      const std::string_view cell = trim(cells[column]);
      ColumnFacts& facts = all[column];
      if (cell.empty() || facts.filled == kAnswers) continue;
      ++facts.filled;
      facts.statuses += attendance_of(cell) != Attendance::kUnknown;
      const auto [known, is_new] = places.emplace(cell, false);
      if (is_new) known->second = is_place(finder, cell);
      facts.places += known->second;
      if (distinct[column].size() < kMostDistinct) distinct[column].emplace(fold(cell));
      facts.distinct = distinct[column].size();
    }
  }
  return all;
}

}  // namespace tablero
