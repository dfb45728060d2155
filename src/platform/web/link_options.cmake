# A standalone module: Emscripten generates no JavaScript. Its imports are OpenGL ES and the functions of host.h, both
# provided by web/module.js; its exports are the functions marked EMSCRIPTEN_KEEPALIVE in src/bodies/web.cpp.
set(web_link_options -sSTANDALONE_WASM=1 "SHELL:--js-library ${CMAKE_CURRENT_LIST_DIR}/library.js")
