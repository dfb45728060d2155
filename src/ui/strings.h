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
  // KEY + ".one" or KEY + ".other", the two forms of CLDR's cardinal rules in the languages around
  // (https://cldr.unicode.org/index/cldr-spec/plural-rules). The text of "locale.one" lists the
  // numbers of one digit that take the first: "1", or "0 1" where nothing is singular.
  std::string_view plural(std::string_view key, long long n) const;
  bool has(std::string_view key) const;
  bool empty() const { return pairs_.empty(); }
  const List<std::pair<std::string, std::string>>& pairs() const { return pairs_; }

 private:
  const std::string* find(std::string_view key, std::string_view suffix) const;
  List<std::pair<std::string, std::string>> pairs_;
  List<std::uint32_t> slots_;  // open addressing, index + 1 into pairs_, 0 empty
};

}  // namespace tablero
