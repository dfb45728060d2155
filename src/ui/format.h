// Numbers and dates as readers of each language write them. Results live until the end of the
// frame.
#pragma once

#include <string_view>

#include "data/figure.h"
#include "data/strings.h"
#include "ui/frame_text.h"

namespace tablero {

// The locale that `words`, the file `tag` of data/i18n, defines: which texts of the data it uses
// ("locale.texts") and its number separators ("locale.group" and "locale.point").
Language language_of(std::string_view tag, const Strings& words);

// `value` with `decimals` digits after the separator and groups of three: "1.234,5" in es and pt,
// "1,234.5" in en. NaN gives "–".
std::string_view format_number(FrameText& text, const Language& lang, double value, int decimals);

// A value with its qualifier in words: "más de 500", "casi 900". Missing values give the word for
// their kind ("sin datos", "no se preguntó", "menos de k").
std::string_view format_amount(FrameText& text, const Strings& strings, const Language& lang,
                               const Amount& amount, Qualifier qualifier);

// Short form for large type: "500+", "~1.000", "< 900". Exact values have no sign.
std::string_view format_amount_short(FrameText& text, const Strings& strings, const Language& lang,
                                     const Amount& amount, Qualifier qualifier);

// "14 de marzo de 2022", "marzo de 2024", "2025"; words from the keys month.1..12 and date.*.
std::string_view format_date(FrameText& text, const Strings& strings, Date date);
// "14 mar 2022".
std::string_view format_date_short(FrameText& text, const Strings& strings, Date date);

}  // namespace tablero
