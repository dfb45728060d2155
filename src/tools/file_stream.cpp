#include "tools/file_stream.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "platform/native/disk.h"

namespace tablero {
namespace {

constexpr std::size_t kBlock = 1u << 16;

}  // namespace

Result<FileStream> FileStream::open(const std::string& path) {
  if (path == "-") return FileStream(stdin, 0);
  const Result<int> opened = open_regular_file(path);
  if (!opened.ok()) return opened.fault();
  struct stat info = {};
  std::FILE* file = fdopen(opened.value(), "rb");
  if (file == nullptr || fstat(opened.value(), &info) != 0)
    return Fault{path, "", "a file that can be read", std::strerror(errno)};
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
