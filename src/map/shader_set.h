// The programs of the map, compiled when first used (those of every picture together), and their
// fault if one does not compile.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "gpu/program.h"

namespace tablero {

enum class MapProgram {
  kLand,
  kPatternedLand,  // where countries are hatched or dotted
  kLine,
  kBubble,
  kDensitySplat,
  kDensity,
  kFade,
  kDisc,
  kCount
};

class ShaderSet {
 public:
  using ShaderText = std::function<std::string_view(std::string_view file)>;
  explicit ShaderSet(ShaderText text) : text_(std::move(text)) {}

  // Whether use() gives the programs of the flat map (at first) or those of the globe, which also
  // draw every step between.
  void set_globe(bool is_globe) { shape_ = is_globe ? 1 : 0; }

  // The program, made current; null when it never compiled. Compiles at the first call and after
  // reload(); a failure keeps the last good one.
  const Program* use(MapProgram which);

  // Begins with the programs of every picture of this shape, unless that has been done: use() then
  // finds them made, or waits for what is left.
  void begin();
  // Begins with those that somebody may ask for next.
  void begin_rest();

  void reload();
  const Fault* fault() const;  // of any program that failed, null if none
  void forget();

 private:
  struct Entry {
    Program program, next;  // next: begun, not finished
    bool is_begun = false;
    std::optional<Fault> fault;
  };
  using Entries = std::array<Entry, static_cast<std::size_t>(MapProgram::kCount)>;
  void begin(MapProgram which);
  static void finish(Entry* entry);

  ShaderText text_;
  std::array<Entries, 2> entries_;  // of the flat map, of the globe
  std::size_t shape_ = 0;
};

}  // namespace tablero
