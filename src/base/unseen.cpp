#include "base/unseen.h"

#include "base/text.h"

namespace tablero {
namespace {

struct Range {
  char32_t first, last;
};

// Ascending. Default_Ignorable_Code_Point, Bidi_Control and the general categories Cc, Zl, Zp and
// Cn (noncharacters of the BMP) of the Unicode Character Database, version 15.1, and the blank
// letters and patterns that it counts as visible: fillers of Hangul and the empty Braille pattern.
constexpr Range kUnseen[] = {
    {0x00, 0x1F},       {0x7F, 0x9F},      {0xAD, 0xAD},     {0x34F, 0x34F},   {0x61C, 0x61C},
    {0x115F, 0x1160},   {0x17B4, 0x17B5},  {0x180B, 0x180F}, {0x200B, 0x200F}, {0x2028, 0x202E},
    {0x2060, 0x206F},   {0x2800, 0x2800},  {0x3164, 0x3164}, {0xFDD0, 0xFDEF}, {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},  {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF}, {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};

constexpr char32_t kNonJoiner = 0x200C, kJoiner = 0x200D, kTextForm = 0xFE0E, kEmojiForm = 0xFE0F;
// From here on there are scripts whose letters join (Arabic, Indic), and emoji.
constexpr char32_t kFirstJoining = 0x600;
// From here on (arrows and symbols) characters have a form as text and one as emoji.
constexpr char32_t kFirstSymbol = 0x2190;

bool has_two_forms(char32_t c) {
  const bool keycap = (c >= '0' && c <= '9') || c == '#' || c == '*';
  return keycap || c == 0xA9 || c == 0xAE || c == 0x203C || c == 0x2049 || c == 0x2122 ||
         c == 0x2139 || (c >= kFirstSymbol && !is_unseen(c));
}

bool joins(char32_t c) {
  return c == kEmojiForm || (c >= kFirstJoining && !is_unseen(c) && c != kNotUtf8);
}

void append_escaped(std::string& out, char32_t c, char kind, int digits) {
  out += '\\';
  out += kind;
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
    out += "0123456789abcdef"[(c >> shift) & 0xF];
  }
}

// The character `c` of the bytes `bytes`.
void append_printable(std::string& out, char32_t c, std::string_view bytes) {
  if (c == kNotUtf8) {
    append_escaped(out, static_cast<unsigned char>(bytes.front()), 'x', 2);
  } else if (!is_unseen(c)) {
    out += bytes;
  } else if (c > 0xFFFF) {
    append_escaped(out, c, 'U', 8);
  } else {
    append_escaped(out, c, 'u', 4);
  }
}

}  // namespace

bool is_unseen(char32_t c) {
  for (const Range& range : kUnseen) {
    if (c < range.first) return false;
    if (c <= range.last) return true;
  }
  return c <= 0x10FFFF && (c & 0xFFFE) == 0xFFFE;
}

std::string printable(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  for (std::size_t i = 0, length = 1; i < s.size(); i += length) {
    const char32_t c = decode_utf8(s, i, length);
    append_printable(out, c, s.substr(i, length));
  }
  return out;
}

std::string first_unseen(std::string_view s) {
  char32_t before = 0;
  for (std::size_t i = 0, length = 1; i < s.size(); i += length) {
    const char32_t c = decode_utf8(s, i, length);
    if (c != '\n' && is_unseen(c)) {
      std::size_t next = 1;
      const std::size_t at = i + length;
      const char32_t after = at < s.size() ? decode_utf8(s, at, next) : 0;
      const bool joined = (c == kJoiner || c == kNonJoiner) && joins(before) && joins(after);
      const bool chosen = (c == kTextForm || c == kEmojiForm) && has_two_forms(before);
      if (!joined && !chosen) {
        std::string out;
        append_printable(out, c, s.substr(i, length));
        return out;
      }
    }
    before = c;
  }
  return {};
}

}  // namespace tablero
