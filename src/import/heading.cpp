#include "import/heading.h"

#include <algorithm>
#include <set>
#include <string>

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

bool is_place(const PlaceFinder& finder, std::string_view text) {
  return !finder.find(text).country.empty();
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

ColumnFacts facts_of(const SampledRows& rows, std::size_t heading, std::size_t column,
                     const PlaceFinder& finder) {
  ColumnFacts facts;
  std::set<std::string, std::less<>> distinct;
  for (std::size_t i = heading + 1; i < rows.sampled() && facts.filled < kAnswers; ++i) {
    const std::string_view cell = rows.cell(i, column);
    if (cell.empty()) continue;
    ++facts.filled;
    facts.statuses += attendance_of(cell) != Attendance::kUnknown;
    facts.places += is_place(finder, cell);
    if (distinct.size() < kMostDistinct) distinct.emplace(fold(cell));
  }
  facts.distinct = distinct.size();
  return facts;
}

}  // namespace tablero
