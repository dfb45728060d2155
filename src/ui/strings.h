// The words of the interface in the chosen language (data/i18n/*.json), looked up by key.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/list.h"

namespace tablero {

class Strings {
 public:
  Strings() = default;
  // PAIRS: key and text. Keys are unique; the loader has checked that.
  explicit Strings(List<std::pair<std::string, std::string>> pairs);

  // The text of KEY, or KEY itself when it is missing (the test command keeps that from shipping).
  std::string_view get(std::string_view key) const;
  // KEY + ".one" for n = 1, else KEY + ".other": the cardinal plural rule of es, pt (for integers)
  // and en in CLDR, https://cldr.unicode.org/index/cldr-spec/plural-rules. A language may map pt 0
  // to
  // ".one"; its file then sets "plural.zero_is_one" to "1".
  std::string_view plural(std::string_view key, long long n) const;
  bool has(std::string_view key) const;
  bool empty() const { return pairs_.empty(); }

 private:
  const std::string* find(std::string_view key, std::string_view suffix) const;
  List<std::pair<std::string, std::string>> pairs_;
  List<std::uint32_t> slots_;  // open addressing, index + 1 into pairs_, 0 empty
};

}  // namespace tablero
