#include "data/manifest.h"

#include "base/list.h"
#include "base/text.h"
#include "data/reader.h"
#include "data/record.h"

namespace tablero {
namespace {

// A path below data/, written in one way only: two names for one file would be checked, and
// published, twice.
std::string read_path(const Node& node) {
  std::string path = node.text();
  for (const std::string_view part : split(path, '/')) {
    const bool plain = !part.empty() && part.front() != '.' &&
                       part.find_first_not_of(
                           "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                           "0123456789_-.") == std::string_view::npos;
    if (plain) continue;
    if (!path.empty()) node.wrong("a path below the data folder (letters, digits and _ - .)");
    return {};
  }
  return path;
}

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
    m.path = read_path(path);
    paths.add(path, m.path);
    if (const Node schema = f.get("schema"); schema.present()) m.schema = read_path(schema);
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
