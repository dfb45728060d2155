#include "import/unicode.h"

#include "base/text.h"

namespace tablero {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_high(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

std::size_t append_utf16(std::string& out, std::string_view bytes, bool big_endian, bool last) {
  const auto unit = [&](std::size_t at) {
    const auto a = static_cast<unsigned char>(bytes[at]),
               b = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? (a << 8) | b : (b << 8) | a);
  };
  std::size_t at = 0;
  while (at + 2 <= bytes.size()) {
    const char32_t first = unit(at);
    if (!is_high(first)) {
      append_utf8(out, first);
      at += 2;
      continue;
    }
    if (at + 4 > bytes.size() && !last) return at;
    if (at + 4 <= bytes.size() && is_low(unit(at + 2))) {
      append_utf8(out, 0x10000 + ((first - 0xD800) << 10) + (unit(at + 2) - 0xDC00));
      at += 4;
    } else {
      append_utf8(out, kReplacement);
      at += 2;
    }
  }
  if (last && at < bytes.size()) {
    append_utf8(out, kReplacement);
    at = bytes.size();
  }
  return at;
}

}  // namespace tablero
