#include "data/json_limits.h"

#include <algorithm>
#include <string>

namespace tablero {
namespace {

// The position of the closing quote of the text that is open at `at`, or the end of the bytes.
std::size_t end_of_text(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && bytes[at] != '"' && bytes[at] != '\0') {
    at += bytes[at] == '\\' ? 2 : 1;
  }
  return std::min(at, bytes.size());
}

}  // namespace

std::string json_place(std::string_view bytes, std::size_t position) {
  position = std::min(position, bytes.size());
  const auto lines =
      std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(position), '\n');
  return "line " + std::to_string(lines + 1) + ", byte " + std::to_string(position);
}

std::optional<Fault> over_json_limits(std::string_view bytes, std::string_view file) {
  const auto fault = [&](std::size_t at, std::string expected, const char* found) {
    return Fault{std::string(file), json_place(bytes, at), std::move(expected), found};
  };
  // Every value but the first follows a bracket or a comma.
  std::size_t values = 1, token = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (c == '\0') return fault(at, "JSON", "a zero byte");
    if (c == '"') {
      const std::size_t end = end_of_text(bytes, at + 1);
      if (end - at - 1 > kMaxJsonText) {
        return fault(at, "a text of at most " + std::to_string(kMaxJsonText) + " bytes",
                     "a longer one");
      }
      if (end < bytes.size() && bytes[end] == '\0') return fault(end, "JSON", "a zero byte");
      at = end;
      token = 0;
    } else if (c == '[' || c == '{' || c == ',') {
      if (++values > kMaxJsonValues) {
        return fault(at, "at most " + std::to_string(kMaxJsonValues) + " values", "more");
      }
      token = 0;
    } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ':' || c == ']' ||
               c == '}') {
      token = 0;
    } else if (++token > kMaxJsonToken) {
      return fault(at, "a number or word of at most " + std::to_string(kMaxJsonToken) + " bytes",
                   "a longer one");
    }
  }
  return std::nullopt;
}

}  // namespace tablero
