#include "base/list.h"

#include <cstdlib>

namespace tablero::list_detail {

void* grow(void* data, std::size_t size, std::size_t& capacity, std::size_t wanted,
           std::size_t element, Move move) {
  // Amortized growth: doubles, from 4; a first exact request is kept exact. Large elements begin
  // with one: a JSON text of a million brackets has as many lists.
  constexpr std::size_t kLarge = 64;
  const std::size_t first = element < kLarge ? 4 : 1;
  const std::size_t doubled = capacity == 0 ? 0 : capacity * 2;
  const std::size_t least = size == 0 && wanted > 1 ? wanted : first;
  capacity = wanted > doubled ? wanted : doubled;
  if (capacity < least) capacity = least;
  if (capacity > static_cast<std::size_t>(-1) / 2 / element) std::abort();
  void* room =
      move == nullptr ? std::realloc(data, capacity * element) : std::malloc(capacity * element);
  if (room == nullptr) std::abort();
  if (move != nullptr) {
    move(room, data, size);
    std::free(data);
  }
  return room;
}

void release(void* data) { std::free(data); }

}  // namespace tablero::list_detail
