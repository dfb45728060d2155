#include "tools/file_stream.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>

namespace tablero {
namespace {

constexpr std::size_t kBlock = 1u << 16;

}  // namespace

Result<FileStream> FileStream::open(const std::string& path) {
  if (path == "-") return FileStream(stdin, 0);
  struct stat info = {};
  if (stat(path.c_str(), &info) != 0) return Fault{path, "", "a file", std::strerror(errno)};
  if (S_ISDIR(info.st_mode)) return Fault{path, "", "a file", "a folder"};
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return Fault{path, "", "a file that can be read", std::strerror(errno)};
  return FileStream(file, static_cast<std::size_t>(info.st_size));
}

bool FileStream::read(std::string& out) {
  const std::size_t before = out.size();
  out.resize(before + kBlock);
  const std::size_t got = std::fread(out.data() + before, 1, kBlock, file_.get());
  out.resize(before + got);
  return got == kBlock;
}

}  // namespace tablero
