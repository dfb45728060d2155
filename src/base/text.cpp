#include "base/text.h"

#include <cstdlib>
#include <limits>

#include "base/list.h"

namespace tablero {
namespace {

// Base letters of U+00C0 to U+00FF; a dot keeps the character as it is (multiplication and division
// signs), a star marks the letters that fold to two (see fold_pair).
constexpr char kLatin1[] = "aaaaaa*ceeeeiiii*nooooo.ouuuuy**aaaaaa*ceeeeiiii*nooooo.ouuuuy*y";
// Base letters of U+0100 to U+017F, with the same marks.
constexpr char kLatinExtendedA[] =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllllllln"
    "nnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

std::string_view fold_pair(char32_t c) {
  switch (c) {
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0xD0:
    case 0xF0:
      return "d";
    case 0xDE:
    case 0xFE:
      return "th";
    case 0xDF:
      return "ss";
    case 0x132:
    case 0x133:
      return "ij";
    case 0x152:
    case 0x153:
      return "oe";
    default:
      return "";
  }
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

char32_t decode_utf8(std::string_view s, std::size_t i, std::size_t& length) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(s[k]); };
  const unsigned char lead = byte(i);
  length = 1;
  if (lead < 0x80) return lead;
  const std::size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || i + need > s.size()) return kNotUtf8;
  char32_t c = lead & (0xFFu >> (need + 1));
  for (std::size_t k = 1; k < need; ++k) {
    if (!is_continuation(s[i + k])) return kNotUtf8;
    c = (c << 6) | (byte(i + k) & 0x3Fu);
  }
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  if (c < kSmallest[need] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return kNotUtf8;
  length = need;
  return c;
}

std::string fold(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0, length = 1; i < utf8.size(); i += length) {
    const char32_t c = decode_utf8(utf8, i, length);
    char base = '.';
    if (c < 0x80) {
      out += to_lower(static_cast<char>(c));
      continue;
    }
    if (c >= 0x300 && c <= 0x36F) continue;
    if (c >= 0xC0 && c <= 0xFF) base = kLatin1[c - 0xC0];
    if (c >= 0x100 && c <= 0x17F) base = kLatinExtendedA[c - 0x100];
    if (base == '*') {
      out += fold_pair(c);
    } else if (base != '.') {
      out += base;
    } else {
      out.append(utf8.substr(i, length));
    }
  }
  return out;
}

bool matches_words(std::string_view haystack_folded, std::string_view needle_folded) {
  for (const std::string_view word : split(needle_folded, ' ')) {
    if (!word.empty() && haystack_folded.find(word) == std::string_view::npos) return false;
  }
  return true;
}

std::string_view trim(std::string_view s) {
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  for (;;) {
    if (!s.empty() && is_space(s.front())) {
      s.remove_prefix(1);
    } else if (!s.empty() && is_space(s.back())) {
      s.remove_suffix(1);
    } else if (s.substr(0, 2) == kNoBreak) {
      s.remove_prefix(2);
    } else if (s.size() >= 2 && s.substr(s.size() - 2) == kNoBreak) {
      s.remove_suffix(2);
    } else {
      return s;
    }
  }
}

List<std::string_view> split(std::string_view s, char separator) {
  List<std::string_view> parts;
  for (;;) {
    const std::size_t at = s.find(separator);
    parts.push_back(s.substr(0, at));
    if (at == std::string_view::npos) return parts;
    s.remove_prefix(at + 1);
  }
}

std::optional<double> parse_number(std::string_view s) {
  if (s.empty() || s.size() > 64) return std::nullopt;
  // strtod also reads "nan", "inf", hexadecimal and leading space, and the point follows the C
  // locale, which no program here changes.
  for (const char c : s) {
    if (!is_digit(c) && c != '+' && c != '-' && c != '.' && c != 'e' && c != 'E')
      return std::nullopt;
  }
  if (s.front() == '+') return std::nullopt;
  const std::string copy(s);
  char* end = nullptr;
  const double value = std::strtod(copy.c_str(), &end);
  if (end != copy.c_str() + copy.size() || value - value != 0) return std::nullopt;
  return value;
}

std::optional<std::int64_t> parse_integer(std::string_view s) {
  const bool negative = !s.empty() && s.front() == '-';
  if (negative) s.remove_prefix(1);
  if (s.empty() || s.size() > 19) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : s) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (value > kMax + (negative ? 1u : 0u)) return std::nullopt;
  return static_cast<std::int64_t>(negative ? 0 - value : value);
}

void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
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

bool valid_utf8(std::string_view s) {
  for (std::size_t i = 0, length = 1; i < s.size(); i += length) {
    if (decode_utf8(s, i, length) == kNotUtf8) return false;
  }
  return true;
}

std::string_view utf8_prefix(std::string_view s, std::size_t max_bytes) {
  if (s.size() <= max_bytes) return s;
  std::size_t end = max_bytes;
  while (end > 0 && is_continuation(s[end])) --end;
  return s.substr(0, end);
}

std::string shortened(std::string_view s, std::size_t max_bytes) {
  if (s.size() <= max_bytes) return std::string(s);
  return std::string(utf8_prefix(s, max_bytes > 3 ? max_bytes - 3 : 0)) + "...";
}

}  // namespace tablero
