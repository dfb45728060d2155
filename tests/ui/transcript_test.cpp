#include "app/transcript.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "ui/driver.h"
#include "views/tabs.h"

namespace tablero::test {
namespace {
TEST(Transcript, Stats) {
  Driver d("lang=es&view=fuentes");
  d.settle();
  d.app->on_read();
  const Transcript* t = d.app->transcript();
  std::set<std::uint32_t> has;
  for (auto& p : t->texts()) has.insert(p.node);
  int k = 0;
  float ymin = 1e9f, ymax = 0;
  for (auto& n : t->semantics().nodes()) if (n.role == 7 && !has.contains(n.id)) { ymin = std::min(ymin, n.y); ymax = std::max(ymax, n.y); if (k++ < 5) std::printf("%.1f %.1f %.1f %.1f %s %x\n", double(n.x), double(n.y), double(n.w), double(n.h), std::string(t->semantics().name(n)).c_str(), n.state); }
  std::printf("%f %f\n", double(ymin), double(ymax));
  k = 0;
  for (auto& p : t->texts()) if (p.drawn.text.find("ODESIA") != std::string_view::npos) std::printf("%.1f %.1f %s %u\n", double(p.drawn.x), double(p.drawn.y), std::string(p.drawn.text).c_str(), p.node);
}
}  // namespace
}  // namespace tablero::test
