// Counts heap allocations by operator new, malloc, calloc and realloc.
#pragma once

namespace tablero::test {

// How often since the start of the program, on all threads.
long long allocations();

}  // namespace tablero::test
