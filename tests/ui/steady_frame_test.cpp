// Criterion 20: a steady frame allocates nothing and costs little.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <new>

#include "ui/driver.h"

namespace {
long long g_allocations = 0;
}

void* operator new(std::size_t size) {
  ++g_allocations;
  void* p = std::malloc(size == 0 ? 1 : size);
  if (p == nullptr) std::abort();
  return p;
}
// std::stable_sort asks for its buffer this way.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++g_allocations;
  return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* p, const std::nothrow_t&) noexcept { std::free(p); }
void operator delete(void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }

namespace tablero::test {
namespace {

class SteadyFrame : public ::testing::TestWithParam<const char*> {};

TEST_P(SteadyFrame, AllocatesNothing) {
  Driver d(std::string("theme=light&view=") + GetParam(), 1280, 800);
  d.move(640, 5);
  d.move(641, 5);
  PointerEvent event;
  event.x = 640;
  event.y = 6;
  for (int i = 0; i < 5; ++i) {
    event.x += 1;
    d.move(event.x, event.y);
  }
  const long long before = g_allocations;
  event.x += 1;
  d.app->on_pointer(event);
  d.platform.time += 1.0 / 60;
  ASSERT_TRUE(d.app->frame());
  EXPECT_EQ(g_allocations - before, 0);
}

INSTANTIATE_TEST_SUITE_P(Tabs, SteadyFrame,
                         ::testing::Values("panorama", "mapa", "leaderboard",
                                           "leaderboard&panel=compare&models=google/gemma-2-9b-it,"
                                           "Qwen/Qwen2.5-7B",
                                           "leaderboard&panel=size", "leaderboard&panel=tasks",
                                           "leaderboard&board=euroeval-es",
                                           "leaderboard&filter=type:pretrained", "proyectos",
                                           "contribuciones", "charlas", "fuentes"));

}  // namespace
}  // namespace tablero::test
