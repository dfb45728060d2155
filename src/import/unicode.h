// Bytes of other encodings as UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tablero {

// Transcodes UTF-16 (without byte order mark) to UTF-8 and returns how many bytes were consumed:
// the rest is an incomplete character that needs more input. With `last`, an incomplete character
// becomes U+FFFD.
std::size_t append_utf16(std::string& out, std::string_view bytes, bool big_endian, bool last);

}  // namespace tablero
