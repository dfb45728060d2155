// FNV-1a, 32 bit: a quick hash for tables in memory and for the checksum of the base map. Not for
// anything that an attacker chooses. http://www.isthe.com/chongo/tech/comp/fnv/
#pragma once

#include <cstdint>
#include <string_view>

namespace tablero {

// What a hash starts from (the offset basis).
inline constexpr std::uint32_t kHashStart = 2166136261u;

// `hash` with `bytes` taken in: the parts of a text one after the other hash as the whole text.
constexpr std::uint32_t hash_more(std::uint32_t hash, std::string_view bytes) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

}  // namespace tablero
