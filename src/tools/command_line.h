// The arguments of one command: options with and without a value, and the rest.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tablero {

struct CommandOption {
  std::string_view name;    // "--data"
  bool takes_value = true;  // "--data DIR" or "--data=DIR"
};

struct CommandLine {
  std::map<std::string_view, std::string_view> options;
  std::vector<std::string_view> rest;
  bool help = false;  // --help or -h: what follows it was not read

  bool has(std::string_view name) const { return options.count(name) > 0; }
  // The value of an option, or `otherwise`.
  std::string get(std::string_view name, std::string_view otherwise = {}) const;
};

// Every option at most once; "--" ends them. Fault: the first argument that is wrong, and why.
Result<CommandLine, UsageFault> read_command_line(const std::vector<std::string_view>& arguments,
                                                  std::initializer_list<CommandOption> known);

}  // namespace tablero
