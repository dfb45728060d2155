# subset-font: makes the fonts of the product from the distribution's Inter. Run by ./dev, never shipped.
find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
  pkg_check_modules(HARFBUZZ QUIET IMPORTED_TARGET harfbuzz harfbuzz-subset)
endif()
if(HARFBUZZ_FOUND)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/tools/subset_font*.cpp)
  add_executable(subset-font ${sources} ${PROJECT_SOURCE_DIR}/src/base/list.cpp
    ${PROJECT_SOURCE_DIR}/src/base/result.cpp ${PROJECT_SOURCE_DIR}/src/base/text.cpp)
  target_link_libraries(subset-font PRIVATE tablero_flags PkgConfig::HARFBUZZ)
elseif(TABLERO_ONLY_TOOLS)
  message(FATAL_ERROR "subset-font needs pkg-config and libharfbuzz-dev")
endif()
