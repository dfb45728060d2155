// The shader sources that the build embeds in the web module. The native program reads them from
// disk instead.
#pragma once

#include <string_view>

namespace tablero {

// The text of shaders/`file_name` ("land.vert"), or empty if there is no such file. Valid for the
// life of the program. Only defined in the web build.
std::string_view embedded_shader(std::string_view file_name);

}  // namespace tablero
