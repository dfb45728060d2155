// A file read in chunks, for inputs of any size.
#pragma once

#include <cstdio>
#include <memory>
#include <string>

#include "base/result.h"

namespace tablero {

class FileStream {
 public:
  FileStream() = default;  // nothing to read
  // "-" is standard input. Fault: there is no such file, it cannot be read, or it is a folder, a
  // pipe or a device.
  static Result<FileStream> open(const std::string& path);

  // Appends the next bytes; false at the end, and after a read error (see failed()).
  bool read(std::string& out);
  // The file could not be read to its end.
  bool failed() const { return std::ferror(file_.get()) != 0; }
  // Size of the file in bytes, 0 when it is not known (a pipe).
  std::size_t size() const { return size_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const {
      if (file != stdin) std::fclose(file);
    }
  };
  FileStream(std::FILE* file, std::size_t size) : file_(file), size_(size) {}

  std::unique_ptr<std::FILE, Close> file_;
  std::size_t size_ = 0;
};

}  // namespace tablero
