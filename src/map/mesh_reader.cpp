#include "map/mesh_reader.h"

namespace tablero {

std::uint8_t MeshReader::byte() {
  if (!ok_ || at_ >= bytes_.size()) {
    ok_ = false;
    return 0;
  }
  return static_cast<std::uint8_t>(bytes_[at_++]);
}

std::uint32_t MeshReader::u32() {
  std::uint32_t value = 0;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    value |= static_cast<std::uint32_t>(byte()) << shift;
  }
  return value;
}

std::uint32_t MeshReader::varint() {
  std::uint32_t value = 0;
  for (unsigned shift = 0; shift <= 28; shift += 7) {
    const std::uint32_t b = byte();
    if (shift == 28 && b > 7) break;
    value |= (b & 127u) << shift;
    if (b < 128) return value;
  }
  ok_ = false;
  return 0;
}

std::int32_t MeshReader::signed_varint() {
  const std::uint32_t v = varint();
  const auto half = static_cast<std::int32_t>(v >> 1);
  return (v & 1u) != 0 ? -half - 1 : half;
}

}  // namespace tablero
