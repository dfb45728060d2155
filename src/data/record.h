// Parts that several kinds of record share. Private to the loaders.
#pragma once

#include <string_view>

#include "base/list.h"
#include "data/editions.h"
#include "data/reader.h"

namespace tablero {

// The value of "id": a text of letters, digits and - _ . : / , once per list.
std::string read_id(Fields& f, UniqueIds& ids);

// The words of all records that become the choices of one filter: no more than can be offered.
class Choices {
 public:
  static constexpr std::size_t kMost = 200;
  // The word at `node`.
  std::string read(const Node& node);

 private:
  UniqueIds seen_;
  std::size_t count_ = 0;
};

// A list of {"kind", "url"}.
List<Link> read_links(const Node& list);
List<Link> read_links_or(Fields& f, std::string_view key);  // empty when absent

// "no_data", "not_asked" or "fewer_than_k".
Presence read_missing(const Node& node);

// A list of {"metric", "missing"}.
template <class Gap>
List<Gap> read_gaps(const Node& list) {
  List<Gap> gaps;
  for (const Node item : list.items()) {
    Fields f(item);
    Gap g;
    g.metric = f.get("metric").word();
    g.presence = read_missing(f.get("missing"));
    gaps.push_back(std::move(g));
  }
  return gaps;
}

template <class T>
const T* find_by_id(const List<T>& records, std::string_view id) {
  for (const T& r : records) {
    if (r.id == id) return &r;
  }
  return nullptr;
}

// Reports a record whose id is not greater than the one before: search_by_id() needs ascending ids.
template <class T>
void require_order(const Node& node, const List<T>& records) {
  const std::size_t n = records.size();
  if (n > 1 && records[n - 1].id < records[n - 2].id)
    node.wrong("records in ascending order of id");
}

// In records sorted by id.
template <class T>
const T* search_by_id(const List<T>& records, std::string_view id) {
  std::size_t low = 0, high = records.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (records[middle].id < id) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < records.size() && records[low].id == id ? &records[low] : nullptr;
}

}  // namespace tablero
