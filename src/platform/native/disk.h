// Files of the desktop program: where they lie, reading them with a limit, writing them whole.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "platform/platform.h"

namespace tablero {

// Reads at most `max_bytes` of the file at `path`. A larger, missing or unreadable file is !ok with
// a reason; status is 200, 404, 413 or 0, as an HTTP server would answer. A folder, a pipe or a
// device is refused at once, without waiting for what it might say.
FetchResult read_file(const std::string& path, std::size_t max_bytes);

// Opens the regular file at `path` for reading; the caller closes the descriptor. Fault: there is
// none, it cannot be read, or it is something else.
Result<int> open_regular_file(const std::string& path);

// A file that is written beside its final place and then renamed (atomic write). It is created
// anew, under a name that nobody can guess and never through a link that waits there; until it is
// in place only its owner may read it.
class NewFile {
 public:
  NewFile() = default;
  NewFile(NewFile&& other) noexcept;
  NewFile& operator=(NewFile&& other) noexcept;
  // Removes what was not put into place.
  ~NewFile();

  // Writes `bytes` beside `path`. Fault: `path` is a folder, a pipe or a device, or the error of
  // the system.
  static Result<NewFile> write(const std::string& path, std::string_view bytes);

  // The same under the name `temporary`, which must be free and in the same file system.
  static Result<NewFile> write_as(const std::string& temporary, const std::string& path,
                                  std::string_view bytes);
  // A file that an earlier process wrote as `temporary` and did not put into place.
  static NewFile left_behind(std::string temporary, std::string path);

  // Renames it to its final place, with the mode of the file that it replaces, or that of any new
  // file. Fault: the error of the system.
  Result<void> put_in_place();

  // Leaves it where it is, for a later attempt.
  void keep() { temporary_.clear(); }

 private:
  std::string temporary_, path_;
};

// 16 hexadecimal digits that nobody can guess.
std::string random_digits();

// NewFile::write() and put_in_place().
Result<void> write_file_whole(const std::string& path, std::string_view bytes);

// While it lives, a crash of the process leaves no memory dump on disk, and other processes of the
// user cannot read its memory (Linux, prctl(2) PR_SET_DUMPABLE).
class NoMemoryDump {
 public:
  NoMemoryDump();
  ~NoMemoryDump();
  NoMemoryDump(const NoMemoryDump&) = delete;
  NoMemoryDump& operator=(const NoMemoryDump&) = delete;

 private:
  int dumpable_;
  unsigned long core_limit_;
};

// Guards against path traversal: whether `path` stays inside the folder it is joined to (relative,
// without "..").
bool is_inner_path(std::string_view path);

bool is_folder(const std::string& path);

// Whether anything has this name; a symbolic link counts, wherever it leads.
bool exists(const std::string& path);

// Folder of the running program, without a final slash; "." when it cannot be determined.
std::string program_folder();

// The first folder that exists: beside the program, in the project the program lies in
// (build/native/tablero), in the project it was built from. Falls back to the last one.
std::string find_folder(std::string_view name);

}  // namespace tablero
