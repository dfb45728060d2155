// What web/module.js and libc.cpp need of every module (as src/bodies/web.cpp in the
// shipped one), and how much memory is in use.
#include <emscripten.h>
#include <malloc.h>

#include <cstddef>
#include <cstdlib>

extern "C" {

EMSCRIPTEN_KEEPALIVE void* tb_alloc(std::size_t bytes) { return std::malloc(bytes); }
EMSCRIPTEN_KEEPALIVE void tb_free(void* pointer) { std::free(pointer); }

// Bytes handed out at present.
EMSCRIPTEN_KEEPALIVE double bench_bytes_used() { return static_cast<double>(mallinfo().uordblks); }

}  // extern "C"
