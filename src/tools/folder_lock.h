// One import at a time: a lock file in the data folder, which names the process that holds it. The
// lock itself is the system's (flock), so that it ends with its process, however that ends; the
// file is what people and messages see of it.
#pragma once

#include <string>

#include "base/result.h"

namespace tablero {

// In the data folder, while an import is at work and after one that was killed.
inline constexpr std::string_view kLockFile = ".import-lock";

class FolderLock {
 public:
  FolderLock() = default;
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;
  // Gives the lock back and removes its file.
  ~FolderLock();

  // The file of a process that is gone is taken over. Fault: another process holds the lock (which
  // one, and for how long), or the error of the system; then nothing has changed.
  static Result<FolderLock> take(const std::string& dir);

  explicit operator bool() const { return fd_ >= 0; }

 private:
  FolderLock(int fd, std::string path) : fd_(fd), path_(std::move(path)) {}

  int fd_ = -1;
  std::string path_;
};

// Whether `fault` of FolderLock::take() says that another process holds the lock.
bool is_held(const Fault& fault);

}  // namespace tablero
