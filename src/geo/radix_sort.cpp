#include "geo/radix_sort.h"

#include <array>
#include <cstddef>

#include "base/list.h"

namespace tablero {

void radix_sort(List<KeyedIndex>* items, List<KeyedIndex>* scratch) {
  constexpr unsigned kBits = 11;
  constexpr std::uint64_t kMask = (1u << kBits) - 1;
  std::uint64_t all = 0;
  for (const KeyedIndex& item : *items) all |= item.key;
  scratch->resize(items->size());
  for (unsigned shift = 0; shift < 64 && (all >> shift) != 0; shift += kBits) {
    std::array<std::size_t, kMask + 1> at{};
    for (const KeyedIndex& item : *items) ++at[(item.key >> shift) & kMask];
    std::size_t sum = 0;
    for (std::size_t& start : at) {
      const std::size_t count = start;
      start = sum;
      sum += count;
    }
    for (const KeyedIndex& item : *items) (*scratch)[at[(item.key >> shift) & kMask]++] = item;
    items->swap(*scratch);
  }
}

}  // namespace tablero
