#include "data/record.h"

#include <algorithm>
#include <string>

#include "base/list.h"
#include "base/text.h"

namespace tablero {
namespace {

bool is_id(std::string_view s) {
  return !s.empty() && s.size() <= 120 && std::all_of(s.begin(), s.end(), [](char c) {
    return is_letter(c) || is_digit(c) ||
           std::string_view("-_.:/@").find(c) != std::string_view::npos;
  });
}

}  // namespace

std::string read_id(Fields& f, UniqueIds& ids) {
  const Node node = f.get("id");
  const JsonValue* v = node.value();
  if (v == nullptr || v->kind != JsonValue::Kind::kString || !is_id(v->text)) {
    node.wrong("an id (letters, digits and - _ . : / @)");
    return {};
  }
  ids.add(node, v->text);
  return v->text;
}

std::string Choices::read(const Node& node) {
  std::string word = node.word();
  if (!word.empty() && seen_.insert(word) && ++count_ > kMost) {
    node.wrong("one of at most " + std::to_string(kMost) + " different words");
  }
  return word;
}

List<Link> read_links(const Node& list) {
  List<Link> links;
  for (const Node item : list.items()) {
    Fields f(item);
    links.push_back({f.get("kind").text(), f.get("url").url()});
  }
  return links;
}

List<Link> read_links_or(Fields& f, std::string_view key) {
  return f.has(key) ? read_links(f.get(key)) : List<Link>();
}

Presence read_missing(const Node& node) {
  return static_cast<Presence>(node.one_of(kPresenceNames.data() + 2, 3) + 2);
}

}  // namespace tablero
