#include "tools/progress.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <string>

namespace tablero {
namespace {

constexpr std::chrono::milliseconds kQuiet{1000}, kStep{200};
constexpr double kMegabyte = 1024.0 * 1024.0;

}  // namespace

void Progress::update(std::size_t done) {
  if (!console_.terminal()) return;
  const Clock::time_point now = Clock::now();
  if (now - start_ < kQuiet || now - shown_ < kStep) return;
  shown_ = now;
  visible_ = true;
  const double megabytes = static_cast<double>(done) / kMegabyte;
  std::array<char, 64> amount;
  if (total_ > 0) {
    const double part = static_cast<double>(done) / static_cast<double>(total_);
    const double seconds = std::chrono::duration<double>(now - start_).count();
    // At the same speed.
    const double left = part > 0 ? seconds * (1 - part) / part : 0;
    std::snprintf(amount.data(), amount.size(), ": %3.0f %%, %.0f MB, about %.0f s left",
                  100 * part, megabytes, std::ceil(left));
  } else {
    std::snprintf(amount.data(), amount.size(), ": %.0f MB", megabytes);
  }
  console_.show_progress(std::string(what_) + amount.data());
}

Progress::~Progress() {
  if (visible_) console_.show_progress("");
}

}  // namespace tablero
