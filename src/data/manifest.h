// data/manifest.json: every file of data/ with its schema, licence and sources.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "data/figure.h"

namespace tablero {

struct ManifestFile {
  std::string path;    // relative to data/
  std::string schema;  // relative to data/; empty for files that are not JSON tables
  std::string licence;
  LocalText title;
  std::vector<std::string> sources;  // families, e.g. "web", "img"
};

// A family of sources: the part of a source id before the colon.
struct SourceFamily {
  std::string id;  // e.g. "web"
  LocalText title;
};

struct Manifest {
  int version = 0;      // of the shapes; this program reads version 1
  Date updated;         // last change of the data
  std::string licence;  // of the collection as a whole
  std::vector<SourceFamily> families;
  std::vector<ManifestFile> files;

  const ManifestFile* find(std::string_view path) const;
};

Result<Manifest> load_manifest(std::string_view bytes, std::string_view file,
                               std::vector<Fault>* all = nullptr);

}  // namespace tablero
