# The WebAssembly body: tablero.wasm alone. The compiler contributes no JavaScript; the imports of the module are
# OpenGL ES and the functions of src/platform/web/host.h, both served by the runtime in web/.
set(platform_dir "${PROJECT_SOURCE_DIR}/src/platform/web")
file(GLOB web_sources CONFIGURE_DEPENDS ${platform_dir}/*.cpp)
if(NOT web_sources)
  message(STATUS "No sources in src/platform/web: no web program")
  return()
endif()

# The shaders become part of the module; src/gpu/embedded_shader.h looks them up.
file(GLOB shader_sources CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/shaders/*.vert ${PROJECT_SOURCE_DIR}/shaders/*.frag ${PROJECT_SOURCE_DIR}/shaders/*.glsl)
set(embedded "${CMAKE_BINARY_DIR}/embedded_shaders.cpp")
add_custom_command(OUTPUT ${embedded}
  COMMAND ${CMAKE_COMMAND} "-DOUT=${embedded}" "-DSHADERS=${shader_sources}" -P ${CMAKE_CURRENT_LIST_DIR}/embed_shaders.cmake
  DEPENDS ${shader_sources} ${CMAKE_CURRENT_LIST_DIR}/embed_shaders.cmake
  COMMENT "Embedding shaders" VERBATIM)

# Definitions of C functions stand outside of link-time optimisation, which may bring calls of them back after it.
set(libc_sources ${platform_dir}/libc.cpp ${platform_dir}/libc_format.cpp)
set_source_files_properties(${libc_sources} PROPERTIES COMPILE_OPTIONS "-fno-lto;-fno-builtin")
# What the runtime needs further: `web_link_options`.
set(web_link_options)
include(${platform_dir}/link_options.cmake OPTIONAL)

# web_module(NAME FOLDER): the executable NAME becomes FOLDER/NAME.wasm, made as the shipped one.
# 16 MB hold everything of a first view; the stack is far from what the deepest view takes.
function(web_module name folder)
  target_link_libraries(${name} PRIVATE tablero_core)
  set_target_properties(${name} PROPERTIES SUFFIX .wasm RUNTIME_OUTPUT_DIRECTORY "${folder}")
  target_link_options(${name} PRIVATE
    -Oz -fno-exceptions -fno-rtti --no-entry
    -sMALLOC=emmalloc -sFILESYSTEM=0 -sASSERTIONS=0 -sSUPPORT_LONGJMP=0 -sDISABLE_EXCEPTION_THROWING=1
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=16777216 -sTOTAL_STACK=262144
    # One more round of the optimizer over control flow taken apart and built anew: 1 % less.
    "-sBINARYEN_EXTRA_PASSES=--flatten,--rereloop,-Oz,-Oz"
    ${web_link_options})
  set_property(TARGET ${name} APPEND PROPERTY LINK_DEPENDS "${platform_dir}/library.js")
endfunction()

add_executable(tablero ${web_sources} ${embedded})
web_module(tablero "${TABLERO_WEB_DIR}")

# tablero_web_bench(NAME SOURCE): a module that ./dev bench runs in a browser (tests/bench/web); never shipped. It
# has the imports and the flags of the shipped one; its exports are the functions that SOURCE marks EMSCRIPTEN_KEEPALIVE.
set(bench_dir "${PROJECT_SOURCE_DIR}/tests/bench/web")
function(tablero_web_bench name source)
  if(NOT EXISTS "${bench_dir}/${source}")
    return()
  endif()
  add_executable(${name} EXCLUDE_FROM_ALL ${bench_dir}/${source} ${bench_dir}/memory.cpp ${libc_sources} ${embedded})
  web_module(${name} "${CMAKE_BINARY_DIR}/bench")
endfunction()
tablero_web_bench(map_web_bench map_bench.cpp)
tablero_web_bench(query_web_bench query_bench.cpp)
