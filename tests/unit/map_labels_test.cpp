// Labels never overlap, keep their place, and the more important one wins.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "base/list.h"
#include "map/labels.h"

namespace tablero {
namespace {

List<LabelCandidate> random_labels(int n, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> unit(0, 1);
  List<LabelCandidate> list;
  for (int i = 0; i < n; ++i) {
    LabelCandidate c;
    c.id = static_cast<std::uint32_t>(i + 1);
    c.anchor = {unit(random), 0.2 + 0.5 * unit(random)};
    c.width = static_cast<float>(30 + 70 * unit(random));
    c.height = 16;
    c.offset = i % 3 == 0 ? 0.0f : 6.0f;
    c.priority = unit(random);
    list.push_back(c);
  }
  return list;
}

bool overlap(const LabelRect& a, const LabelRect& b) {
  return a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0;
}

TEST(Labels, NeverOverlapEachOtherOrObstaclesWhilePanningAndZooming) {
  const auto candidates = random_labels(300, 61);
  const List<LabelRect> obstacles = {{600, 20, 780, 120}, {10, 400, 200, 480}};
  LabelPlacer placer;
  Camera camera;
  for (int frame = 0; frame < 300; ++frame) {
    camera.pan_by(3.3, frame % 2 == 0 ? 1.1 : -0.7);
    camera.zoom_about({400, 250}, 0.01, false);
    bool moving = false;
    const auto placed = placer.place(candidates, camera, obstacles, 0.016, false, &moving);
    ASSERT_FALSE(placed.empty());
    for (std::size_t i = 0; i < placed.size(); ++i) {
      const LabelRect& r = placed[i].rect;
      EXPECT_TRUE(r.x0 >= 0 && r.y0 >= 0 && r.x1 <= 800 && r.y1 <= 500) << "not cut off";
      for (std::size_t k = 0; k < i; ++k) ASSERT_FALSE(overlap(r, placed[k].rect));
      for (const LabelRect& o : obstacles) ASSERT_FALSE(overlap(r, o));
    }
  }
}

TEST(Labels, StayWhilePanning) {
  const auto candidates = random_labels(200, 62);
  LabelPlacer placer;
  Camera camera;
  camera.jump_to({0, 20}, 3);
  std::map<std::uint32_t, ScreenPoint> before;
  bool moving = false;
  int kept = 0, lost = 0;
  for (int frame = 0; frame < 60; ++frame) {
    camera.pan_by(2, 1);
    std::map<std::uint32_t, ScreenPoint> now;
    for (const PlacedLabel& p : placer.place(candidates, camera, {}, 0.016, true, &moving)) {
      const ScreenPoint anchor = camera.to_screen(candidates[p.index].anchor);
      now[p.id] = {p.rect.x0 - anchor.x, p.rect.y0 - anchor.y};
    }
    for (const auto& [id, offset] : before) {
      const ScreenPoint anchor = camera.to_screen(candidates[id - 1].anchor);
      const bool inner = anchor.x > 130 && anchor.x < 670 && anchor.y > 60 && anchor.y < 440;
      if (!inner) continue;
      if (now.count(id) == 0) {
        ++lost;
        continue;
      }
      ++kept;
      EXPECT_NEAR(now[id].x, offset.x, 1.01) << "the same side of its mark, to the pixel";
      EXPECT_NEAR(now[id].y, offset.y, 1.01);
    }
    before = std::move(now);
  }
  EXPECT_GT(kept, 500);
  EXPECT_LT(lost, kept / 100) << "only what newcomers at the rim push out";
}

TEST(Labels, TheImportantOneWins) {
  List<LabelCandidate> two(2);
  two[0] = {1, {0.5, 0.45}, 80, 16, 0, 1, 0, 0};
  two[1] = {2, {0.505, 0.45}, 80, 16, 0, 5, 0, 0};
  LabelPlacer placer;
  bool moving = false;
  const auto placed = placer.place(two, Camera(), {}, 1, false, &moving);
  ASSERT_EQ(placed.size(), 1u);
  EXPECT_EQ(placed[0].id, 2u);
}

TEST(Labels, RespectZoomAndRoom) {
  List<LabelCandidate> list(2);
  list[0] = {1, {0.5, 0.45}, 80, 16, 0, 1, 4, 0};     // from zoom 4 on
  list[1] = {2, {0.3, 0.45}, 80, 16, 0, 1, 0, 0.05};  // a country 5 % of the world wide
  LabelPlacer placer;
  Camera camera;
  bool moving = false;
  EXPECT_EQ(placer.place(list, camera, {}, 1, false, &moving).size(), 0u) << "0.05 * 800 < 80";
  camera.jump_to({-36, 16}, 3);
  const auto placed = placer.place(list, camera, {}, 1, false, &moving);
  ASSERT_EQ(placed.size(), 1u);
  EXPECT_EQ(placed[0].id, 2u);
}

TEST(Labels, FadeInAndComeToRest) {
  List<LabelCandidate> one(1);
  one[0] = {1, {0.5, 0.45}, 80, 16, 0, 1, 0, 0};
  LabelPlacer placer;
  bool moving = false;
  EXPECT_LT(placer.place(one, Camera(), {}, 0.05, false, &moving)[0].alpha, 1);
  EXPECT_TRUE(moving);
  for (int i = 0; i < 4; ++i) placer.place(one, Camera(), {}, 0.05, false, &moving);
  EXPECT_FALSE(moving);
  placer.clear();
  EXPECT_EQ(placer.place(one, Camera(), {}, 0, true, &moving)[0].alpha, 1) << "reduced motion";
}

}  // namespace
}  // namespace tablero
