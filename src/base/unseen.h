// Characters that are not seen where they stand: control characters, and marks that reorder, join
// or hide the text around them. A terminal obeys some of them, and a name that has them looks like
// another one (https://www.unicode.org/reports/tr36/, https://trojansource.codes/).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tablero {

// C0, DEL and C1; bidirectional marks; zero-width and other invisible characters; separators of
// lines and paragraphs; variation selectors; tags; noncharacters.
bool is_unseen(char32_t c);

// `s` for a line of a terminal or a log: each unseen character becomes \u202e (\U000e0041 beyond
// U+FFFF), each byte that is not UTF-8 \xe9. Nothing else changes, so that text without any of them
// stays as it is.
std::string printable(std::string_view s);

// The first unseen character of a text of the data in `s`, as printable() writes it; empty when
// there is none. Three of them belong to honest texts and are no fault there: a line break; a
// joiner (U+200C, U+200D) between two characters of a script or of an emoji that it joins; a
// variation selector (U+FE0E, U+FE0F) behind a character that has both forms.
std::string first_unseen(std::string_view s);

}  // namespace tablero
