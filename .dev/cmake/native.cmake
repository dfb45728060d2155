# The desktop body, the data tool, and a folder of fonts and base map beside them.
set(platform_dir "${PROJECT_SOURCE_DIR}/src/platform/native")
find_package(glfw3 3.3 QUIET)
find_package(OpenGL QUIET COMPONENTS OpenGL EGL)
find_package(PNG QUIET)

file(CREATE_LINK "${TABLERO_ASSET_DIR}" "${CMAKE_BINARY_DIR}/assets" SYMBOLIC)

# What the desktop program and the data tool share: for the programs that draw without a window.
file(GLOB native_sources CONFIGURE_DEPENDS ${platform_dir}/*.cpp)
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

if(can_draw)
  add_executable(tablero ${PROJECT_SOURCE_DIR}/src/bodies/native.cpp)
  target_link_libraries(tablero PRIVATE tablero_native)
endif()

# Reading registration files and evaluation results: no file system, tested by itself.
file(GLOB import_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/import/*.cpp)
add_library(tablero_import STATIC ${import_sources})
target_link_libraries(tablero_import PUBLIC tablero_core)
# Workbooks. Not libzip's own CMake file: it asks for the tools of the library, which are another package.
find_package(pugixml REQUIRED)
find_library(LIBZIP zip REQUIRED)
target_link_libraries(tablero_import PRIVATE pugixml::pugixml ${LIBZIP})
tablero_precompile(tablero_import)
tablero_fuzzed(${import_sources})

# The data tool. Its main() lies apart, so that tests can call the commands.
file(GLOB tool_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/tools/*.cpp)
list(FILTER tool_sources EXCLUDE REGEX "/tablero_data\\.cpp$")
if(NOT can_draw)
  list(FILTER tool_sources EXCLUDE REGEX "/render[a-z_]*\\.cpp$")
  list(APPEND tool_sources ${platform_dir}/disk.cpp)
endif()
add_library(tablero_tools STATIC ${tool_sources})
target_link_libraries(tablero_tools PUBLIC tablero_import)
tablero_precompile(tablero_tools)
target_compile_definitions(tablero_tools PRIVATE TABLERO_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
if(can_draw)
  target_link_libraries(tablero_tools PUBLIC tablero_native)
  target_compile_definitions(tablero_tools PRIVATE TABLERO_CAN_DRAW=1)
endif()
add_executable(tablero-data ${PROJECT_SOURCE_DIR}/src/tools/tablero_data.cpp)
target_link_libraries(tablero-data PRIVATE tablero_tools)
