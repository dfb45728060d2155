#include <string>

#include "platform/native/disk.h"
#include "tools/command_line.h"
#include "tools/commands.h"
#include "tools/data_folder.h"
#include "tools/finish_import.h"

namespace tablero {
namespace {

constexpr std::string_view kHelp =
    "usage: tablero-data check [DIR]\n"
    "\n"
    "Reads every file of the data folder (DIR, or the project's data/) as the program does, and "
    "every\n"
    "reference between them: shapes, ranges, dates, qualifiers, duplicates, licences, sources, "
    "countries,\n"
    "tasks, models. A file that neither manifest.json names nor i18n/ has as words is a fault as "
    "well.\n"
    "Every fault is one line on standard error: FILE: POINTER: expected X, found Y\n"
    "\n"
    "examples:\n"
    "  tablero-data check\n"
    "  tablero-data check /tmp/copy-of-data\n"
    "\n"
    "exit status: 0 no fault, 1 faults, 2 wrong usage\n";

}  // namespace

int run_check(const Arguments& arguments, const Console& console) {
  const Result<CommandLine, UsageFault> read = read_command_line(arguments, {});
  if (!read.ok()) return wrong_usage(console, "check", read.fault());
  const CommandLine& line = read.value();
  if (line.help) {
    console.print(kHelp);
    return kDone;
  }
  if (line.rest.size() > 1) return wrong_usage(console, "check", {"one folder at most"});
  const DataFolder folder(line.rest.empty() ? std::string() : std::string(line.rest[0]));
  if (!is_folder(folder.dir())) return console.fail({folder.dir(), "", "a folder", "none"});
  const Result<void> whole = folder.settle();
  if (!whole.ok()) return console.fail(whole.fault());
  const List<Fault> faults = folder.check();
  if (!print_faults(faults, console)) return kInputAtFault;
  console.print_line(folder.dir() + ": no faults");
  return kDone;
}

}  // namespace tablero
