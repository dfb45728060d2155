// Shared by the fuzz targets: an assertion that aborts the program when it fails.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/result.h"
#include "base/text.h"
#include "fixtures/files.h"

namespace tablero::fuzz {

inline void promise(bool kept, const char* what) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

// Asserts that a fault is one readable line: the file, what was expected, what was found.
inline void promise_readable(const Fault& fault) {
  const std::string line = fault.line();
  promise(!fault.file.empty() && !fault.expected.empty(),
          "a fault names its file and what was expected");
  promise(line.find('\n') == std::string::npos && line.find('\r') == std::string::npos,
          "a fault is one line");
  promise(valid_utf8(line), "a fault is UTF-8");
  promise(line.size() < 1000, "a fault is short");
}

inline std::string file_text(const std::string& path) {
  const std::optional<std::string> bytes = test::read_bytes(path);
  promise(bytes.has_value(), path.c_str());
  return bytes.value_or("");
}

}  // namespace tablero::fuzz
