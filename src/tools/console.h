// The output streams of a command of tablero-data. Results go to `out`, faults and remarks to
// `err`. Everything passes one filter: what a file, an argument or a file name contains never
// reaches a terminal as a control character or as a mark that hides or reorders text.
#pragma once

#include <cstdio>
#include <string_view>

#include "base/result.h"

namespace tablero {

// Exit status of every command.
inline constexpr int kDone = 0, kInputAtFault = 1, kWrongUsage = 2;

class Console {
 public:
  explicit Console(std::FILE* out = stdout, std::FILE* err = stderr, bool terminal = false)
      : out_(out), err_(err), terminal_(terminal) {}

  // Writes `text`, a whole number of lines of our own, to standard output or standard error. What
  // is quoted from elsewhere goes through the functions below, where it cannot begin a line.
  void print(std::string_view text) const { write(out_, text); }
  void remark(std::string_view text) const { write(err_, text); }
  // The same for one line without its line break: one in `text` is written as \u000a.
  void print_line(std::string_view text) const { write_line(out_, text); }
  void remark_line(std::string_view text) const { write_line(err_, text); }
  // Prints the fault on a line of its own and returns kInputAtFault.
  int fail(const Fault& fault) const {
    remark_line(fault.line());
    return kInputAtFault;
  }

  // Standard error is a terminal: progress may be shown there.
  bool terminal() const { return terminal_; }
  // Replaces the line that is being written on the terminal by `text`; empty: by nothing.
  void show_progress(std::string_view text) const;

 private:
  static void write(std::FILE* file, std::string_view text);
  static void write_line(std::FILE* file, std::string_view text);

  std::FILE *out_, *err_;
  bool terminal_;
};

}  // namespace tablero
