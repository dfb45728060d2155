#include "tools/finish_import.h"

#include <string>
#include <vector>

namespace tablero {

bool changes_pass(const DataFolder& folder, const Console& console) {
  const List<Fault> faults = folder.check();
  for (const Fault& f : faults) console.fail(f);
  return faults.empty();
}

int write_changes(DataFolder& folder, bool dry_run, const Console& console) {
  if (dry_run) {
    console.print("Nothing written (--dry-run)\n");
    return kDone;
  }
  const Result<std::vector<std::string>> written = folder.write();
  if (!written.ok()) return console.fail(written.fault());
  if (written.value().empty()) console.print("Nothing changed\n");
  for (const std::string& path : written.value()) console.print("Wrote " + path + "\n");
  return kDone;
}

}  // namespace tablero
