#include "model/format.h"

#include <cmath>
#include <cstdio>

namespace tablero {

namespace {

// `text` with zeros after it; what does not fit is left out.
template <std::size_t N>
void fill(std::array<char, N>& out, std::string_view text) {
  out = {};
  for (std::size_t i = 0; i < text.size() && i + 1 < N; ++i) out[i] = text[i];
}

}  // namespace

Language language_of(std::string_view tag, const Strings& words) {
  Language language;
  fill(language.tag, tag);
  fill(language.group, words.get("locale.group"));
  fill(language.point, words.get("locale.point"));
  const int texts = text_language(words.get("locale.texts"));
  if (texts >= 0) language.texts = static_cast<std::uint8_t>(texts);
  return language;
}

std::string_view format_number(TextArena& text, const Language& lang, double value, int decimals) {
  if (!std::isfinite(value)) return "–";
  char plain[64];
  const int length = std::snprintf(plain, sizeof plain, "%.*f", decimals, std::fabs(value));
  if (length <= 0 || length >= static_cast<int>(sizeof plain)) return "–";
  char out[192];
  std::size_t n = 0;
  const auto put = [&](std::string_view sign) {
    for (char c : sign) out[n++] = c;
  };
  const int whole = decimals > 0 ? length - decimals - 1 : length;
  bool nonzero = false;
  for (int i = 0; i < length; ++i) nonzero = nonzero || (plain[i] > '0' && plain[i] <= '9');
  constexpr std::string_view kMinus = "−";
  if (value < 0 && nonzero) put(kMinus);
  for (int i = 0; i < length; ++i) {
    if (i > 0 && i < whole && (whole - i) % 3 == 0) put(lang.group.data());
    if (i == whole) {
      put(lang.point.data());
    } else {
      out[n++] = plain[i];
    }
  }
  return text.keep({out, n});
}

namespace {

std::string_view qualifier_key(Qualifier q, bool brief) {
  switch (q) {
    case Qualifier::kMoreThan:
      return brief ? "qualifier.short.more_than" : "qualifier.more_than";
    case Qualifier::kAtLeast:
      return brief ? "qualifier.short.at_least" : "qualifier.at_least";
    case Qualifier::kAlmost:
      return brief ? "qualifier.short.almost" : "qualifier.almost";
    case Qualifier::kApprox:
      return brief ? "qualifier.short.approx" : "qualifier.approx";
    case Qualifier::kReached:
      return brief ? "qualifier.short.reached" : "qualifier.reached";
    default:
      return "";
  }
}

std::string_view with_qualifier(TextArena& text, const Strings& strings, const Language& lang,
                                const Amount& amount, Qualifier q, bool brief) {
  switch (amount.presence) {
    case Presence::kNoData:
      return q == Qualifier::kListOnly ? strings.get("missing.list_only")
                                       : strings.get("missing.no_data");
    case Presence::kNotAsked:
      return strings.get("missing.not_asked");
    case Presence::kFewerThanK:
      return strings.get("missing.fewer_than_k");
    case Presence::kValue:
    case Presence::kZero:
      break;
  }
  const int decimals = amount.value == std::floor(amount.value) ? 0 : 1;
  const std::string_view number = format_number(text, lang, amount.value, decimals);
  const std::string_view key = qualifier_key(q, brief);
  if (key.empty()) return number;
  return text.format(strings.get(key), {{"n", number}});
}

}  // namespace

std::string_view format_amount(TextArena& text, const Strings& strings, const Language& lang,
                               const Amount& amount, Qualifier qualifier) {
  return with_qualifier(text, strings, lang, amount, qualifier, false);
}

std::string_view format_amount_short(TextArena& text, const Strings& strings, const Language& lang,
                                     const Amount& amount, Qualifier qualifier) {
  return with_qualifier(text, strings, lang, amount, qualifier, true);
}

namespace {

std::string_view month_word(TextArena& text, const Strings& strings, const char* prefix,
                            int month) {
  char key[32];
  const int n = std::snprintf(key, sizeof key, "%s.%d", prefix, month);
  return text.keep(strings.get({key, static_cast<std::size_t>(n)}));
}

std::string_view date_in(TextArena& text, const Strings& strings, Date date, const char* prefix,
                         const char* pattern_day, const char* pattern_month) {
  if (!date.known()) return strings.get("date.unknown");
  const std::string_view year = text.number(date.year);
  if (date.month == 0) return year;
  const std::string_view month = month_word(text, strings, prefix, date.month);
  if (date.day == 0) {
    return text.format(strings.get(pattern_month), {{"month", month}, {"year", year}});
  }
  return text.format(strings.get(pattern_day),
                     {{"day", text.number(date.day)}, {"month", month}, {"year", year}});
}

}  // namespace

std::string_view format_date(TextArena& text, const Strings& strings, Date date) {
  return date_in(text, strings, date, "month", "date.day", "date.month");
}

std::string_view format_date_short(TextArena& text, const Strings& strings, Date date) {
  return date_in(text, strings, date, "month.short", "date.short.day", "date.short.month");
}

}  // namespace tablero
