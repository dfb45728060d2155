# Dear ImGui as a separate library: our warnings do not apply to it, and it is always optimized for size.
file(STRINGS "${imgui_SOURCE_DIR}/imgui.h" version_line REGEX "^#define IMGUI_VERSION +\"")
if(NOT version_line MATCHES "\"1\\.92\\.2b\"")
  message(FATAL_ERROR "Dear ImGui in ${imgui_SOURCE_DIR} is not 1.92.2b: ${version_line}")
endif()

add_library(imgui STATIC
  ${imgui_SOURCE_DIR}/imgui.cpp
  ${imgui_SOURCE_DIR}/imgui_draw.cpp
  ${imgui_SOURCE_DIR}/imgui_tables.cpp
  ${imgui_SOURCE_DIR}/imgui_widgets.cpp
  ${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR} ${imgui_SOURCE_DIR}/backends)
target_compile_definitions(imgui PUBLIC
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_DEFAULT_FONT IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
  "ImDrawIdx=unsigned int")
target_compile_options(imgui PRIVATE -fno-exceptions -fno-rtti)
if(EMSCRIPTEN)
  target_compile_definitions(imgui PUBLIC IMGUI_IMPL_OPENGL_ES3)
  target_compile_options(imgui PRIVATE -Oz -include ${PROJECT_SOURCE_DIR}/.dev/cmake/imgui_lean.h)
else()
  # No GL function loader is needed: libOpenGL (glvnd) exports every function, both with GLX and with display-less EGL.
  find_package(OpenGL REQUIRED COMPONENTS OpenGL)
  target_compile_definitions(imgui PUBLIC IMGUI_IMPL_OPENGL_LOADER_CUSTOM)
  target_compile_options(imgui PRIVATE -include ${PROJECT_SOURCE_DIR}/src/gpu/gl.h)
  target_link_libraries(imgui PUBLIC OpenGL::OpenGL)
endif()
