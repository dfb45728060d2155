#include "app/transcript.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <map>
#include <set>

#include "ui/driver.h"
#include "views/tabs.h"

namespace tablero::test {
namespace {
TEST(Transcript, Stats) {
  for (const std::string_view name : kTabNames) {
    Driver d("lang=es&view=" + std::string(name));
    d.settle();
    for (int i = 0; i < 2; ++i) {
    const auto start = std::chrono::steady_clock::now();
    d.app->on_query("lang=es&view=" + std::string(name));
    d.settle();
    const auto mid = std::chrono::steady_clock::now();
    d.app->on_read();
    const auto end = std::chrono::steady_clock::now();
    const Transcript* t = d.app->transcript();
    float bottom = 0;
    for (auto& n : t->semantics().nodes()) bottom = std::max(bottom, n.y + n.h);
    std::printf("%s %d: %zu nodes %zu texts, %.0f px, read %.1f ms\n", std::string(name).c_str(), i, t->semantics().nodes().size(), t->texts().size(), double(bottom), std::chrono::duration<double>(end - mid).count() * 1e3);
    (void)start;
    }
  }
}
}  // namespace
}  // namespace tablero::test
