// Checks a whole data folder: every file against its loader, and every reference between files
// (sources, countries, claims, projects, events, tasks, models). Does not use the file system: the
// caller reads the files.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/list.h"
#include "base/result.h"
#include "data/store.h"

namespace tablero {

// Bytes of the file at `path` below the data folder, or nothing when it cannot be read.
using ReadFile = std::function<std::optional<std::string>(std::string_view path)>;

// Appends every fault of one file, ignoring the others. `file` is its name in the faults.
void check_file(FileId id, std::string_view bytes, std::string_view file, List<Fault>& faults);

// Every fault found, file by file in the order of store.h; empty when the folder is sound. A file
// that does not load is reported and left out of the reference checks. All files of store.h are
// required; of the tables of snapshots only the main one (in results.json) and those that the
// manifest lists.
List<Fault> check_all(const ReadFile& read);

}  // namespace tablero
