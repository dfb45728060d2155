# cmake -DOUT=FILE.cpp -DSHADERS=LIST -P embed_shaders.cmake: writes the texts of the shaders as C++. Comments and
# indentation stay behind; lines keep their numbers, because a compiler's message names them.
set(code "// Made by embed_shaders.cmake from shaders/.\n#include \"platform/web/embedded_shader.h\"\n\nnamespace tablero {\n\n")
string(APPEND code "std::string_view embedded_shader(std::string_view file_name) {\n")
foreach(shader IN LISTS SHADERS)
  get_filename_component(name "${shader}" NAME)
  file(READ "${shader}" text)
  string(REGEX REPLACE "[ \t]*//[^\n]*" "" text "${text}")
  string(REGEX REPLACE "\n[ \t]+" "\n" text "${text}")
  string(APPEND code "  if (file_name == \"${name}\") return R\"glsl(${text})glsl\";\n")
endforeach()
string(APPEND code "  (void)file_name;\n  return {};\n}\n\n}  // namespace tablero\n")
file(WRITE "${OUT}.part" "${code}")
file(RENAME "${OUT}.part" "${OUT}")
