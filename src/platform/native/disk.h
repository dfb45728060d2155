// Files of the desktop program: where they lie, reading them with a limit, writing them whole.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "platform/platform.h"

namespace tablero {

// Reads at most `max_bytes` of the file at `path`. A larger, missing or unreadable file is !ok with
// a reason; status is 200, 404, 413 or 0, as an HTTP server would answer.
FetchResult read_file(const std::string& path, std::size_t max_bytes);

// Atomic write: into a temporary file beside `path`, which is then renamed. Fault: the error
// of the system.
Result<void> write_file_whole(const std::string& path, std::string_view bytes);

// Guards against path traversal: whether `path` stays inside the folder it is joined to (relative,
// without "..").
bool is_inner_path(std::string_view path);

bool is_folder(const std::string& path);

// Folder of the running program, without a final slash; "." when it cannot be determined.
std::string program_folder();

// The first folder that exists: beside the program, in the project the program lies in
// (build/native/tablero), in the project it was built from. Falls back to the last one.
std::string find_folder(std::string_view name);

}  // namespace tablero
