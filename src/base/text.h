// Small text helpers that every room shares: folding for search and comparison, and numbers as
// people and files write them. No locale of the system is ever consulted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/list.h"

namespace tablero {

// ASCII only, whatever the locale.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_lower(c) || is_upper(c); }
// Any other character passes through unchanged.
constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }
constexpr char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - ('a' - 'A')) : c; }
// True for the bytes of a UTF-8 character after its first.
constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

// Whether `s` has the form of an ISO 3166-1 alpha-2 code: two capital letters.
constexpr bool is_country_code(std::string_view s) {
  return s.size() == 2 && is_upper(s[0]) && is_upper(s[1]);
}

// Lower case without accents, for searching and for comparing names: "México" -> "mexico",
// "Ñandú" -> "nandu", "Façade" -> "facade", "Straße" -> "strasse", "Æ" -> "ae". Covers Latin-1
// Supplement and Latin Extended-A, composed or with combining marks (U+0300 to U+036F are dropped).
// Everything else passes through unchanged; bytes that are not UTF-8 pass through as they are.
std::string fold(std::string_view utf8);

// True when every word of `needle_folded` (already folded, split at spaces) occurs in
// `haystack_folded` (already folded). An empty needle matches everything.
bool matches_words(std::string_view haystack_folded, std::string_view needle_folded);

// Without ASCII white space and U+00A0 at both ends.
std::string_view trim(std::string_view s);

// The parts of `s` between `separator`, empty ones included; one part when there is none.
List<std::string_view> split(std::string_view s, char separator);

// The whole of `s` as a decimal number with '.' as the decimal point ("-12", "3.5", "1e-3").
// Nothing when anything is left over, or for "", "nan", "inf" and hexadecimal.
std::optional<double> parse_number(std::string_view s);

// The whole of `s` as a decimal integer; nothing when it is not one or does not fit.
std::optional<std::int64_t> parse_integer(std::string_view s);

// Appends one character; a value that is not a Unicode scalar value becomes U+FFFD.
void append_utf8(std::string& out, char32_t c);

// What decode_utf8() gives for bytes that are not UTF-8.
inline constexpr char32_t kNotUtf8 = 0xFFFFFFFF;

// The character of `s` at byte `i` < s.size(); kNotUtf8 when the bytes there are not well-formed.
// `length`: the number of bytes that it takes, 1 for a wrong one.
char32_t decode_utf8(std::string_view s, std::size_t i, std::size_t& length);

// True when `s` is well-formed UTF-8 (no overlong forms, no surrogates, at most U+10FFFF).
bool valid_utf8(std::string_view s);

// The longest beginning of `s` of at most `max_bytes` bytes that ends at a character boundary.
std::string_view utf8_prefix(std::string_view s, std::size_t max_bytes);

// At most `max_bytes` bytes of `s`, cut at a character boundary and ended with "..." when cut.
std::string shortened(std::string_view s, std::size_t max_bytes);

}  // namespace tablero
