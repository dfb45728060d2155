// Several files changed together, all or none, whenever the process ends (a journal, as in
// databases). The new files are written beside the old ones, the journal says so, and only then are
// they renamed; after a process that was killed, recover() takes back what was not complete and
// finishes what was. Both ask for the lock of the folder (folder_lock.h).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace tablero {

// In the data folder, while files are being put into place and after a process that was killed.
inline constexpr std::string_view kJournalFile = ".import-journal";

// A path inside the folder, and the new content.
using FileChange = std::pair<std::string, std::string>;

// Writes the files of `changes` in the folder `dir`. A symbolic link stays one: the file that it
// leads to gets the new content. Modes stay. Fault: the error of the system; then every file is as
// it was.
Result<void> write_together(const std::string& dir, const std::vector<FileChange>& changes);

// Brings the folder into the state before or after the last write_together(), whole. Fault: the
// journal is not one, or the error of the system.
Result<void> recover(const std::string& dir);

}  // namespace tablero
