// The transcript of a tab against the frames that show it piece by piece while it is scrolled.
#include "app/transcript.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "ui/driver.h"
#include "views/tabs.h"

namespace tablero::test {
namespace {

struct Seen {
  std::string name, value;
  std::uint32_t role;
  float x, y, w;
  std::size_t order;
};

const SemanticsNode& panel_of(const Semantics& s) {
  for (const SemanticsNode& n : s.nodes()) {
    if (n.role == static_cast<std::uint32_t>(Role::kTabPanel)) return n;
  }
  ADD_FAILURE() << "no panel";
  return s.nodes().front();
}

// The nodes of the open tab in the present frame, placed from the top of its content.
std::map<std::uint32_t, Seen> seen(const Semantics& s) {
  std::map<std::uint32_t, Seen> all;
  const SemanticsNode& panel = panel_of(s);
  std::set<std::uint32_t> inside{panel.id};
  for (const SemanticsNode& n : s.nodes()) {
    if (!inside.contains(n.parent)) continue;
    inside.insert(n.id);
    all[n.id] = {std::string(s.name(n)),
                 std::string(s.value(n)),
                 n.role,
                 n.x,
                 n.y - panel.y + panel.scroll,
                 n.w,
                 all.size()};
  }
  return all;
}

// CSS pixels.
constexpr float kNear = 1;

// Whether it is a rectangle of its own, not one around those of its children in sight.
bool has_place(Role role) {
  return role != Role::kList && role != Role::kGroup && role != Role::kRow && role != Role::kTable;
}

class TranscriptOfTab : public testing::TestWithParam<std::string_view> {};

// All that the screen ever shows of a tab is in its transcript, in the same order, and nothing
// else.
TEST_P(TranscriptOfTab, HasWhatEachStepOfTheWheelShows) {
  for (const float width : {1280.0f, 390.0f}) {
    Driver d("lang=pt&view=" + std::string(GetParam()), width, 700);
    d.settle();
    // What is only loaded when it comes into view.
    for (float y = 0; y < 5000; y += 500) {
      d.app->on_scroll(y);
      d.settle();
    }
    d.app->on_scroll(0);
    d.settle();
    d.app->on_read();
    ASSERT_NE(d.app->transcript(), nullptr);
    const std::map<std::uint32_t, Seen> whole = seen(d.app->transcript()->semantics());
    std::set<std::uint32_t> shown;
    float before = -1;
    for (int step = 0; step < 400; ++step) {
      const Semantics& frame = d.app->semantics();
      const std::map<std::uint32_t, Seen> now = seen(frame);
      for (const auto& [id, node] : now) {
        shown.insert(id);
        const auto found = whole.find(id);
        ASSERT_NE(found, whole.end()) << node.name << " at " << node.y;
        EXPECT_EQ(found->second.name, node.name);
        EXPECT_EQ(found->second.value, node.value) << node.name;
        EXPECT_EQ(found->second.role, node.role) << node.name;
        if (!has_place(static_cast<Role>(node.role))) continue;
        EXPECT_NEAR(found->second.x, node.x, kNear) << node.name;
        EXPECT_NEAR(found->second.w, node.w, kNear) << node.name;
      }
      // In the same order. Heights of cards are rounded by where they lie when they are drawn, so
      // that places far down are not compared.
      std::map<std::size_t, std::size_t> orders;
      for (const auto& [id, node] : now) orders[node.order] = whole.at(id).order;
      std::size_t last = 0;
      for (const auto& [order, in_whole] : orders) {
        EXPECT_GE(in_whole, last);
        last = in_whole;
      }
      const float scroll = panel_of(frame).scroll;
      if (scroll == before || HasFailure()) break;
      before = scroll;
      d.app->on_scroll(scroll + 500);
      d.settle();
    }
    // A table in the tab scrolls by itself.
    if (tab_of(d.app->state().view).page != Page::kScrolls) continue;
    for (const auto& [id, node] : whole) {
      EXPECT_TRUE(shown.contains(id)) << node.name << " at " << node.y;
    }
  }
}

// Every text of it lies in a node of the page, and most are all that their node says.
TEST_P(TranscriptOfTab, HasEachTextInANode) {
  Driver d("lang=es&view=" + std::string(GetParam()));
  d.settle();
  d.app->on_read();
  const Transcript& transcript = *d.app->transcript();
  const Semantics& s = transcript.semantics();
  EXPECT_GT(transcript.texts().size(), 100u);
  int own = 0;
  for (const PlacedText& text : transcript.texts()) {
    const SemanticsNode* node = transcript.find(text.node);
    ASSERT_NE(node, nullptr) << text.drawn.text;
    EXPECT_GE(text.drawn.x + 1, node->x) << text.drawn.text;
    EXPECT_LE(text.drawn.y, node->y + node->h) << text.drawn.text;
    own += s.name(*node) == text.drawn.text ? 1 : 0;
  }
  if (tab_of(from_query("view=" + std::string(GetParam())).view).page == Page::kScrolls) {
    EXPECT_GT(own * 3, static_cast<int>(transcript.texts().size()));
  }
}

// What is read is as it was: the frame before and the one after it are the same.
TEST_P(TranscriptOfTab, ChangesNothingOfThePage) {
  Driver d("lang=es&view=" + std::string(GetParam()));
  d.settle();
  const auto told = [&] {
    std::string all;
    const Semantics& s = d.app->semantics();
    for (const SemanticsNode& n : s.nodes()) {
      all += std::to_string(n.id) + " " + std::to_string(n.hash) + " " + std::to_string(n.y) + "\n";
    }
    return all;
  };
  d.app->on_scroll(300);
  d.settle();
  const std::string before = told();
  const long long frames = d.app->frame_count();
  d.app->on_read();
  EXPECT_FALSE(d.app->frame()) << "reading asks for a frame";
  d.app->on_visible(true);
  d.settle();
  EXPECT_GT(d.app->frame_count(), frames);
  EXPECT_EQ(told(), before);
  EXPECT_EQ(d.platform.errors.size(), 0u);
}

INSTANTIATE_TEST_SUITE_P(Tabs, TranscriptOfTab, testing::ValuesIn(kTabNames));

// A node far below the window comes into view when it is pressed or gets the focus.
TEST(Transcript, WhatIsScrolledAwayCanBePressed) {
  Driver d("lang=es&view=proyectos");
  d.settle();
  d.app->on_read();
  const Transcript& transcript = *d.app->transcript();
  const SemanticsNode* last = nullptr;
  for (const SemanticsNode& n : transcript.semantics().nodes()) {
    if (n.role == static_cast<std::uint32_t>(Role::kLink)) last = &n;
  }
  ASSERT_NE(last, nullptr);
  ASSERT_GT(last->y, 2000);
  const std::string url(transcript.semantics().value(*last));
  const std::uint32_t id = last->id;
  d.app->on_activate(id);
  d.settle();
  ASSERT_EQ(d.platform.opened.size(), 1u);
  EXPECT_EQ(d.platform.opened.front(), url);
  bool in_view = false;
  for (const SemanticsNode& n : d.app->semantics().nodes()) {
    if (n.id == id) in_view = n.y > 0 && n.y < 800;
  }
  EXPECT_TRUE(in_view);
}

}  // namespace
}  // namespace tablero::test
