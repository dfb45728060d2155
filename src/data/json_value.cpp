#include "data/json_value.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "base/list.h"
#include "base/sort.h"
#include "base/text.h"
#include "data/json_limits.h"

namespace tablero {
namespace {

using Json = nlohmann::json;

// Objects of so few keys are searched one key after the other.
constexpr std::size_t kFewKeys = 16;

std::string megabytes(std::size_t bytes) {
  const std::size_t tenths = bytes * 10 / (1024 * 1024);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

// True when the input stops in the middle of a word, a number or an escape sequence.
bool stops_inside_token(std::string_view bytes) {
  std::size_t start = bytes.size();
  while (start > 0 && is_lower(bytes[start - 1])) --start;
  const std::string_view tail = bytes.substr(start);
  for (const std::string_view word : {"true", "false", "null"}) {
    if (!tail.empty() && tail.size() < word.size() && word.substr(0, tail.size()) == tail) {
      return true;
    }
  }
  const char last = bytes.empty() ? ' ' : bytes.back();
  return last == '-' || last == '+' || last == '.' || last == 'e' || last == 'E';
}

// The text before `position` on its line, at most 30 bytes.
std::string before(std::string_view bytes, std::size_t position) {
  std::string_view s = bytes.substr(0, position);
  s.remove_prefix(s.find_last_of('\n') + 1);
  if (s.size() > 30) s.remove_prefix(s.size() - 30);
  while (!s.empty() && is_continuation(s.front())) s.remove_prefix(1);
  return std::string(s);
}

// Receives the parser's events and builds the values. Returning false stops the parser.
class Builder {
 public:
  Builder(std::string_view bytes, std::string_view file) : bytes_(bytes), file_(file) {}

  bool null() { return put({}) != nullptr; }
  bool boolean(bool b) {
    JsonValue v;
    v.kind = JsonValue::Kind::kBoolean;
    v.boolean = b;
    return put(std::move(v)) != nullptr;
  }
  bool number_integer(std::int64_t i) { return put_integer(i); }
  bool number_unsigned(std::uint64_t u) {
    if (u > static_cast<std::uint64_t>(INT64_MAX)) return number_float(static_cast<double>(u), {});
    return put_integer(static_cast<std::int64_t>(u));
  }
  bool number_float(double d, const std::string&) {
    JsonValue v;
    v.kind = JsonValue::Kind::kNumber;
    v.number = d;
    return put(std::move(v)) != nullptr;
  }
  bool string(std::string& s) {
    JsonValue v;
    v.kind = JsonValue::Kind::kString;
    v.text = std::move(s);
    return put(std::move(v)) != nullptr;
  }
  bool binary(Json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(JsonValue::Kind::kObject); }
  bool start_array(std::size_t) { return open(JsonValue::Kind::kArray); }
  // Keys are compared once all are there: looking for each among those before it would take
  // quadratic time.
  bool end_object() {
    JsonChildren* const children = stack_.back()->children.get();
    const std::string* twice = children == nullptr ? nullptr : key_twice(*children);
    if (twice == nullptr) return close();
    fault_ = {std::string(file_), path() + "/" + *twice, "each key once", "the key a second time"};
    failed_ = true;
    return false;
  }
  bool end_array() { return close(); }
  bool key(std::string& k) {
    key_ = std::move(k);
    return true;
  }
  bool parse_error(std::size_t position, const std::string& token,
                   const nlohmann::detail::exception& error) {
    const std::string_view what = error.what();
    const auto says = [&](std::string_view part) {
      return what.find(part) != std::string_view::npos;
    };
    failed_ = true;
    fault_ = {std::string(file_), json_place(bytes_, position), "JSON",
              "\"" + before(bytes_, position) + "\""};
    const bool at_end = position >= bytes_.size();
    if (says("; expected end of input")) {
      fault_.expected = "the end of the file";
      fault_.found = "more behind its last bracket";
    } else if (says("end of input") || says("missing closing quote") ||
               (at_end && (says("'\\u'") || stops_inside_token(bytes_)))) {
      fault_.expected = "the rest of the file";
      fault_.found = "its end (cut off?)";
    } else if (says("UTF-8")) {
      fault_.expected = "text in UTF-8";
      fault_.found = "other bytes";
    } else if (error.id == 406) {
      fault_.expected = "a number that a double can hold";
      fault_.found = shortened(token, 40);
    }
    return false;
  }

  bool failed() const { return failed_; }
  Fault& fault() { return fault_; }
  JsonValue& root() { return root_; }

 private:
  JsonValue* put(JsonValue v) {
    if (stack_.empty()) {
      root_ = std::move(v);
      return &root_;
    }
    JsonValue& parent = *stack_.back();
    if (parent.children == nullptr) parent.children = std::make_unique<JsonChildren>();
    JsonChildren& children = *parent.children;
    if (parent.kind == JsonValue::Kind::kArray) {
      children.items.push_back(std::move(v));
      return &children.items.back();
    }
    children.members.push_back({std::move(key_), std::move(v)});
    return &children.members.back().value;
  }
  bool put_integer(std::int64_t i) {
    JsonValue v;
    v.kind = JsonValue::Kind::kInteger;
    v.integer = i;
    v.number = static_cast<double>(i);
    return put(std::move(v)) != nullptr;
  }
  // The pointers on the stack stay valid: a parent does not grow while one of its children is open.
  bool open(JsonValue::Kind kind) {
    if (stack_.size() >= static_cast<std::size_t>(kMaxJsonDepth)) {
      fault_ = {std::string(file_), path(), "at most " + std::to_string(kMaxJsonDepth) + " levels",
                "deeper nesting"};
      failed_ = true;
      return false;
    }
    JsonValue v;
    v.kind = kind;
    stack_.push_back(put(std::move(v)));
    return true;
  }
  bool close() {
    stack_.pop_back();
    return true;
  }
  // A key that `object` has more than once, or nullptr. Notes the order of the keys of a large one.
  static const std::string* key_twice(JsonChildren& object) {
    const List<JsonMember>& members = object.members;
    if (members.size() <= kFewKeys) {
      for (std::size_t i = 1; i < members.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
          if (members[i].key == members[k].key) return &members[i].key;
        }
      }
      return nullptr;
    }
    List<std::uint32_t>& order = object.key_order;
    order.reserve(members.size());
    for (std::size_t i = 0; i < members.size(); ++i) order.push_back(static_cast<std::uint32_t>(i));
    sort(order,
         [&members](std::uint32_t a, std::uint32_t b) { return members[a].key < members[b].key; });
    for (std::size_t i = 1; i < order.size(); ++i) {
      if (members[order[i]].key == members[order[i - 1]].key) return &members[order[i]].key;
    }
    return nullptr;
  }
  std::string path() const {
    std::string s;
    for (std::size_t i = 0; i + 1 < stack_.size(); ++i) {
      const JsonValue& v = *stack_[i];
      s += '/';
      s += v.kind == JsonValue::Kind::kObject ? v.members().back().key
                                              : std::to_string(v.items().size() - 1);
    }
    return s;
  }

  std::string_view bytes_, file_;
  JsonValue root_;
  List<JsonValue*> stack_;
  std::string key_;
  Fault fault_;
  bool failed_ = false;
};

}  // namespace

const List<JsonValue>& JsonValue::items() const {
  static const List<JsonValue> kNone;
  return children == nullptr ? kNone : children->items;
}

const List<JsonMember>& JsonValue::members() const {
  static const List<JsonMember> kNone;
  return children == nullptr ? kNone : children->members;
}

const JsonValue* JsonValue::find(std::string_view key) const {
  if (children == nullptr) return nullptr;
  const auto& [items, members, key_order] = *children;
  if (key_order.empty()) {
    for (const auto& [name, value] : members) {
      if (name == key) return &value;
    }
    return nullptr;
  }
  const auto at = std::lower_bound(
      key_order.begin(), key_order.end(), key,
      [&list = members](std::uint32_t i, std::string_view k) { return list[i].key < k; });
  return at != key_order.end() && members[*at].key == key ? &members[*at].value : nullptr;
}

std::string describe(const JsonValue& v) {
  switch (v.kind) {
    case JsonValue::Kind::kNull:
      return "null";
    case JsonValue::Kind::kBoolean:
      return v.boolean ? "true" : "false";
    case JsonValue::Kind::kInteger:
      return "the number " + std::to_string(v.integer);
    case JsonValue::Kind::kNumber: {
      char digits[32];
      std::snprintf(digits, sizeof digits, "the number %.10g", v.number);
      return digits;
    }
    case JsonValue::Kind::kString:
      return "the text \"" + shortened(v.text, 60) + "\"";
    case JsonValue::Kind::kArray:
      return "an array of " + std::to_string(v.items().size());
    case JsonValue::Kind::kObject:
      break;
  }
  return "an object";
}

Result<JsonValue> parse_json(std::string_view bytes, std::string_view file) {
  const std::string name(file);
  if (bytes.size() > kMaxJsonBytes) {
    return Fault{name, "", "at most " + megabytes(kMaxJsonBytes), megabytes(bytes.size())};
  }
  std::string_view start = bytes;
  if (start.substr(0, 3) == "\xEF\xBB\xBF") start.remove_prefix(3);
  start = trim(start);
  if (start.empty()) return Fault{name, "", "JSON", "an empty file"};
  if (start.front() == '<') return Fault{name, "", "JSON", "a web page instead of JSON"};
  if (std::optional<Fault> over = over_json_limits(bytes, file)) return std::move(*over);
  Builder builder(bytes, file);
  const bool ok = Json::sax_parse(bytes.begin(), bytes.end(), &builder);
  if (builder.failed()) return std::move(builder.fault());
  if (!ok) return Fault{name, "", "JSON", "something else"};
  return std::move(builder.root());
}

}  // namespace tablero
