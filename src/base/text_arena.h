// Arena (bump) allocator for texts that are forgotten together: those of a frame, those of a table.
// Blocks are reused, so a steady frame allocates nothing.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string_view>

#include "base/list.h"

namespace tablero {

// One value for a "{name}" placeholder of a pattern.
struct Arg {
  std::string_view name;
  std::string_view value;
};

class TextArena {
 public:
  // Forgets all texts; their memory is kept for the next ones.
  void reset();
  // A zero-terminated copy of `text` that lives until reset().
  std::string_view keep(std::string_view text);
  // `pattern` with each "{name}" replaced by its value; unknown placeholders stay as they are.
  std::string_view format(std::string_view pattern, std::initializer_list<Arg> args);
  // The parts one after the other.
  std::string_view join(std::initializer_list<std::string_view> parts);
  // A position to return to: rewind() frees what was made after mark(), for passes that only
  // measure.
  struct Mark {
    std::size_t block = 0, used = 0;
  };
  Mark mark() const;
  void rewind(Mark mark);
  // Decimal digits without grouping.
  std::string_view number(long long value);

 private:
  char* room(std::size_t bytes);
  // Blocks double: a table's texts fill half a kilobyte, those of a frame hundreds.
  static constexpr std::size_t kFirst = 512, kBlock = 16 * 1024;
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0, used = 0;
  };
  List<Block> blocks_;
  std::size_t current_ = 0;
};

}  // namespace tablero
