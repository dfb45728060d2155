// The commands of tablero-data. Each takes its own arguments and returns the exit status: 0 done, 1
// the input is at fault (said on Console::err), 2 wrong usage.
#pragma once

#include <string_view>
#include <vector>

#include "tools/console.h"

namespace tablero {

using Arguments = std::vector<std::string_view>;

// The whole program, without its name.
int run_tablero_data(const Arguments& arguments, const Console& console);

int run_check(const Arguments& arguments, const Console& console);
int run_import_registrations(const Arguments& arguments, const Console& console);
int run_import_results(const Arguments& arguments, const Console& console);
int run_tables(const Arguments& arguments, const Console& console);
int run_render(const Arguments& arguments, const Console& console);

// Says what is wrong with the usage and where help is; returns kWrongUsage.
int wrong_usage(const Console& console, std::string_view command, const UsageFault& fault);

}  // namespace tablero
