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
  // `pairs`: key and text. Keys are unique; the loader has checked that.
  explicit Strings(List<std::pair<std::string, std::string>> pairs);

  // The text of `key`, or `key` itself when it is missing (a check of ./dev test prevents that in a
  // release).
  std::string_view get(std::string_view key) const;
  // `key` + ".one" or `key` + ".other": the two plural forms that CLDR's cardinal rules give the
  // supported languages (https://cldr.unicode.org/index/cldr-spec/plural-rules). The text of
  // "locale.one" lists the one-digit numbers that take ".one": "1", or "0 1" where zero is
  // singular.
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
