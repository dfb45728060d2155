#include "import/record_edit.h"

#include <algorithm>
#include <utility>

#include "data/manifest.h"
#include "data/sources.h"
#include "import/json_edit.h"

namespace tablero {

std::string json_texts(std::span<const std::string> texts) {
  std::string out = "[";
  for (const std::string& text : texts) {
    if (out.size() > 1) out += ',';
    out += json_text(text);
  }
  return out + "]";
}

std::string with_source(std::string text, const std::string& id, const std::string& json) {
  const Result<Sources> loaded = load_sources(text, "sources.json");
  if (!loaded.ok()) return text;
  const auto& list = loaded.value().sources;
  const auto at =
      std::find_if(list.begin(), list.end(), [&](const Source& s) { return s.id >= id; });
  const auto index = static_cast<std::size_t>(at - list.begin());
  JsonEdit edit(std::move(text));
  if (at != list.end() && at->id == id) {
    edit.replace("/sources/" + std::to_string(index), json);
  } else {
    edit.insert_item("/sources", index, json);
  }
  return edit.text();
}

std::string with_family(std::string text, std::string_view path, const std::string& family) {
  const Result<Manifest> loaded = load_manifest(text, "manifest.json");
  if (!loaded.ok()) return text;
  const auto& files = loaded.value().files;
  const auto file = std::find_if(files.begin(), files.end(),
                                 [&](const ManifestFile& f) { return f.path == path; });
  if (file == files.end()) return text;
  const auto at = std::find_if(file->sources.begin(), file->sources.end(),
                               [&](const std::string& s) { return s >= family; });
  if (at != file->sources.end() && *at == family) return text;
  JsonEdit edit(std::move(text));
  edit.insert_item("/files/" + std::to_string(file - files.begin()) + "/sources",
                   static_cast<std::size_t>(at - file->sources.begin()), json_text(family));
  return edit.text();
}

}  // namespace tablero
