// What crosses between the module and its page by number, besides base/semantics_node.h and
// platform.h. web/build/abi.mjs reads these declarations and writes their names for the scripts:
// web/abi.js.
#pragma once

#include <cstdint>

namespace tablero {

// The preferences of an Environment in the `flags` of tb_environment().
enum EnvironmentBits : std::uint32_t {
  kEnvironmentDark = 1u << 0,
  kEnvironmentReducedMotion = 1u << 1,
  kEnvironmentForcedColors = 1u << 2,
  kEnvironmentMoreContrast = 1u << 3,
  kEnvironmentCoarsePointer = 1u << 4,
  kEnvironmentEmbedded = 1u << 5,
};

// A DrawnText: `length` bytes of text follow, padded to a multiple of four. A record of length 0
// ends the list. `node` is that of a PlacedText. Every field has four bytes.
struct TextRecord {
  std::uint32_t length = 0;
  float x = 0, y = 0, size = 0, wrap = 0;
  float left = 0, top = 0, right = 0, bottom = 0;
  std::uint32_t strong = 0;
  std::uint32_t node = 0;
};

}  // namespace tablero
