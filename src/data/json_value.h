// A JSON document as the loaders need it: values in file order, no duplicate keys, bounded size and
// depth. nlohmann/json does the parsing (through its SAX interface, so that a syntax error keeps
// its position); nothing else in the program includes it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"

namespace tablero {

struct JsonChildren;
struct JsonMember;

// Small, because a file may have a million: most are numbers and texts.
struct JsonValue {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  enum class Kind : std::uint8_t { kNull, kBoolean, kInteger, kNumber, kString, kArray, kObject };
  Kind kind = Kind::kNull;
  bool boolean = false;
  double number = 0;                       // integer and number
  std::int64_t integer = 0;                // integer only
  std::string text;                        // string only
  std::unique_ptr<JsonChildren> children;  // of an array or object that is not empty

  const List<JsonValue>& items() const;     // of an array, otherwise none
  const List<JsonMember>& members() const;  // of an object, in file order, otherwise none
  // nullptr when absent or not an object. O(log members).
  const JsonValue* find(std::string_view key) const;
};

struct JsonMember {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string key;
  JsonValue value;
};

struct JsonChildren {
  List<JsonValue> items;
  List<JsonMember> members;
  // The indices of `members` in the order of their keys; empty in a small object.
  List<std::uint32_t> key_order;
};

// For faults: `the number 12`, `the text "abc"`, `an array of 3`, `null`.
std::string describe(const JsonValue& v);

// Files over this many bytes are refused before reading.
inline constexpr std::size_t kMaxJsonBytes = 16u * 1024u * 1024u;
// Deeper nesting is refused: data/ needs 8.
inline constexpr int kMaxJsonDepth = 32;

// Parses one document. Faults: too large, more than json_limits.h allows, empty, an HTML page
// instead of JSON, truncated, not JSON (with "line L, byte B" as the position), not UTF-8, a
// duplicate key, too deep, a number beyond double.
Result<JsonValue> parse_json(std::string_view bytes, std::string_view file);

}  // namespace tablero
