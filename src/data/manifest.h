// data/manifest.json: every file of data/ with its schema, licence and sources.
#pragma once

#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/figure.h"

namespace tablero {

struct ManifestFile {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string path;    // relative to data/
  std::string schema;  // relative to data/; empty for files that are not JSON tables
  std::string licence;
  LocalText title;
  List<std::string> sources;  // families, e.g. "web", "img"
};

// A family of sources: the part of a source id before the colon.
struct SourceFamily {
  static constexpr bool kMovesAsBytes = kStringMovesAsBytes;
  std::string id;  // e.g. "web"
  LocalText title;
};

struct Manifest {
  int version = 0;      // of the shapes; this program reads version 1
  Date updated;         // last change of the data
  std::string licence;  // of the collection as a whole
  List<SourceFamily> families;
  List<ManifestFile> files;

  const ManifestFile* find(std::string_view path) const;
};

Result<Manifest> load_manifest(std::string_view bytes, std::string_view file,
                               List<Fault>* all = nullptr);

}  // namespace tablero
