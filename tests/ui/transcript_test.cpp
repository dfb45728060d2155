#include "app/transcript.h"

#include <gtest/gtest.h>

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
    d.app->on_read();
    const Transcript* t = d.app->transcript();
    ASSERT_NE(t, nullptr);
    std::map<std::uint32_t, std::string> joined;
    std::map<std::uint32_t, int> count;
    for (const PlacedText& p : t->texts()) {
      joined[p.node] += (joined[p.node].empty() ? "" : " ") + std::string(p.drawn.text);
      ++count[p.node];
    }
    std::map<int, std::map<std::string, int>> kinds;
    std::map<int, std::vector<std::string>> samples;
    for (const SemanticsNode& n : t->semantics().nodes()) {
      const std::string own = std::string(t->semantics().name(n));
      const std::string drawn = joined.contains(n.id) ? joined[n.id] : "";
      const char* kind = drawn.empty() ? "no text" : drawn == own ? (count[n.id] > 1 ? "same joined" : "same") : "other";
      ++kinds[static_cast<int>(n.role)][kind];
      if (std::string(kind) == "other" && samples[static_cast<int>(n.role)].size() < 4) samples[static_cast<int>(n.role)].push_back(own + "  <>  " + drawn);
    }
    std::printf("== %s: %zu nodes, %zu texts, none: %d\n", std::string(name).c_str(), t->semantics().nodes().size(), t->texts().size(), count[0]);
    for (const auto& [role, k] : kinds) {
      std::printf("  role %d:", role);
      for (const auto& [kind, n] : k) std::printf(" %s %d;", kind.c_str(), n);
      std::printf("\n");
      for (const std::string& s : samples[role]) std::printf("      %.150s\n", s.c_str());
    }
  }
}
}  // namespace
}  // namespace tablero::test
