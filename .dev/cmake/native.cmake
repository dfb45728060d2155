# The desktop body, the data tool, and a folder of fonts and base map beside them.
set(platform_dir "${PROJECT_SOURCE_DIR}/src/platform/native")
find_package(glfw3 3.3 QUIET)
find_package(OpenGL QUIET COMPONENTS OpenGL EGL)
find_package(PNG QUIET)

file(CREATE_LINK "${TABLERO_ASSET_DIR}" "${CMAKE_BINARY_DIR}/assets" SYMBOLIC)

# Everything of the desktop body but main(), for the programs that draw without a window.
file(GLOB native_sources CONFIGURE_DEPENDS ${platform_dir}/*.cpp)
list(FILTER native_sources EXCLUDE REGEX "/main\\.cpp$")
set(can_draw OFF)
if(glfw3_FOUND AND TARGET OpenGL::EGL AND PNG_FOUND AND native_sources)
  set(can_draw ON)
  add_library(tablero_native STATIC ${native_sources})
  target_link_libraries(tablero_native PUBLIC tablero_core glfw OpenGL::OpenGL OpenGL::EGL PNG::PNG)
  target_compile_definitions(tablero_native PRIVATE
    TABLERO_SOURCE_DIR="${PROJECT_SOURCE_DIR}" TABLERO_VERSION="${PROJECT_VERSION}")
elseif(NOT native_sources)
  message(STATUS "No sources in src/platform/native: no desktop program")
else()
  message(STATUS "glfw3, EGL or libpng is missing: no desktop program")
endif()

if(can_draw AND EXISTS "${platform_dir}/main.cpp" AND EXISTS "${PROJECT_SOURCE_DIR}/src/app/app.h")
  add_executable(tablero ${platform_dir}/main.cpp)
  target_link_libraries(tablero PRIVATE tablero_native)
endif()

file(GLOB tool_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/tools/*.cpp)
list(FILTER tool_sources EXCLUDE REGEX "/subset_font[a-z_]*\\.cpp$")
if(tool_sources)
  add_executable(tablero-data ${tool_sources})
  target_link_libraries(tablero-data PRIVATE tablero_core)
  target_compile_definitions(tablero-data PRIVATE TABLERO_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  if(can_draw)
    target_link_libraries(tablero-data PRIVATE tablero_native)
  endif()
endif()
