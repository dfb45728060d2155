#include "base/sort.h"

#include <cstring>

namespace tablero::sort_detail {
namespace {

constexpr std::size_t kOnStack = 512, kRun = 8, kLargestOnStack = 128;

struct Items {
  char* data;
  std::size_t element;
  Less less;
  const void* context;

  char* at(std::uint32_t i) const { return data + i * element; }
  bool before(std::uint32_t a, std::uint32_t b) const { return less(context, at(a), at(b)); }
};

void sort_runs(const Items& items, std::uint32_t* order, std::size_t count) {
  for (std::size_t start = 0; start < count; start += kRun) {
    const std::size_t end = std::min(start + kRun, count);
    for (std::size_t i = start + 1; i < end; ++i) {
      const std::uint32_t moving = order[i];
      std::size_t j = i;
      for (; j > start && items.before(moving, order[j - 1]); --j) order[j] = order[j - 1];
      order[j] = moving;
    }
  }
}

// Merges order[0, middle) and order[middle, count); `spare` takes the first half.
void merge(const Items& items, std::uint32_t* order, std::size_t middle, std::size_t count,
           std::uint32_t* spare) {
  if (!items.before(order[middle], order[middle - 1])) return;
  std::memcpy(spare, order, middle * sizeof *order);
  std::size_t left = 0, right = middle, to = 0;
  while (left < middle) {
    const bool second = right < count && items.before(order[right], spare[left]);
    order[to++] = second ? order[right++] : spare[left++];
  }
}

// Applies the permutation in place, cycle by cycle: the element order[i] moves to i.
void permute(const Items& items, std::uint32_t* order, std::size_t count, char* spare) {
  for (std::uint32_t start = 0; start < count; ++start) {
    if (order[start] == start) continue;
    std::memcpy(spare, items.at(start), items.element);
    std::uint32_t hole = start;
    while (order[hole] != start) {
      const std::uint32_t from = order[hole];
      std::memcpy(items.at(hole), items.at(from), items.element);
      order[hole] = hole;
      hole = from;
    }
    std::memcpy(items.at(hole), spare, items.element);
    order[hole] = hole;
  }
}

}  // namespace

void sort_bytes(void* data, std::size_t count, std::size_t element, Less less,
                const void* context) {
  if (count < 2) return;
  const Items items{static_cast<char*>(data), element, less, context};
  std::uint32_t few[kOnStack + kOnStack];
  alignas(std::max_align_t) char small[kLargestOnStack];
  List<std::uint32_t> many;
  List<char> large;
  if (count > kOnStack) many.resize(count * 2);
  if (element > kLargestOnStack) large.resize(element);
  std::uint32_t* const order = count > kOnStack ? many.data() : few;
  std::uint32_t* const spare = order + count;
  for (std::size_t i = 0; i < count; ++i) order[i] = static_cast<std::uint32_t>(i);
  sort_runs(items, order, count);
  for (std::size_t width = kRun; width < count; width *= 2) {
    for (std::size_t start = 0; start + width < count; start += width * 2) {
      merge(items, order + start, width, std::min(width * 2, count - start), spare);
    }
  }
  permute(items, order, count, element > kLargestOnStack ? large.data() : small);
}

}  // namespace tablero::sort_detail
