#include "base/result.h"

#include <string_view>

#include "base/text.h"

namespace tablero {

std::string Fault::line() const {
  constexpr std::size_t kMaxPart = 300;
  const std::string_view parts[] = {": ", pointer, ": expected ", expected, ", found ", found};
  std::string s = file;
  for (std::size_t i = pointer.empty() ? 2 : 0; i < std::size(parts); ++i) {
    s += parts[i].substr(0, kMaxPart);
  }
  // A corrupt file can contain anything: text quoted from it must not break the line or send
  // control sequences to the terminal.
  const bool utf8 = valid_utf8(s);
  for (char& c : s) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || (byte >= 0x80 && !utf8)) c = '?';
  }
  return s;
}

}  // namespace tablero
