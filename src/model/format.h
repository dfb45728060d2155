// Numbers and dates as readers of each language write them. Results live as long as the texts of
// the arena that they are written to.
#pragma once

#include <string_view>

#include "base/text_arena.h"
#include "data/figure.h"
#include "data/strings.h"

namespace tablero {

// The locale that `words`, the file `tag` of data/i18n, defines: which texts of the data it uses
// ("locale.texts") and its number separators ("locale.group" and "locale.point").
Language language_of(std::string_view tag, const Strings& words);

// `value` with `decimals` digits after the separator and groups of three: "1.234,5" in es and pt,
// "1,234.5" in en. NaN gives "–".
std::string_view format_number(TextArena& text, const Language& lang, double value, int decimals);

// A value with its qualifier in words: "más de 500", "casi 900". Missing values give the word for
// their kind ("sin datos", "no se preguntó", "menos de k").
std::string_view format_amount(TextArena& text, const Strings& strings, const Language& lang,
                               const Amount& amount, Qualifier qualifier);

// Short form for large type: "500+", "~1.000", "< 900". Exact values have no sign.
std::string_view format_amount_short(TextArena& text, const Strings& strings, const Language& lang,
                                     const Amount& amount, Qualifier qualifier);

// "14 de marzo de 2022", "marzo de 2024", "2025"; words from the keys month.1..12 and date.*.
std::string_view format_date(TextArena& text, const Strings& strings, Date date);
// "14 mar 2022".
std::string_view format_date_short(TextArena& text, const Strings& strings, Date date);

}  // namespace tablero
