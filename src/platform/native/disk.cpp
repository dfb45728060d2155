#include "platform/native/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

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
  bool finish() { return close(std::exchange(fd_, -1)) == 0; }

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

FetchResult read_file(const std::string& path, std::size_t max_bytes) {
  File file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file)
    return failed(errno == ENOENT ? 404 : 0, errno == ENOENT ? "no such file" : system_reason());
  struct stat info = {};
  if (fstat(file.fd(), &info) != 0) return failed(0, system_reason());
  if (!S_ISREG(info.st_mode)) return failed(0, "not a file");
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

Result<void> write_file_whole(const std::string& path, std::string_view bytes) {
  const std::string part = path + ".part" + std::to_string(getpid());
  const auto fault = [&](const std::string& reason) {
    unlink(part.c_str());
    return Fault{path, "", "a file that can be written", reason};
  };
  File file(open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (!file) return fault(system_reason());
  if (!write_all(file.fd(), bytes) || !file.finish()) return fault(system_reason());
  if (rename(part.c_str(), path.c_str()) != 0) return fault(system_reason());
  return {};
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
