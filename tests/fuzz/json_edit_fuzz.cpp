// Any bytes as JSON that an import edits. After each edit the text is JSON again, and holds what it
// held before but for the edited place.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "data/json_value.h"
#include "fuzz/fuzz.h"
#include "import/json_edit.h"

using namespace tablero;

namespace {

constexpr std::string_view kMade = "{\"made\":[1,\"x\"]}";

Result<JsonValue> parsed(const std::string& text) { return parse_json(text, "f.json"); }

JsonValue value_of(const std::string& text) {
  Result<JsonValue> read = parsed(text);
  if (!read.ok()) fuzz::promise_readable(read.fault());
  fuzz::promise(read.ok(), "an edited text is JSON");
  return std::move(read.value());
}

bool same(const JsonValue& a, const JsonValue& b) {
  if (a.kind != b.kind || a.boolean != b.boolean || a.number != b.number || a.text != b.text ||
      a.items().size() != b.items().size() || a.members().size() != b.members().size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.items().size(); ++i) {
    if (!same(a.items()[i], b.items()[i])) return false;
  }
  for (std::size_t i = 0; i < a.members().size(); ++i) {
    if (a.members()[i].key != b.members()[i].key) return false;
    if (!same(a.members()[i].value, b.members()[i].value)) return false;
  }
  return true;
}

void edit_array(const std::string& text, const JsonValue& before, std::size_t at) {
  JsonEdit edit(text);
  fuzz::promise(edit.insert_item("", at, kMade), "an item can be inserted");
  const JsonValue after = value_of(edit.text());
  fuzz::promise(after.items().size() == before.items().size() + 1, "one item more");
  fuzz::promise(same(after.items()[at], value_of(std::string(kMade))), "it is where it should be");
  fuzz::promise(edit.remove_item("", at), "an item can be removed");
  fuzz::promise(same(value_of(edit.text()), before), "nothing else has changed");
}

void edit_object(const std::string& text, const JsonValue& before, std::size_t at) {
  JsonEdit edit(text);
  const std::string fresh = "made by the fuzzer";
  if (before.find(fresh) != nullptr) return;
  fuzz::promise(edit.set_member("", fresh, kMade), "a member can be added");
  fuzz::promise(same(*value_of(edit.text()).find(fresh), value_of(std::string(kMade))),
                "it has its value");
  fuzz::promise(edit.remove_member("", fresh), "a member can be removed");
  fuzz::promise(same(value_of(edit.text()), before), "nothing else has changed");
  if (before.members().empty()) return;
  // However its key is written.
  const std::string& key = before.members()[at % before.members().size()].key;
  JsonEdit other(text);
  fuzz::promise(other.set_member("", key, kMade), "a member can be set");
  const JsonValue after = value_of(other.text());
  fuzz::promise(after.members().size() == before.members().size(), "no member more");
  fuzz::promise(same(*after.find(key), value_of(std::string(kMade))), "it has its new value");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Result<JsonValue> before = parsed(text);
  if (!before.ok()) return 0;
  const JsonValue& root = before.value();
  if (root.kind == JsonValue::Kind::kArray) {
    edit_array(text, root, data[0] % (root.items().size() + 1));
  } else if (root.kind == JsonValue::Kind::kObject) {
    edit_object(text, root, data[0]);
  }
  JsonEdit nowhere(text);
  fuzz::promise(!nowhere.replace("/no such key/1/2", "1") || root.find("no such key") != nullptr,
                "a place that is not there");
  // As a text of JSON, any bytes that are UTF-8 come back.
  if (valid_utf8(text)) {
    fuzz::promise(value_of(json_text(text)).text == text, "a text is written as it is");
  }
  return 0;
}
