// Small text helpers that every room shares: folding for search and comparison, and numbers as
// people and files write them. No locale of the system is ever consulted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/list.h"

namespace tablero {

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

// True when `s` is well-formed UTF-8 (no overlong forms, no surrogates, at most U+10FFFF).
bool valid_utf8(std::string_view s);

// The longest beginning of `s` of at most `max_bytes` bytes that ends at a character boundary.
std::string_view utf8_prefix(std::string_view s, std::size_t max_bytes);

// At most `max_bytes` bytes of `s`, cut at a character boundary and ended with "..." when cut.
std::string shortened(std::string_view s, std::size_t max_bytes);

}  // namespace tablero
