#include "ui/allocations.h"

#include <atomic>
#include <cstddef>

#if defined(__SANITIZE_ADDRESS__)
#define TABLERO_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TABLERO_ASAN 1
#endif
#endif

namespace {
std::atomic<long long> g_allocations = 0;
}

#ifdef TABLERO_ASAN
#include <sanitizer/allocator_interface.h>

namespace {
[[maybe_unused]] const int kInstalled = __sanitizer_install_malloc_and_free_hooks(
    [](const volatile void*, std::size_t) { ++g_allocations; }, [](const volatile void*) {});
}
#else
// glibc's own, behind the names that a program may define itself (its manual, "Replacing malloc").
extern "C" {
void* __libc_malloc(std::size_t size) noexcept;
void* __libc_calloc(std::size_t count, std::size_t size) noexcept;
void* __libc_realloc(void* p, std::size_t size) noexcept;
void* malloc(std::size_t size) noexcept {
  ++g_allocations;
  return __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) noexcept {
  ++g_allocations;
  return __libc_calloc(count, size);
}
void* realloc(void* p, std::size_t size) noexcept {
  ++g_allocations;
  return __libc_realloc(p, size);
}
}
#endif

namespace tablero::test {

long long allocations() { return g_allocations; }

}  // namespace tablero::test
