// The characters that occur in text, JSON and source files.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace tablero {

// Code point -> the file that has it first.
using CharacterUse = std::map<unsigned, std::string>;

// Adds the code points of the file at PATH: UTF-8, and the escapes \uXXXX (with surrogate pairs)
// and \xXX (bytes of UTF-8) as they occur in JSON and C++. Control characters are left out. Value:
// how many code points were new. Fault: the file cannot be read or is not UTF-8.
Result<int> add_characters_of_file(const std::string& path, CharacterUse& use);

// The code points of UTF8; malformed bytes are passed over.
CharacterUse characters_of(std::string_view utf8, const std::string& source);

// One code point as UTF-8.
std::string utf8_character(unsigned code_point);

}  // namespace tablero
