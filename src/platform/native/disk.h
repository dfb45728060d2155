// Files of the desktop program: where they lie, reading them with a limit, writing them whole.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "platform/platform.h"

namespace tablero {

// Reads at most MAX_BYTES of the file at PATH. A larger, missing or unreadable file is !ok with a
// reason; status is 200, 404, 413 or 0 as a server would say it.
FetchResult read_file(const std::string& path, std::size_t max_bytes);

// Writes BYTES so that PATH appears whole or not at all: into a file beside it that is then
// renamed. Value: true. Fault: what the system said.
Result<bool> write_file_whole(const std::string& path, std::string_view bytes);

// Whether PATH stays inside the folder it is joined to: relative, without "..".
bool is_inner_path(std::string_view path);

bool is_folder(const std::string& path);

// Folder of the running program, without a final slash; "." when the system does not tell.
std::string program_folder();

// The first folder that exists: beside the program, in the project the program lies in
// (build/native/tablero), in the project it was built from. Falls back to the last one.
std::string find_folder(std::string_view name);

}  // namespace tablero
