// The shaders of the desktop program, read from disk for hot reload: an edit shows at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tablero {

class ShaderFolder {
 public:
  explicit ShaderFolder(std::string folder);

  // The text of `file_name`, read anew; empty if there is none. Valid until the next call.
  std::string_view read(std::string_view file_name);

  // True when a file appeared, vanished or changed since the last call (or since construction).
  bool changed();

 private:
  std::uint64_t state() const;  // of names, sizes and times of change

  std::string folder_;
  std::string text_;
  std::uint64_t seen_ = 0;
};

}  // namespace tablero
