#include "base/result.h"

#include "base/text.h"

namespace tablero {

std::string Fault::line() const {
  constexpr std::size_t kMaxPart = 300;
  std::string s = file;
  if (!pointer.empty()) s += ": " + shortened(pointer, kMaxPart);
  s += ": expected " + shortened(expected, kMaxPart) + ", found " + shortened(found, kMaxPart);
  // A broken file can hold anything: what is quoted from it must not break the line or the
  // terminal.
  const bool utf8 = valid_utf8(s);
  for (char& c : s) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || (byte >= 0x80 && !utf8)) c = '?';
  }
  return s;
}

}  // namespace tablero
