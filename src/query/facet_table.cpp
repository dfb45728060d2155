#include "query/facet_table.h"

#include <algorithm>

#include "base/sort.h"
#include "base/text.h"

namespace tablero {
namespace {

constexpr std::uint16_t kNoWord = 0xFFFF;

// Interning: index of `value` in the list; a new value is appended.
template <class T, class Like>
std::uint16_t index_of(List<T>& list, const Like& value) {
  const auto it = std::find(list.begin(), list.end(), value);
  if (it != list.end()) return static_cast<std::uint16_t>(it - list.begin());
  list.emplace_back(value);
  return static_cast<std::uint16_t>(list.size() - 1);
}

}  // namespace

void FacetTable::begin(int facets) {
  dimensions_ = List<Dimension>(static_cast<std::size_t>(facets));
  texts_.clear();
  query_.clear();
}

void FacetTable::add(int facet, std::string_view word) {
  if (word.empty()) return;
  Dimension& d = dimensions_[static_cast<std::size_t>(facet)];
  const std::uint16_t index = index_of(d.words, word);
  if (std::find(d.row.begin(), d.row.end(), index) == d.row.end()) d.row.push_back(index);
}

void FacetTable::end_row(std::string text) {
  for (Dimension& d : dimensions_) {
    sort(d.row);
    d.codes.push_back(d.row.empty() ? kNoWord : index_of(d.sets, d.row));
    d.row.clear();
  }
  texts_.push_back(std::move(text));
}

void FacetTable::finish() {
  List<CodedColumn> columns;
  for (Dimension& d : dimensions_) {
    CodedColumn& column = columns.emplace_back();
    column.groups = static_cast<int>(d.sets.size());
    for (std::uint16_t& code : d.codes) {
      if (code == kNoWord) code = column.missing_code();
    }
    column.codes = std::move(d.codes);
  }
  CodedColumn& found = columns.emplace_back();
  found.groups = 1;
  found.codes.assign(texts_.size(), 0);
  filter_ = std::make_unique<CrossFilter>(std::move(columns));
}

void FacetTable::choose(int facet, std::span<const std::string> words) {
  const Dimension& d = dimension(facet);
  List<int> groups;
  std::size_t known = 0;
  for (const std::string& word : d.words) {
    known += std::find(words.begin(), words.end(), word) != words.end() ? 1 : 0;
  }
  if (words.empty() || known == d.words.size()) {
    filter_->clear(facet);
    return;
  }
  for (std::size_t set = 0; set < d.sets.size(); ++set) {
    for (const std::uint16_t index : d.sets[set]) {
      if (std::find(words.begin(), words.end(), d.words[index]) == words.end()) continue;
      groups.push_back(static_cast<int>(set));
      break;
    }
  }
  if (groups.empty()) {
    filter_->set_range(facet, 0, 0, false);  // words that no record has: none passes
  } else if (groups.size() == d.sets.size()) {
    filter_->set_range(facet, 0, static_cast<int>(d.sets.size()), false);
  } else {
    filter_->set_groups(facet, groups, false);
  }
}

void FacetTable::search(std::string_view query) {
  const int text = static_cast<int>(dimensions_.size());
  if (query_ == query) return;
  query_ = query;
  List<std::uint16_t> codes;
  for (const std::string& t : texts_) codes.push_back(matches_words(t, query_) ? 0 : 1);
  filter_->recode(text, codes);
  filter_->set_range(text, 0, 1, query_.empty());
}

void FacetTable::update() {
  while (!filter_->update()) {
  }
}

int FacetTable::count(int facet, std::size_t word) const {
  const Dimension& d = dimension(facet);
  const std::span<const std::uint32_t> counts = filter_->counts(facet);
  std::uint32_t sum = 0;
  for (std::size_t set = 0; set < d.sets.size(); ++set) {
    for (const std::uint16_t index : d.sets[set]) sum += index == word ? counts[set] : 0;
  }
  return static_cast<int>(sum);
}

}  // namespace tablero
