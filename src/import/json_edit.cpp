#include "import/json_edit.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>
#include <vector>

#include "base/text.h"
#include "data/json_value.h"

namespace tablero {
namespace {

// Numbers of these powers of ten are written without an exponent.
constexpr int kFirstExponent = -5, kLastExponent = 15;

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

std::size_t skip_blank(std::string_view s, std::size_t at) {
  while (at < s.size() && is_blank(s[at])) ++at;
  return at;
}

// The position after the string that starts at `at`.
std::size_t skip_string(std::string_view s, std::size_t at) {
  for (++at; at < s.size() && s[at] != '"'; ++at) {
    if (s[at] == '\\') ++at;
  }
  return std::min(at + 1, s.size());
}

// The position after the value that starts at `at`.
std::size_t skip_value(std::string_view s, std::size_t at) {
  int depth = 0;
  do {
    if (at >= s.size()) return s.size();
    const char c = s[at];
    if (c == '"') {
      at = skip_string(s, at);
    } else if (c == '{' || c == '[') {
      ++depth;
      ++at;
    } else if (c == '}' || c == ']') {
      --depth;
      ++at;
    } else if (depth > 0) {
      ++at;
    } else {
      while (at < s.size() && !is_blank(s[at]) &&
             std::string_view(",]}").find(s[at]) == std::string_view::npos) {
        ++at;
      }
    }
  } while (depth > 0);
  return at;
}

// One part of a container: an item, or a member with its key.
struct Element {
  std::size_t begin, value, end;  // `begin` is the key of a member
  std::string key;                // without escapes
};

// The text of the string `quoted`.
std::string unquoted(std::string_view quoted) {
  if (quoted.find('\\') == std::string_view::npos)
    return std::string(quoted.substr(1, quoted.size() - 2));
  Result<JsonValue> read = parse_json(quoted, "");
  return read.ok() ? std::move(read.value().text) : std::string(quoted);
}

std::vector<Element> elements_of(std::string_view s, std::size_t at) {
  std::vector<Element> list;
  const bool object = s[at] == '{';
  for (at = skip_blank(s, at + 1); at < s.size() && s[at] != '}' && s[at] != ']';
       at = skip_blank(s, at)) {
    if (s[at] == ',') {
      ++at;
      continue;
    }
    Element e{at, at, at, {}};
    if (object) {
      const std::size_t key_end = skip_string(s, at);
      e.key = unquoted(s.substr(at, key_end - at));
      e.value = skip_blank(s, skip_blank(s, key_end) + 1);
    }
    e.end = skip_value(s, e.value);
    // Text that is not JSON could cause an endless loop here.
    if (e.end <= e.begin) break;
    at = e.end;
    list.push_back(std::move(e));
  }
  return list;
}

std::string unescaped(std::string_view part) {
  std::string out;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (part[i] == '~' && i + 1 < part.size()) {
      out += part[++i] == '1' ? '/' : '~';
    } else {
      out += part[i];
    }
  }
  return out;
}

}  // namespace

JsonEdit::Span JsonEdit::find(std::string_view pointer) const {
  const std::string_view s(text_);
  std::size_t at = skip_blank(s, s.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0);
  if (at >= s.size()) return {};
  Span span{at, skip_value(s, at), true};
  if (pointer.empty()) return span;
  for (const std::string_view part : split(pointer.substr(1), '/')) {
    if (s[span.begin] != '{' && s[span.begin] != '[') return {};
    const std::vector<Element> list = elements_of(s, span.begin);
    span.found = false;
    if (s[span.begin] == '[') {
      const auto index = parse_integer(part);
      if (!index || *index < 0 || static_cast<std::size_t>(*index) >= list.size()) return {};
      const Element& e = list[static_cast<std::size_t>(*index)];
      span = {e.value, e.end, true};
      continue;
    }
    const std::string key = unescaped(part);
    for (const Element& e : list) {
      if (e.key == key) span = {e.value, e.end, true};
    }
    if (!span.found) return {};
  }
  return span;
}

bool JsonEdit::replace(std::string_view pointer, std::string_view json) {
  const Span span = find(pointer);
  if (!span.found) return false;
  text_.replace(span.begin, span.end - span.begin, json);
  return true;
}

bool JsonEdit::set_member(std::string_view pointer, std::string_view key, std::string_view json) {
  const Span span = find(pointer);
  if (!span.found || text_[span.begin] != '{') return false;
  const std::vector<Element> list = elements_of(text_, span.begin);
  for (const Element& e : list) {
    if (e.key != key) continue;
    text_.replace(e.value, e.end - e.value, json);
    return true;
  }
  const std::string member = json_text(key) + ":" + std::string(json);
  if (list.empty()) {
    text_.replace(span.begin, span.end - span.begin, "{" + member + "}");
    return true;
  }
  text_.insert(list.back().end, "," + member);
  return true;
}

// Removes an element together with one comma and the adjacent white space.
bool JsonEdit::remove_element(const Span& container, const Span& element) {
  const std::string_view s(text_);
  const std::size_t after = skip_blank(s, element.end);
  if (s[after] == ',') {
    text_.erase(element.begin, skip_blank(s, after + 1) - element.begin);
    return true;
  }
  std::size_t before = element.begin;
  while (before > container.begin + 1 && is_blank(s[before - 1])) --before;
  if (s[before - 1] == ',') --before;
  text_.erase(before, element.end - before);
  return true;
}

bool JsonEdit::remove_member(std::string_view pointer, std::string_view key) {
  const Span span = find(pointer);
  if (!span.found || text_[span.begin] != '{') return false;
  for (const Element& e : elements_of(text_, span.begin)) {
    if (e.key == key) return remove_element(span, {e.begin, e.end, true});
  }
  return false;
}

bool JsonEdit::remove_item(std::string_view pointer, std::size_t index) {
  const Span span = find(pointer);
  if (!span.found || text_[span.begin] != '[') return false;
  const std::vector<Element> list = elements_of(text_, span.begin);
  if (index >= list.size()) return false;
  return remove_element(span, {list[index].begin, list[index].end, true});
}

bool JsonEdit::insert_item(std::string_view pointer, std::size_t index, std::string_view json) {
  const Span span = find(pointer);
  if (!span.found || text_[span.begin] != '[') return false;
  const std::vector<Element> list = elements_of(text_, span.begin);
  if (index > list.size()) return false;
  if (list.empty()) {
    text_.replace(span.begin, span.end - span.begin, "[" + std::string(json) + "]");
    return true;
  }
  const Element& neighbour = list[std::min(index, list.size() - 1)];
  std::size_t blank = neighbour.begin;
  while (blank > span.begin + 1 && is_blank(text_[blank - 1])) --blank;
  const std::string indent = text_.substr(blank, neighbour.begin - blank);
  if (index == list.size()) {
    text_.insert(neighbour.end, "," + indent + std::string(json));
  } else {
    text_.insert(neighbour.begin, std::string(json) + "," + indent);
  }
  return true;
}

std::string json_text(std::string_view s) {
  std::string out = "\"";
  for (const char c : s) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x",
                    static_cast<unsigned>(static_cast<unsigned char>(c)));
      out += escape;
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string json_number(double value) {
  if (value == 0) return "0.0";  // also for -0
  char digits[64];
  int precision = 1;
  for (; precision <= 17; ++precision) {
    std::snprintf(digits, sizeof digits, "%.*e", precision - 1, value);
    if (std::strtod(digits, nullptr) == value) break;
  }
  const int exponent = std::atoi(std::strchr(digits, 'e') + 1);
  if (exponent < kFirstExponent || exponent > kLastExponent) return digits;
  std::snprintf(digits, sizeof digits, "%.*f", std::max(1, precision - 1 - exponent), value);
  return digits;
}

}  // namespace tablero
