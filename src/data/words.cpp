#include "data/words.h"

#include "data/json_value.h"

namespace tablero {

Result<Words> load_words(std::string_view bytes, std::string_view file) {
  Result<JsonValue> document = parse_json(bytes, file);
  if (!document.ok()) return document.fault();
  JsonValue& root = document.value();
  if (root.kind != JsonValue::Kind::kObject) {
    return Fault{std::string(file), "", "an object of texts", describe(root)};
  }
  const std::size_t count = root.members().size();
  if (count > kMaxWords) {
    return Fault{std::string(file), "", "at most " + std::to_string(kMaxWords) + " texts",
                 std::to_string(count)};
  }
  Words words;
  if (count == 0) return words;
  words.reserve(count);
  for (auto& [key, value] : root.children->members) {
    if (value.kind != JsonValue::Kind::kString || value.text.empty()) {
      return Fault{std::string(file), "/" + key, "a text that is not empty", describe(value)};
    }
    words.emplace_back(std::move(key), std::move(value.text));
  }
  return words;
}

}  // namespace tablero
