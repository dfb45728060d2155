#include "tools/progress.h"

namespace tablero {
namespace {

constexpr std::chrono::milliseconds kQuiet{1000}, kStep{200};
constexpr double kMegabyte = 1024.0 * 1024.0;

}  // namespace

void Progress::update(std::size_t done) {
  if (!console_.terminal) return;
  const Clock::time_point now = Clock::now();
  if (now - start_ < kQuiet || now - shown_ < kStep) return;
  shown_ = now;
  visible_ = true;
  const int width = static_cast<int>(what_.size());
  const double megabytes = static_cast<double>(done) / kMegabyte;
  if (total_ > 0) {
    const double percent = 100.0 * static_cast<double>(done) / static_cast<double>(total_);
    std::fprintf(console_.err, "\r%.*s: %3.0f %%, %.0f MB", width, what_.data(), percent,
                 megabytes);
  } else {
    std::fprintf(console_.err, "\r%.*s: %.0f MB", width, what_.data(), megabytes);
  }
  std::fflush(console_.err);
}

Progress::~Progress() {
  if (visible_) std::fputs("\r\033[K", console_.err);
}

}  // namespace tablero
