#include "base/result.h"

#include <string_view>

#include "base/text.h"
#include "base/unseen.h"

namespace tablero {

std::string Fault::line() const {
  constexpr std::size_t kMaxPart = 300;
  // A corrupt file can contain anything: text quoted from it must neither break the line nor send
  // control sequences to the terminal.
  const std::string_view parts[] = {": ", pointer, ": expected ", expected, ", found ", found};
  std::string s = printable(file);
  for (std::size_t i = pointer.empty() ? 2 : 0; i < std::size(parts); ++i) {
    s += shortened(printable(shortened(parts[i], kMaxPart)), kMaxPart);
  }
  return s;
}

}  // namespace tablero
