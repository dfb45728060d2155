// Changes that several imports make to the files of data/.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace tablero {

// ["a","b"]
std::string json_texts(std::span<const std::string> texts);
inline std::string json_texts(std::initializer_list<std::string> texts) {
  return json_texts(std::span(texts.begin(), texts.size()));
}

// sources.json with the record `json` of the source `id`: in place of the old one, or at its place
// in the order of ids. `text` must load.
std::string with_source(std::string text, const std::string& id, const std::string& json);

// manifest.json with `family` among the sources of the file `path`, in alphabetical order. `text`
// must load.
std::string with_family(std::string text, std::string_view path, const std::string& family);

}  // namespace tablero
