#include "tools/subset_font_text.h"

#include <fstream>
#include <iterator>

namespace tablero {
namespace {

constexpr unsigned kFirstPrintable = 0x20;
constexpr unsigned kDelete = 0x7F;
constexpr unsigned kLastC1Control = 0x9F;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// COUNT hexadecimal digits at POSITION; -1 when there are others.
int hex_number(std::string_view text, std::size_t position, std::size_t count) {
  if (position + count > text.size()) return -1;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const int digit = hex_digit(text[position + i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

// The text with \uXXXX and \xXX resolved to UTF-8; anything else is left as it is.
std::string without_escapes(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] != '\\' || i + 1 >= text.size()) {
      plain += text[i++];
      continue;
    }
    if (text[i + 1] == 'x' && hex_number(text, i + 2, 2) >= 0x80) {
      plain += static_cast<char>(hex_number(text, i + 2, 2));
      i += 4;
      continue;
    }
    const int unit = text[i + 1] == 'u' ? hex_number(text, i + 2, 4) : -1;
    if (unit < 0) {  // "\\" must not lend its second half to the next escape
      plain += text.substr(i, 2);
      i += 2;
      continue;
    }
    auto code_point = static_cast<unsigned>(unit);
    i += 6;
    const bool leading = code_point >= 0xD800 && code_point < 0xDC00;
    const int low = leading && text.substr(i, 2) == "\\u" ? hex_number(text, i + 2, 4) : -1;
    if (low >= 0xDC00 && low < 0xE000) {
      code_point = 0x10000 + ((code_point - 0xD800) << 10) + static_cast<unsigned>(low - 0xDC00);
      i += 6;
    }
    plain += utf8_character(code_point);
  }
  return plain;
}

// Length of the UTF-8 sequence at the start of TEXT and its code point; 0 when it is malformed.
std::size_t decode(std::string_view text, unsigned& code_point) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (length == 0 || length > text.size()) return 0;
  code_point = length == 1 ? lead : lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) != 0x80) return 0;
    code_point = code_point << 6 | (byte & 0x3Fu);
  }
  return length;
}

bool printable(unsigned code_point) {
  return code_point >= kFirstPrintable && (code_point < kDelete || code_point > kLastC1Control);
}

}  // namespace

std::string utf8_character(unsigned code_point) {
  const auto byte = [](unsigned value) {
    return static_cast<char>(static_cast<unsigned char>(value));
  };
  std::string s;
  if (code_point < 0x80) {
    s += byte(code_point);
  } else if (code_point < 0x800) {
    s += byte(0xC0 | code_point >> 6);
  } else if (code_point < 0x10000) {
    s += byte(0xE0 | code_point >> 12);
    s += byte(0x80 | (code_point >> 6 & 0x3F));
  } else {
    s += byte(0xF0 | code_point >> 18);
    s += byte(0x80 | (code_point >> 12 & 0x3F));
    s += byte(0x80 | (code_point >> 6 & 0x3F));
  }
  if (code_point >= 0x80) s += byte(0x80 | (code_point & 0x3F));
  return s;
}

CharacterUse characters_of(std::string_view utf8, const std::string& source) {
  CharacterUse use;
  while (!utf8.empty()) {
    unsigned code_point = 0;
    const std::size_t length = decode(utf8, code_point);
    if (length > 0 && printable(code_point)) use.emplace(code_point, source);
    utf8.remove_prefix(length > 0 ? length : 1);
  }
  return use;
}

Result<int> add_characters_of_file(const std::string& path, CharacterUse& use) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Fault{path, "", "a file that can be read", "none"};
  const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  for (std::size_t i = 0; i < text.size();) {
    unsigned code_point = 0;
    const std::size_t length = decode(std::string_view(text).substr(i), code_point);
    if (length == 0) return Fault{path, "byte " + std::to_string(i), "UTF-8", "other bytes"};
    i += length;
  }
  const std::size_t before = use.size();
  use.merge(characters_of(without_escapes(text), path));
  return static_cast<int>(use.size() - before);
}

}  // namespace tablero
