// data/i18n/*.json: the words of the interface in one language.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/list.h"
#include "base/result.h"

namespace tablero {

// Key and text, in file order. Keys are unique; no text is empty.
using Words = List<std::pair<std::string, std::string>>;

// More are refused; the interface has 700. Strings finds its words by a hash that texts can be made
// to collide in.
inline constexpr std::size_t kMaxWords = 10'000;

// A flat JSON object of strings.
Result<Words> load_words(std::string_view bytes, std::string_view file);

}  // namespace tablero
