// The shader texts that the build puts into the web module. Natively they are read from disk
// instead.
#pragma once

#include <string_view>

namespace tablero {

// The text of shaders/FILE_NAME ("land.vert"), or empty if there is no such file. Valid for ever.
// Only defined in the web build.
std::string_view embedded_shader(std::string_view file_name);

}  // namespace tablero
