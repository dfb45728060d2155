// What a JSON text asks for, counted before anything of it is allocated: a small file of brackets
// and commas would otherwise want fifty times its size.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"

namespace tablero {

// Values of one file, objects and arrays included. The largest file of data/ has 13,000; in memory
// a value takes 64 bytes, and a list of one 150 more.
inline constexpr std::size_t kMaxJsonValues = 1'100'000;
// Bytes of one text as it is written, quotes not counted.
inline constexpr std::size_t kMaxJsonText = 1u << 20;
// Bytes of a number, or of anything else outside of texts.
inline constexpr std::size_t kMaxJsonToken = 1000;

// The first limit that `bytes` exceeds: a text, a number or the count of values, with the place
// where it does. A zero byte is a fault too, because the parser would take it for the end of the
// file. The bytes need not be JSON. O(bytes), no allocation unless there is a fault.
std::optional<Fault> over_json_limits(std::string_view bytes, std::string_view file);

// For faults: "line 3, byte 120".
std::string json_place(std::string_view bytes, std::size_t position);

}  // namespace tablero
