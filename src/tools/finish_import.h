// The first and the last step of every import command: nobody else imports meanwhile; the changed
// folder is checked as a whole, then written.
#pragma once

#include "tools/commands.h"
#include "tools/data_folder.h"

namespace tablero {

// Asks for the folder before anything of it is read: alone, unless nothing will be written.
Result<void> open_for_import(DataFolder& folder, bool dry_run);

// Prints the faults, the first thousand of them; true when there is none.
bool print_faults(const List<Fault>& faults, const Console& console);

// Prints each fault of the folder as it would be after writing; true when there is none.
bool changes_pass(const DataFolder& folder, const Console& console);

// Writes the changes and prints the files; with `dry_run` only prints that nothing was written.
// Returns the exit status.
int write_changes(DataFolder& folder, bool dry_run, const Console& console);

}  // namespace tablero
