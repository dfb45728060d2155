// The command line of the desktop program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tablero {

struct NativeOptions {
  std::string data_dir;  // --data; empty: the project's data/
  std::string query;     // --query
  int width = 1280;      // --size, CSS pixels, 1..16384
  int height = 800;
  float scale = 0;         // --scale, device pixels per CSS pixel, 0.5..4; 0: the display's own
  std::string screenshot;  // --screenshot; empty: open a window
  bool help = false;
};

// The options of `arguments` (without the program's name). Fault: which one is wrong.
Result<NativeOptions, UsageFault> parse_options(const std::vector<std::string_view>& arguments);

// "1280x800" -> width and height, each 1..16384; false when `text` is anything else.
bool parse_size(std::string_view text, int& width, int& height);

// What --help prints.
std::string_view usage();

}  // namespace tablero
