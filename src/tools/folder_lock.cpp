#include "tools/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <ctime>
#include <optional>
#include <thread>
#include <utility>

#include "base/text.h"

namespace tablero {
namespace {

constexpr const char* kNobodyElse = "no other import at work";
constexpr const char* kUnnamed = "another process";

// A holder writes its name right after it has made the file.
constexpr std::chrono::milliseconds kPause{1};
constexpr int kLooks = 20;

// The first line of the lock file: the process, and when it began (seconds since 1970).
std::string holder_line() {
  return std::to_string(getpid()) + " " + std::to_string(std::time(nullptr)) + "\n";
}

// "process 4242, which began 3 s ago".
std::string holder_in(int fd) {
  std::array<char, 64> bytes;
  const ssize_t n = pread(fd, bytes.data(), bytes.size(), 0);
  const std::string_view line(bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
  const std::size_t blank = line.find(' '), end = line.find('\n');
  if (blank == std::string_view::npos || end == std::string_view::npos || end < blank)
    return kUnnamed;
  const auto pid = parse_integer(line.substr(0, blank));
  const auto began = parse_integer(line.substr(blank + 1, end - blank - 1));
  if (!pid || !began) return kUnnamed;
  const std::int64_t age = std::max<std::int64_t>(0, std::time(nullptr) - *began);
  return "process " + std::to_string(*pid) + ", which began " + std::to_string(age) + " s ago";
}

bool is_file_of(int fd, const std::string& path) {
  struct stat ours = {}, there = {};
  return fstat(fd, &ours) == 0 && lstat(path.c_str(), &there) == 0 && ours.st_ino == there.st_ino &&
         ours.st_dev == there.st_dev;
}

// A descriptor that holds the lock; -1 when the file was another one by then: the last holder
// removed it in between.
Result<int> try_once(const std::string& dir, const std::string& path) {
  const int fd = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
                      S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
  if (fd < 0) return Fault{dir, "", "a folder that can be written", std::strerror(errno)};
  if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
    const bool held = errno == EWOULDBLOCK;
    std::string found = held ? holder_in(fd) : std::string(std::strerror(errno));
    for (int i = 0; i < kLooks && found == kUnnamed; ++i) {
      std::this_thread::sleep_for(kPause);
      found = holder_in(fd);
    }
    close(fd);
    return Fault{dir, "", held ? kNobodyElse : "a folder whose files can be locked", found};
  }
  if (!is_file_of(fd, path)) {
    close(fd);
    return -1;
  }
  const std::string line = holder_line();
  if (ftruncate(fd, 0) == 0 &&
      pwrite(fd, line.data(), line.size(), 0) == static_cast<ssize_t>(line.size()))
    return fd;
  Fault fault{dir, "", "a folder that can be written", std::strerror(errno)};
  unlink(path.c_str());
  close(fd);
  return fault;
}

}  // namespace

FolderLock::FolderLock(FolderLock&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), path_(std::move(other.path_)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(path_, other.path_);
  return *this;
}

FolderLock::~FolderLock() {
  if (fd_ < 0) return;
  // While it is still held: whoever waits for this file finds that it is gone and makes a new one.
  unlink(path_.c_str());
  close(fd_);
}

Result<FolderLock> FolderLock::take(const std::string& dir) {
  const std::string path = dir + "/" + std::string(kLockFile);
  for (;;) {
    const Result<int> fd = try_once(dir, path);
    if (!fd.ok()) return fd.fault();
    if (fd.value() >= 0) return FolderLock(fd.value(), path);
  }
}

bool is_held(const Fault& fault) { return fault.expected == kNobodyElse; }

}  // namespace tablero
