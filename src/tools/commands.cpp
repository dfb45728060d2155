#include "tools/commands.h"

#include <string>

namespace tablero {
namespace {

constexpr std::string_view kHelp =
    "usage: tablero-data COMMAND [ARGUMENTS]\n"
    "\n"
    "  check [DIR]                            every fault of the data folder, one per line\n"
    "  import registrations FILE --edition Y  people per city and country from a registration "
    "file\n"
    "  import results PATH... --snapshot NAME scores from files of evaluation programs\n"
    "  tables --out DIR                       everything that the tabs show, as JSON\n"
    "  render --view NAME --size WxH --out F  a still of a view, or impact cards, without a "
    "display\n"
    "\n"
    "Each explains itself: tablero-data COMMAND --help\n"
    "\n"
    "examples:\n"
    "  tablero-data check\n"
    "  tablero-data import registrations attendees.csv --edition 2026\n"
    "  tablero-data import results results/ --snapshot lb-2026-10 --licence Apache-2.0\n"
    "  tablero-data tables --out tables\n"
    "  tablero-data render --view mapa --size 1200x630 --out mapa.png\n"
    "\n"
    "exit status: 0 done, 1 the input is at fault, 2 wrong usage\n";

Arguments after(const Arguments& arguments, std::size_t count) {
  return Arguments(arguments.begin() + static_cast<std::ptrdiff_t>(count), arguments.end());
}

}  // namespace

int wrong_usage(const Console& console, std::string_view command, const UsageFault& fault) {
  console.remark_line("tablero-data " + std::string(command) + ": " + fault.sentence);
  console.remark_line("Try: tablero-data " + std::string(command) + " --help");
  return kWrongUsage;
}

int run_tablero_data(const Arguments& arguments, const Console& console) {
  const std::string_view command = arguments.empty() ? std::string_view() : arguments[0];
  if (command.empty()) {
    console.remark(kHelp);
    return kWrongUsage;
  }
  if (command == "--help" || command == "-h" || command == "help") {
    console.print(kHelp);
    return kDone;
  }
  if (command == "check") return run_check(after(arguments, 1), console);
  if (command == "tables") return run_tables(after(arguments, 1), console);
#if TABLERO_CAN_DRAW
  if (command == "render") return run_render(after(arguments, 1), console);
#else
  if (command == "render") {
    return console.fail(
        {"render", "", "a build that can draw (GLFW, EGL and libpng)", "one without them"});
  }
#endif
  if (command == "import") {
    const std::string_view what = arguments.size() > 1 ? arguments[1] : std::string_view();
    if (what == "registrations") return run_import_registrations(after(arguments, 2), console);
    if (what == "results") return run_import_results(after(arguments, 2), console);
    if (what == "--help" || what == "-h") {
      console.print(kHelp);
      return kDone;
    }
    const std::string reason = what.empty() ? "what is missing" : "unknown: " + std::string(what);
    console.remark_line("tablero-data import: registrations or results, " + reason);
    return kWrongUsage;
  }
  console.remark_line("tablero-data: unknown command " + std::string(command));
  console.remark_line("Try: tablero-data --help");
  return kWrongUsage;
}

}  // namespace tablero
