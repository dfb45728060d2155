#include "tools/finish_import.h"

#include <algorithm>
#include <string>
#include <vector>

#include "platform/native/disk.h"

namespace tablero {

Result<void> open_for_import(DataFolder& folder, bool dry_run) {
  if (!is_folder(folder.dir())) return Fault{folder.dir(), "", "a folder", "none"};
  return dry_run ? folder.settle() : folder.open_for_change();
}

bool print_faults(const List<Fault>& faults, const Console& console) {
  constexpr std::size_t kMost = 1000;
  for (std::size_t i = 0; i < std::min(faults.size(), kMost); ++i) console.fail(faults[i]);
  if (faults.size() > kMost) {
    console.remark_line("and " + std::to_string(faults.size() - kMost) + " more faults");
  }
  return faults.empty();
}

bool changes_pass(const DataFolder& folder, const Console& console) {
  return print_faults(folder.check(), console);
}

int write_changes(DataFolder& folder, bool dry_run, const Console& console) {
  if (dry_run) {
    console.print("Nothing written (--dry-run)\n");
    return kDone;
  }
  const Result<std::vector<std::string>> written = folder.write();
  if (!written.ok()) return console.fail(written.fault());
  if (written.value().empty()) console.print("Nothing changed\n");
  for (const std::string& path : written.value()) console.print_line("Wrote " + path);
  return kDone;
}

}  // namespace tablero
