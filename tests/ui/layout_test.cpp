// In every tab, language, width and text size no label is clipped by the canvas and no two texts of
// the same parent lie on each other.
#include <gtest/gtest.h>

#include "base/list.h"
#include "ui/driver.h"
#include "ui/layout_checks.h"
#include "views/tabs.h"

namespace tablero::test {
namespace {

constexpr float kWidths[] = {320, 390, 768, 1280, 1920};
constexpr float kScales[] = {0.75f, 1, 1.5f, 2};

class Layout : public ::testing::TestWithParam<std::string_view> {};

TEST_P(Layout, NothingIsClippedOrOverlaps) {
  const std::string view(GetParam());
  // Tall enough for all of a tab's content, so that nothing hides below the fold.
  const Page page = tab_of(from_query("view=" + view).view).page;
  const float height = page == Page::kScrolls ? 9000.0f : 900.0f;
  int faults = 0;
  for (const std::string& lang : languages()) {
    for (const float scale : kScales) {
      Driver d("theme=light&view=" + view + "&lang=" + lang, 1280, 900);
      Environment environment;
      environment.reduced_motion = true;
      environment.text_scale = scale;
      d.app->on_environment(environment);
      for (const float width : kWidths) {
        d.app->on_viewport({width, height, static_cast<int>(width), static_cast<int>(height)});
        d.settle();
        const std::string where = view + " " + lang + " at " +
                                  std::to_string(static_cast<int>(width)) + " px, text " +
                                  std::to_string(scale);
        const std::string cut = clipped(d.app->semantics(), width);
        const std::string over = overlapping(d.app->semantics());
        EXPECT_EQ(cut, "") << where;
        EXPECT_EQ(over, "") << where;
        faults += cut.empty() && over.empty() ? 0 : 1;
        if (faults > 6) return;
      }
    }
  }
}

// The labels inside the map keep apart by themselves: tests/unit/map_labels_test.cpp.
INSTANTIATE_TEST_SUITE_P(Tabs, Layout, ::testing::ValuesIn(kTabNames));

}  // namespace
}  // namespace tablero::test
