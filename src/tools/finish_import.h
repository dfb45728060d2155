// How every import command ends: the changed folder is checked as a whole, then written.
#pragma once

#include "tools/commands.h"
#include "tools/data_folder.h"

namespace tablero {

// Says each fault of the folder as it would be after writing; true when there is none.
bool changes_pass(const DataFolder& folder, const Console& console);

// Writes the changes and names the files; with DRY_RUN only says that nothing was written. The exit
// status.
int write_changes(DataFolder& folder, bool dry_run, const Console& console);

}  // namespace tablero
