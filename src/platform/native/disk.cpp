#include "platform/native/disk.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <ctime>
#include <utility>

#include "base/text.h"

namespace tablero {
namespace {

std::string system_reason() { return std::strerror(errno); }

// RAII owner of a file descriptor.
class File {
 public:
  explicit File(int fd) : fd_(fd) {}
  ~File() {
    if (fd_ >= 0) close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int fd() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }
  // Closes now; false when the system reports a late write error.
  bool finish() { return close(take()) == 0; }
  // Hands the descriptor over.
  int take() { return std::exchange(fd_, -1); }

 private:
  int fd_;
};

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

// What a name stands for that is no regular file.
const char* kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a named pipe";
  if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
  return S_ISSOCK(mode) ? "a socket" : "something else";
}

mode_t mode_of_new_files() {
  // The mask can only be read by setting it.
  const mode_t mask = umask(S_IRWXG | S_IRWXO);
  umask(mask);
  return (S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH) & ~mask;
}

FetchResult failed(int status, std::string reason) {
  FetchResult result;
  result.status = status;
  result.error = std::move(reason);
  return result;
}

std::string too_large(std::size_t max_bytes) {
  return "larger than " + std::to_string(max_bytes >> 20) + " MB";
}

}  // namespace

Result<int> open_regular_file(const std::string& path) {
  const auto wrong = [&](std::string found) { return Fault{path, "", "a file", std::move(found)}; };
  struct stat info = {};
  // Before opening: a device may react to that. Afterwards again: the name may stand for something
  // else by then.
  if (stat(path.c_str(), &info) != 0)
    return wrong(errno == ENOENT ? "no such file" : system_reason());
  if (!S_ISREG(info.st_mode)) return wrong(kind_of(info.st_mode));
  // A pipe would keep a blocking open() waiting for somebody to write.
  File file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file) return wrong(system_reason());
  if (fstat(file.fd(), &info) != 0) return wrong(system_reason());
  if (!S_ISREG(info.st_mode)) return wrong(kind_of(info.st_mode));
  return file.take();
}

FetchResult read_file(const std::string& path, std::size_t max_bytes) {
  const Result<int> opened = open_regular_file(path);
  if (!opened.ok())
    return failed(opened.fault().found == "no such file" ? 404 : 0, opened.fault().found);
  const File file(opened.value());
  struct stat info = {};
  if (fstat(file.fd(), &info) != 0) return failed(0, system_reason());
  if (static_cast<std::size_t>(info.st_size) > max_bytes) return failed(413, too_large(max_bytes));
  FetchResult result;
  // The file may grow while it is read: the limit applies to the bytes read, not to the size
  // reported before.
  std::array<char, 65536> block;
  result.body.reserve(static_cast<std::size_t>(info.st_size));
  for (;;) {
    const ssize_t n = read(file.fd(), block.data(), block.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failed(0, system_reason());
    if (n == 0) break;
    if (result.body.size() + static_cast<std::size_t>(n) > max_bytes) {
      return failed(413, too_large(max_bytes));
    }
    result.body.append(block.data(), static_cast<std::size_t>(n));
  }
  result.ok = true;
  result.status = 200;
  return result;
}

NewFile::NewFile(NewFile&& other) noexcept
    : temporary_(std::exchange(other.temporary_, {})), path_(std::move(other.path_)) {}

NewFile& NewFile::operator=(NewFile&& other) noexcept {
  std::swap(temporary_, other.temporary_);
  std::swap(path_, other.path_);
  return *this;
}

NewFile::~NewFile() {
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

// Without random bits from the system they are those of the clock: files are created exclusively in
// any case.
std::string random_digits() {
  std::uint64_t bits = 0;
  if (getrandom(&bits, sizeof bits, GRND_NONBLOCK) != static_cast<ssize_t>(sizeof bits)) {
    timespec now = {};
    clock_gettime(CLOCK_MONOTONIC, &now);
    bits = static_cast<std::uint64_t>(now.tv_nsec);
  }
  std::string name;
  for (int i = 0; i < 16; ++i, bits >>= 4) name += "0123456789abcdef"[bits & 15u];
  return name;
}

Result<NewFile> NewFile::write_as(const std::string& temporary, const std::string& path,
                                  std::string_view bytes) {
  const auto fault = [&](std::string reason) {
    return Fault{path, "", "a file that can be written", std::move(reason)};
  };
  struct stat old = {};
  const bool replaces = lstat(path.c_str(), &old) == 0;
  if (replaces && !S_ISREG(old.st_mode) && !S_ISLNK(old.st_mode))
    return fault(kind_of(old.st_mode));
  File file(open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                 S_IRUSR | S_IWUSR));
  if (!file) return fault(system_reason());
  NewFile made = left_behind(temporary, path);
  if (!write_all(file.fd(), bytes) || !file.finish()) return fault(system_reason());
  return made;
}

Result<NewFile> NewFile::write(const std::string& path, std::string_view bytes) {
  return write_as(path + ".new-" + random_digits(), path, bytes);
}

NewFile NewFile::left_behind(std::string temporary, std::string path) {
  NewFile file;
  file.temporary_ = std::move(temporary);
  file.path_ = std::move(path);
  return file;
}

Result<void> NewFile::put_in_place() {
  struct stat old = {};
  const bool replaces = lstat(path_.c_str(), &old) == 0 && S_ISREG(old.st_mode);
  constexpr mode_t kPermissions = S_IRWXU | S_IRWXG | S_IRWXO;
  const mode_t mode = replaces ? old.st_mode & kPermissions : mode_of_new_files();
  if (chmod(temporary_.c_str(), mode) != 0 || rename(temporary_.c_str(), path_.c_str()) != 0)
    return Fault{path_, "", "a file that can be written", system_reason()};
  temporary_.clear();
  return {};
}

Result<void> write_file_whole(const std::string& path, std::string_view bytes) {
  Result<NewFile> file = NewFile::write(path, bytes);
  if (!file.ok()) return file.fault();
  return file.value().put_in_place();
}

NoMemoryDump::NoMemoryDump() : dumpable_(prctl(PR_GET_DUMPABLE)) {
  rlimit limit = {};
  getrlimit(RLIMIT_CORE, &limit);
  core_limit_ = limit.rlim_cur;
  limit.rlim_cur = 0;
  setrlimit(RLIMIT_CORE, &limit);
  // A core_pattern that names a program is not bound by the limit.
  prctl(PR_SET_DUMPABLE, 0);
}

NoMemoryDump::~NoMemoryDump() {
  rlimit limit = {};
  getrlimit(RLIMIT_CORE, &limit);
  limit.rlim_cur = core_limit_;
  setrlimit(RLIMIT_CORE, &limit);
  prctl(PR_SET_DUMPABLE, dumpable_);
}

bool is_inner_path(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.find('\0') != std::string_view::npos)
    return false;
  for (std::string_view part : split(path, '/')) {
    if (part == "..") return false;
  }
  return true;
}

bool is_folder(const std::string& path) {
  struct stat info = {};
  return stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

bool exists(const std::string& path) {
  struct stat info = {};
  return lstat(path.c_str(), &info) == 0;
}

std::string program_folder() {
  std::array<char, 4096> path;
  const ssize_t n = readlink("/proc/self/exe", path.data(), path.size());
  if (n <= 0) return ".";
  const std::string_view full(path.data(), static_cast<std::size_t>(n));
  return std::string(full.substr(0, full.rfind('/')));
}

namespace {

std::string parent_of(const std::string& folder) {
  return folder.substr(0, folder.find_last_of('/'));
}

}  // namespace

std::string find_folder(std::string_view name) {
  std::string beside = program_folder() + "/" + std::string(name);
  if (is_folder(beside)) return beside;
  // The program lies in build/<preset>/ of the project.
  const std::string build = parent_of(program_folder());
  std::string project = parent_of(build) + "/" + std::string(name);
  if (is_folder(project)) return project;
  return TABLERO_SOURCE_DIR "/" + std::string(name);
}

}  // namespace tablero
