#include "import/identity.h"

#include <algorithm>

#include "base/text.h"

namespace tablero {

std::string email_identity(std::string_view text) {
  text = trim(text);
  // "Ana <ana@example.org>", as programs for mail write it.
  if (!text.empty() && text.back() == '>') {
    const std::size_t open = text.rfind('<');
    if (open != text.npos) text = text.substr(open + 1, text.size() - open - 2);
  }
  if (text.substr(0, 7) == "mailto:") text.remove_prefix(7);
  const std::size_t at = text.find('@');
  if (at == 0 || at == text.npos || text.find('@', at + 1) != text.npos) return {};
  const auto blank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
  if (std::any_of(text.begin(), text.end(), blank)) return {};
  std::string local = fold(text.substr(0, at));
  std::string domain = fold(text.substr(at + 1));
  while (!domain.empty() && domain.back() == '.') domain.pop_back();
  const std::size_t dot = domain.find('.');
  if (dot == 0 || dot == domain.npos) return {};
  if (const std::size_t plus = local.find('+'); plus != local.npos && plus > 0) local.resize(plus);
  if (domain == "googlemail.com") domain = "gmail.com";
  if (domain == "gmail.com") std::erase(local, '.');
  return local.empty() ? std::string() : local + '@' + domain;
}

}  // namespace tablero
