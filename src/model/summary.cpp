#include "model/summary.h"

#include <cmath>
#include <utility>

#include "base/list.h"

namespace tablero {

void Summary::rank(Told told) {
  for (Told& place : top_) {
    if (!place.known || told.value > place.value) std::swap(place, told);
    if (!told.known) break;
  }
}

void Summary::add(std::string_view label, double value, std::string_view figure) {
  if (std::isnan(value)) {
    ++missing_;
    return;
  }
  const Told told{label, figure, value, true};
  if (!least_.known || value < least_.value) least_ = told;
  rank(told);
}

std::string_view Summary::sentence(const Wording& words, std::string_view title) const {
  std::string_view told = words.join({title, ". "});
  if (!least_.known) return words.join({told, words.t("missing.no_data"), "."});
  told =
      words.join({told, words.t("chart.range", {{"min", least_.figure}, {"max", top_[0].figure}})});
  std::string_view list;
  for (const Told& place : top_) {
    if (!place.known) break;
    list = words.join({list, list.empty() ? "" : "; ", place.label, ", ", place.figure});
  }
  told = words.join({told, " ", words.t("chart.largest", {{"list", list}})});
  if (missing_ == 0) return told;
  return words.join({told, " ", words.count("chart.missing", missing_)});
}

std::string_view rows_sentence(const TableBuilder& table, std::size_t label, std::size_t value) {
  const Table& t = table.so_far();
  Summary summary;
  for (std::size_t r = 0; r < t.size(); ++r) {
    const Cell &name = t.at(r, label), &cell = t.at(r, value);
    if (t.row(r).marked && name.known()) summary.add(name.text, cell.value, cell.brief);
  }
  return summary.sentence(table.words(), t.head().title);
}

std::string_view totals_sentence(const TableBuilder& table, std::size_t of, std::size_t value) {
  const Table& t = table.so_far();
  Summary summary;
  for (std::size_t r = 0; r < t.size(); ++r) {
    const std::string_view word = t.at(r, of).code;
    std::size_t first = 0;
    while (t.at(first, of).code != word) ++first;
    if (first < r) continue;
    double total = 0;
    for (std::size_t k = r; k < t.size(); ++k) {
      if (t.at(k, of).code == word) total += t.at(k, value).value;
    }
    summary.add(table.words(), t.at(r, of).text, total);
  }
  return summary.sentence(table.words(), t.head().title);
}

}  // namespace tablero
