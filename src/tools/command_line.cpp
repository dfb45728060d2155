#include "tools/command_line.h"

#include <algorithm>
#include <vector>

namespace tablero {

std::string CommandLine::get(std::string_view name, std::string_view otherwise) const {
  const auto at = options.find(name);
  return std::string(at == options.end() ? otherwise : at->second);
}

Result<CommandLine, UsageFault> read_command_line(const std::vector<std::string_view>& arguments,
                                                  std::initializer_list<CommandOption> known) {
  CommandLine line;
  bool options_end = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (options_end || argument.size() < 2 || argument.front() != '-') {
      line.rest.push_back(argument);
      continue;
    }
    if (argument == "--") {
      options_end = true;
      continue;
    }
    if (argument == "--help" || argument == "-h") {
      line.help = true;
      return line;
    }
    const std::size_t equals = argument.find('=');
    const std::string_view name = argument.substr(0, equals);
    const auto* option = std::find_if(known.begin(), known.end(),
                                      [&](const CommandOption& o) { return o.name == name; });
    const bool joined = equals != std::string_view::npos;
    const std::string text(name);
    if (option == known.end()) return UsageFault{"unknown option " + text};
    if (line.has(name)) return UsageFault{text + " is given twice"};
    if (!option->takes_value && joined) return UsageFault{text + " takes no value"};
    if (joined) {
      line.options[name] = argument.substr(equals + 1);
    } else if (!option->takes_value) {
      line.options[name] = {};
    } else if (i + 1 < arguments.size()) {
      line.options[name] = arguments[++i];
    } else {
      return UsageFault{text + ": a value is missing"};
    }
  }
  return line;
}

}  // namespace tablero
