// Stable sorting with one type-erased implementation: std::sort and std::stable_sort instantiate
// 1.5 and 4 kB of code for every pair of element type and comparison.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "base/list.h"

namespace tablero {

namespace sort_detail {

using Less = bool (*)(const void* context, const void* a, const void* b);

// Merge sort, O(n log n) comparisons; elements move as bytes. No allocation up to 512 elements of
// at most 128 bytes.
void sort_bytes(void* data, std::size_t count, std::size_t element, Less less, const void* context);

}  // namespace sort_detail

// Sorts [first, last) by `less(a, b)`; equal elements keep their order.
template <class T, class LessThan>
void sort(T* first, T* last, const LessThan& less) {
  if constexpr (moves_as_bytes<T>()) {
    const auto call = [](const void* context, const void* a, const void* b) {
      return static_cast<bool>((*static_cast<const LessThan*>(context))(*static_cast<const T*>(a),
                                                                        *static_cast<const T*>(b)));
    };
    sort_detail::sort_bytes(first, static_cast<std::size_t>(last - first), sizeof(T), call,
                            std::addressof(less));
  } else {
    std::stable_sort(first, last, less);
  }
}

template <class T, class LessThan>
void sort(List<T>& list, const LessThan& less) {
  sort(list.begin(), list.end(), less);
}

template <class T>
void sort(List<T>& list) {
  sort(list.begin(), list.end(), [](const T& a, const T& b) { return a < b; });
}

}  // namespace tablero
