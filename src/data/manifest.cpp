#include "data/manifest.h"

#include "base/list.h"
#include "data/reader.h"
#include "data/record.h"

namespace tablero {
namespace {

void read_manifest(Fields& root, Manifest& out) {
  out.version = 1;
  out.updated = root.get("updated").date();
  out.licence = root.get("licence").text();
  UniqueIds families;
  for (const Node item : root.get("source_families").items()) {
    Fields f(item);
    SourceFamily s;
    s.id = read_id(f, families);
    s.title = f.get("title").local();
    out.families.push_back(std::move(s));
  }
  UniqueIds paths;
  for (const Node item : root.get("files").items(1)) {
    Fields f(item);
    ManifestFile m;
    const Node path = f.get("path");
    m.path = path.text();
    paths.add(path, m.path);
    m.schema = f.text_or("schema");
    m.licence = f.get("licence").text();
    m.title = f.get("title").local();
    m.sources = f.get("sources").words();
    out.files.push_back(std::move(m));
  }
}

}  // namespace

const ManifestFile* Manifest::find(std::string_view path) const {
  for (const ManifestFile& m : files) {
    if (m.path == path) return &m;
  }
  return nullptr;
}

Result<Manifest> load_manifest(std::string_view bytes, std::string_view file, List<Fault>* all) {
  return load_document<Manifest, read_manifest>(bytes, file, all);
}

}  // namespace tablero
