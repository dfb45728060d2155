// The output streams of a command of tablero-data. Results go to `out`, faults and remarks to
// `err`.
#pragma once

#include <cstdio>
#include <string_view>

#include "base/result.h"

namespace tablero {

// Exit status of every command.
inline constexpr int kDone = 0, kInputAtFault = 1, kWrongUsage = 2;

struct Console {
  std::FILE* out = stdout;
  std::FILE* err = stderr;
  bool terminal = false;  // err is a terminal: progress may be shown there

  void print(std::string_view text) const { std::fwrite(text.data(), 1, text.size(), out); }
  void remark(std::string_view text) const { std::fwrite(text.data(), 1, text.size(), err); }
  // Prints the fault on a line of its own and returns kInputAtFault.
  int fail(const Fault& fault) const {
    remark(fault.line());
    remark("\n");
    return kInputAtFault;
  }
};

}  // namespace tablero
