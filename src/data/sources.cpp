#include "data/sources.h"

#include "base/list.h"
#include "data/reader.h"
#include "data/record.h"

namespace tablero {
namespace {

constexpr std::array<std::string_view, 6> kKinds = {"page",    "image",      "document",
                                                    "dataset", "repository", "derived"};

void read_sources(Fields& root, Sources& out) {
  UniqueIds ids;
  for (const Node item : root.get("sources").items(1)) {
    Fields f(item);
    Source s;
    s.id = read_id(f, ids);
    s.kind = kKinds[f.get("kind").one_of(kKinds.data(), kKinds.size())];
    s.title = f.get("title").text();
    s.url = f.url_or("url");
    s.read = f.date_or("read");
    s.licence = f.get("licence").text();
    out.sources.push_back(std::move(s));
    require_order(item, out.sources);
  }
}

}  // namespace

const Source* Sources::find(std::string_view id) const { return search_by_id(sources, id); }

Result<Sources> load_sources(std::string_view bytes, std::string_view file, List<Fault>* all) {
  return load_document<Sources, read_sources>(bytes, file, all);
}

}  // namespace tablero
