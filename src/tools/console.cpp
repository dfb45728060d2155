#include "tools/console.h"

#include <string>

#include "base/unseen.h"

namespace tablero {

void Console::write_line(std::FILE* file, std::string_view text) {
  const std::string line = printable(text) + "\n";
  std::fwrite(line.data(), 1, line.size(), file);
}

void Console::write(std::FILE* file, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    write_line(file, text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

void Console::show_progress(std::string_view text) const {
  const std::string line = "\r" + printable(text) + (text.empty() ? "\033[K" : "");
  std::fwrite(line.data(), 1, line.size(), err_);
  std::fflush(err_);
}

}  // namespace tablero
