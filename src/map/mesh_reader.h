// Reading of the base map's file format (described in web/build/basemap/encode.mjs), below
// decode_base_map().
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tablero {

// A cursor over bytes that remembers its first failure: after it every read gives 0.
class MeshReader {
 public:
  explicit MeshReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint8_t byte();
  std::uint32_t u32();
  std::uint32_t varint();        // LEB128, at most 31 bits
  std::int32_t signed_varint();  // zigzag

  bool ok() const { return ok_; }
  void fail() { ok_ = false; }
  std::size_t position() const { return at_; }
  std::size_t left() const { return bytes_.size() - at_; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

}  // namespace tablero
