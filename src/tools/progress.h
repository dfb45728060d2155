// Progress of a long command on one line of a terminal: shown only on a terminal and only after a
// second, erased at the end.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include "tools/console.h"

namespace tablero {

class Progress {
 public:
  // `total` 0: unknown; then only the amount is shown.
  Progress(const Console& console, std::string_view what, std::size_t total)
      : console_(console), what_(what), total_(total) {}
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `done` bytes of `total`; cheap to call often.
  void update(std::size_t done);

 private:
  using Clock = std::chrono::steady_clock;
  const Console& console_;
  std::string_view what_;
  std::size_t total_;
  Clock::time_point start_ = Clock::now(), shown_{};
  bool visible_ = false;
};

}  // namespace tablero
