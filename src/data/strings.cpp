#include "data/strings.h"

#include "base/hash.h"
#include "base/list.h"

namespace tablero {
Strings::Strings(List<std::pair<std::string, std::string>> pairs) : pairs_(std::move(pairs)) {
  std::size_t size = 16;
  while (size < pairs_.size() * 2) size *= 2;
  slots_.assign(size, 0);
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    std::size_t at = hash_more(kHashStart, pairs_[i].first) & (size - 1);
    while (slots_[at] != 0) at = (at + 1) & (size - 1);
    slots_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

const std::string* Strings::find(std::string_view key, std::string_view suffix) const {
  if (slots_.empty()) return nullptr;
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash_more(hash_more(kHashStart, key), suffix) & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    const std::string_view have = pairs_[slots_[at] - 1].first;
    if (have.size() == key.size() + suffix.size() && have.substr(0, key.size()) == key &&
        have.substr(key.size()) == suffix) {
      return &pairs_[slots_[at] - 1].second;
    }
  }
  return nullptr;
}

std::string_view Strings::get(std::string_view key) const {
  const std::string* text = find(key, {});
  return text != nullptr ? std::string_view(*text) : key;
}

bool Strings::has(std::string_view key) const { return find(key, {}) != nullptr; }

std::string_view Strings::plural(std::string_view key, long long n) const {
  const bool digit = n >= 0 && n < 10;
  const bool one =
      digit && get("locale.one").find(static_cast<char>('0' + n)) != std::string_view::npos;
  const std::string* text = find(key, one ? ".one" : ".other");
  return text != nullptr ? std::string_view(*text) : key;
}

}  // namespace tablero
