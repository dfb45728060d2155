#include "import/unicode.h"

namespace tablero {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_high(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || is_high(c) || is_low(c)) c = kReplacement;
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

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
