// Bytes of other encodings as UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tablero {

// Appends one character; what is no Unicode scalar value becomes U+FFFD.
void append_utf8(std::string& out, char32_t c);

// Appends UTF-16 without its byte order mark as UTF-8 and returns how many bytes were used: the
// rest is half a character that waits for more. With `last` nothing waits: half a character becomes
// U+FFFD.
std::size_t append_utf16(std::string& out, std::string_view bytes, bool big_endian, bool last);

}  // namespace tablero
