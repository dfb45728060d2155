// A reader's words, numbers and dates, written into one arena: what text needs that is made outside
// a frame. Ui has the same for the texts of a frame.
#pragma once

#include <initializer_list>
#include <string_view>

#include "model/format.h"

namespace tablero {

// Whom a text is made for.
struct Reader {
  const Strings& strings;
  const Language& lang;
};

struct Wording {
  const Strings& strings;
  const Language& lang;
  TextArena& text;

  std::string_view t(std::string_view key) const { return strings.get(key); }
  // Text of `key` with placeholders filled.
  std::string_view t(std::string_view key, std::initializer_list<Arg> args) const {
    return text.format(strings.get(key), args);
  }
  // The text of the key that `prefix` and a word of the data make: "kind." and "talk".
  std::string_view named(std::string_view prefix, std::string_view word) const {
    return t(join({prefix, word}));
  }
  // `key`.one or `key`.other with {n} = `n` in the reader's number format.
  std::string_view count(std::string_view key, long long n) const {
    return text.format(strings.plural(key, n), {{"n", number(static_cast<double>(n), 0)}});
  }
  std::string_view number(double value, int decimals) const {
    return format_number(text, lang, value, decimals);
  }
  std::string_view amount(const Amount& value, Qualifier qualifier) const {
    return format_amount(text, strings, lang, value, qualifier);
  }
  std::string_view date(Date date) const { return format_date(text, strings, date); }
  std::string_view join(std::initializer_list<std::string_view> parts) const {
    return text.join(parts);
  }
};

}  // namespace tablero
