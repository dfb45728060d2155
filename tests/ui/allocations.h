// Counts what is asked of the heap: by operator new, malloc, calloc and realloc alike.
#pragma once

namespace tablero::test {

// How often since the start of the program, on all threads.
long long allocations();

}  // namespace tablero::test
