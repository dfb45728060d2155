// The organizer's own column map (--map FILE).
#include <algorithm>
#include <map>
#include <string>

#include "data/reader.h"
#include "import/columns.h"

namespace tablero {
namespace {

void read_texts(const Node& object, std::map<std::string, std::string>& out) {
  const JsonValue* v = object.value();
  if (v == nullptr || v->kind != JsonValue::Kind::kObject) {
    object.wrong("an object of texts");
    return;
  }
  for (const auto& [key, value] : v->members()) out[key] = Node(&value, object, key).text();
}

}  // namespace

Result<ImportMap> read_import_map(std::string_view bytes, std::string_view file) {
  Result<JsonValue> parsed = parse_json(bytes, file);
  if (!parsed.ok()) return parsed.fault();
  ImportMap map;
  FaultSink sink(file, nullptr);
  {
    const Node root(parsed.value(), sink);
    Fields f(root);
    if (const Node columns = f.get("columns"); columns.present()) {
      read_texts(columns, map.columns);
      for (const auto& [role, heading] : map.columns) {
        if (std::find(kColumnRoleNames.begin(), kColumnRoleNames.end(), role) ==
            kColumnRoleNames.end()) {
          columns.wrong(
              "keys out of email, first_name, last_name, name, order, status, quantity, "
              "timestamp, city, region, country, place");
        }
      }
    }
    if (const Node places = f.get("places"); places.present()) read_texts(places, map.places);
    const auto ignored = f.words_or("ignore");
    map.ignore.assign(ignored.begin(), ignored.end());
    const auto counted = f.words_or("count_status");
    map.count_status.assign(counted.begin(), counted.end());
    if (const Node separator = f.get("separator"); separator.present()) {
      const JsonValue* v = separator.value();
      const bool good = v->kind == JsonValue::Kind::kString && v->text.size() == 1 &&
                        std::string_view(",;\t|").find(v->text[0]) != std::string_view::npos;
      if (good) {
        map.separator = v->text[0];
      } else {
        separator.wrong("\",\", \";\", \"|\" or a tab");
      }
    }
  }
  if (sink.any()) return sink.first();
  return map;
}

}  // namespace tablero
