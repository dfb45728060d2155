// The shader programs of the map, compiled on first use (those that every frame needs together),
// and the fault if one does not compile.
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

  // Whether use() returns the programs of the flat map (default) or those of the globe, which also
  // draw the morph between the two.
  void set_globe(bool is_globe) { shape_ = is_globe ? 1 : 0; }

  // Makes the program current and returns it; null when it has never compiled. Compiles at the
  // first call and after reload(); on failure the last good program is kept.
  const Program* use(MapProgram which);

  // Starts compiling the programs that every frame of this projection needs, unless that was done:
  // use() then finds them ready, or waits for the rest.
  void begin();
  // Starts compiling the programs that are likely to be needed next.
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
