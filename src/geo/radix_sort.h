// LSD radix sort: sorts many small keys in linear time.
#pragma once

#include <cstdint>

#include "base/list.h"

namespace tablero {

struct KeyedIndex {
  std::uint64_t key;
  std::uint32_t index;
};

// Sorts `items` by key, stable. `scratch` is working space, kept by the caller so that repeated
// sorts do not allocate. O(n) per 11 bits of the largest key.
void radix_sort(List<KeyedIndex>* items, List<KeyedIndex>* scratch);

}  // namespace tablero
