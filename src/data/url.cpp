#include "data/url.h"

#include <algorithm>
#include <optional>

#include "base/list.h"
#include "base/text.h"
#include "base/unseen.h"

namespace tablero {
namespace {

constexpr std::size_t kMaxUrl = 1000, kMaxHost = 253, kMaxLabel = 63;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter_or_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_hexadecimal(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool valid_host(std::string_view host) {
  if (host.size() > kMaxHost) return false;
  bool number = false;
  for (const std::string_view label : split(host, '.')) {
    if (label.empty() || label.size() > kMaxLabel) return false;
    for (const char c : label) {
      if (!is_letter_or_digit(c) && c != '-') return false;
    }
    if (label.front() == '-' || label.back() == '-') return false;
    // A browser takes a host that ends so for an IP address, and refuses most of them.
    number = is_digit(label.front());
    for (const char c : label.substr(0, 2) == "0x" ? std::string_view() : label) {
      number = number && is_digit(c);
    }
  }
  return !number;
}

bool valid_port(std::string_view port) {
  const auto value = port.size() <= 5 ? parse_integer(port) : std::nullopt;
  return value && *value >= 1 && *value <= 65535;
}

// What follows the host.
bool valid_rest(std::string_view rest) {
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const char c = rest[i];
    if (c == ' ' || std::string_view("\"<>\\").find(c) != std::string_view::npos) return false;
    if (c != '%') continue;
    if (i + 2 >= rest.size() || !is_hexadecimal(rest[i + 1]) || !is_hexadecimal(rest[i + 2]))
      return false;
  }
  return rest.find('\n') == std::string_view::npos && first_unseen(rest).empty();
}

}  // namespace

bool valid_url(std::string_view s) {
  if (s.size() > kMaxUrl) return false;
  if (s.substr(0, 8) == "https://") {
    s.remove_prefix(8);
  } else if (s.substr(0, 7) == "http://") {
    s.remove_prefix(7);
  } else {
    return false;
  }
  const std::size_t end = std::min(s.find_first_of("/?#"), s.size());
  const std::size_t colon = s.substr(0, end).find(':');
  if (colon != std::string_view::npos && !valid_port(s.substr(colon + 1, end - colon - 1)))
    return false;
  return valid_host(s.substr(0, std::min(colon, end))) && valid_rest(s.substr(end));
}

}  // namespace tablero
