// Invariants of the camera: places stay under fingers, flights arrive, limits hold, a still camera
// requests no frames.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <random>

#include "map/camera.h"

namespace tablero {
namespace {

void settle(Camera* camera) {
  for (int i = 0; i < 1000 && camera->update(1 / 60.0); ++i) {
  }
}

TEST(Camera, ScreenAndPlacesAreInverse) {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> lon(-180, 180), lat(-70, 70), zoom(2, 12), unit(0, 1);
  for (int i = 0; i < 2000; ++i) {
    Camera camera;
    camera.set_viewport(300 + 900 * unit(random), 200 + 600 * unit(random));
    camera.jump_to({lon(random), lat(random)}, zoom(random));
    const ScreenPoint s{unit(random) * camera.width(), unit(random) * camera.height()};
    const auto place = camera.lon_lat_at(s);
    if (!place) continue;
    const ScreenPoint back = camera.to_screen(*place);
    const double world = camera.world_size();
    // The nearest copy may be the neighboring one when more than a world is in sight.
    EXPECT_NEAR(std::remainder(back.x - s.x, world), 0, 1e-6);
    EXPECT_NEAR(back.y, s.y, 1e-6);
  }
}

TEST(Camera, ZoomingKeepsThePlaceUnderTheCursor) {
  std::mt19937 random(12);
  std::uniform_real_distribution<double> unit(0, 1), step(-2, 2);
  for (int i = 0; i < 500; ++i) {
    Camera camera;
    camera.set_viewport(1000, 700);
    camera.jump_to({unit(random) * 360 - 180, unit(random) * 40 - 20}, 6);
    const ScreenPoint s{unit(random) * 1000, unit(random) * 700};
    const LonLat before = *camera.lon_lat_at(s);
    const bool smooth = i % 2 == 0;
    camera.zoom_about(s, step(random), smooth);
    for (int frame = 0; frame < 60; ++frame) {
      const ScreenPoint now = camera.to_screen(before);
      EXPECT_NEAR(now.x, s.x, 1e-3);
      EXPECT_NEAR(now.y, s.y, 1e-3);
      if (!camera.update(1 / 60.0)) break;
    }
  }
}

TEST(Camera, SmoothZoomArrivesInGoodTimeAndAddsUp) {
  Camera camera;
  camera.jump_to({10, 20}, 4);
  camera.zoom_about({100, 100}, 0.5, true);
  camera.update(1 / 60.0);
  camera.zoom_about({100, 100}, 0.5, true);
  double time = 1 / 60.0;
  while (camera.update(1 / 60.0)) time += 1 / 60.0;
  EXPECT_NEAR(camera.zoom(), 5, 1e-9);
  EXPECT_LT(time, 0.4);
}

TEST(Camera, DraggingKeepsThePlaceUnderThePointer) {
  Camera camera;
  camera.jump_to({-60, 10}, 5);
  const LonLat held = *camera.lon_lat_at({300, 200});
  camera.drag_begin({300, 200}, 0);
  camera.drag_to({350, 260}, 0.016);
  camera.drag_to({420, 180}, 0.032);
  EXPECT_NEAR(camera.to_screen(held).x, 420, 1e-6);
  EXPECT_NEAR(camera.to_screen(held).y, 180, 1e-6);
}

TEST(Camera, ReleaseGlidesOnAndComesToRest) {
  Camera camera;
  camera.jump_to({0, 0}, 6);
  camera.drag_begin({300, 200}, 0);
  for (int i = 1; i <= 5; ++i) camera.drag_to({300.0 + 10 * i, 200}, i * 0.016);
  const double released = camera.center().lon;
  camera.drag_end(0.08);
  EXPECT_TRUE(camera.moving());
  settle(&camera);
  EXPECT_FALSE(camera.moving());
  EXPECT_LT(camera.center().lon, released)
      << "content went right, so the center goes on to the west";

  // Held still before the release: no glide.
  camera.drag_begin({300, 200}, 1);
  camera.drag_to({340, 200}, 1.016);
  camera.drag_end(1.4);
  EXPECT_FALSE(camera.moving());
}

TEST(Camera, GlideDoesNotDependOnTheFrameRate) {
  double end[2];
  for (const int k : {0, 1}) {
    Camera camera;
    camera.jump_to({0, 0}, 6);
    camera.drag_begin({300, 200}, 0);
    camera.drag_to({330, 200}, 0.03);
    camera.drag_end(0.03);
    const double dt = k == 0 ? 1 / 30.0 : 1 / 144.0;
    while (camera.update(dt)) {
    }
    end[k] = camera.center().lon;
  }
  EXPECT_NEAR(end[0], end[1], 0.05);
}

TEST(Camera, PinchKeepsThePlaceUnderTheMidpoint) {
  Camera camera;
  camera.jump_to({20, 30}, 5);
  const LonLat held = *camera.lon_lat_at({250, 300});
  camera.pinch({250, 300}, {270, 280}, 1.7);
  EXPECT_NEAR(camera.to_screen(held).x, 270, 1e-6);
  EXPECT_NEAR(camera.to_screen(held).y, 280, 1e-6);
  EXPECT_NEAR(camera.zoom(), 5 + std::log2(1.7), 1e-12);
  const double zoom = camera.zoom();
  camera.pinch({250, 300}, {270, 280}, 0);
  camera.pinch({250, 300}, {270, 280}, std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(camera.zoom(), zoom);
}

TEST(Camera, FlightsArriveWithinTheirTime) {
  Camera camera;
  camera.jump_to({-58.4, -34.6}, 9);
  camera.fly_to({-3.7, 40.4}, 10);
  double time = 0, lowest = 99;
  while (camera.update(1 / 60.0)) {
    time += 1 / 60.0;
    lowest = std::min(lowest, camera.zoom());
    ASSERT_LT(time, 3);
  }
  EXPECT_NEAR(camera.center().lon, -3.7, 1e-9);
  EXPECT_NEAR(camera.center().lat, 40.4, 1e-9);
  EXPECT_NEAR(camera.zoom(), 10, 1e-9);
  EXPECT_LT(lowest, 5) << "over an ocean it has to zoom out";
  camera.fly_to({-3.7, 40.4}, 10);
  EXPECT_FALSE(camera.moving()) << "nowhere to go";
}

TEST(Camera, ReducedMotionNeverMoves) {
  Camera camera;
  camera.set_reduced_motion(true);
  camera.fly_to({30, 40}, 7);
  EXPECT_FALSE(camera.moving());
  EXPECT_NEAR(camera.center().lon, 30, 1e-9);
  camera.zoom_about({400, 250}, 1, true);
  EXPECT_FALSE(camera.moving());
  EXPECT_NEAR(camera.zoom(), 8, 1e-12);
  camera.drag_begin({0, 0}, 0);
  camera.drag_to({50, 0}, 0.01);
  camera.drag_end(0.01);
  EXPECT_FALSE(camera.moving());
}

TEST(Camera, LimitsHoldWhateverIsAsked) {
  std::mt19937 random(13);
  std::uniform_real_distribution<double> any(-3000, 3000);
  for (const auto& size :
       {std::pair(800.0, 500.0), std::pair(390.0, 640.0), std::pair(200.0, 3000.0)}) {
    Camera camera;
    camera.set_viewport(size.first, size.second);
    for (int i = 0; i < 500; ++i) {
      camera.pan_by(any(random), any(random));
      camera.zoom_about({any(random), any(random)}, any(random) / 1000, false);
      EXPECT_GE(camera.zoom(), camera.min_zoom() - 1e-12);
      EXPECT_LE(camera.zoom(), kMaxZoom);
      EXPECT_GE(camera.world_center().x, 0);
      EXPECT_LT(camera.world_center().x, 1);
      if (camera.world_size() >= camera.height()) {
        EXPECT_GE(camera.world_at({0, 0}).y, -1e-9) << "nothing above the world's edge";
        EXPECT_LE(camera.world_at({0, camera.height()}).y, 1 + 1e-9);
      }
    }
  }
}

TEST(Camera, BadNumbersAreIgnored) {
  Camera camera;
  camera.jump_to({10, 20}, 5);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  camera.jump_to({nan, 0}, 4);
  camera.jump_to({0, 0}, nan);
  camera.jump_to({0, 99}, 4);
  camera.fly_to({0, 0}, std::numeric_limits<double>::infinity());
  camera.zoom_about({0, 0}, nan, true);
  camera.set_viewport(nan, 100);
  camera.set_viewport(0, 100);
  EXPECT_FALSE(camera.moving());
  EXPECT_NEAR(camera.center().lon, 10, 1e-9);
  EXPECT_EQ(camera.zoom(), 5);
  EXPECT_EQ(camera.width(), 800);
}

TEST(Camera, UntouchedItShowsTheWholeWorldAtEverySize) {
  Camera camera;
  for (const double width : {320.0, 800.0, 1900.0}) {
    camera.set_viewport(width, 600);
    EXPECT_GE(camera.world_at({0, 0}).x, -0.5);
    EXPECT_NEAR(camera.world_size(), std::max(width, std::min(width, 600.0)), 1e-6);
  }
  camera.jump_to({10, 10}, 6);
  camera.set_viewport(500, 500);
  EXPECT_NEAR(camera.center().lon, 10, 1e-9) << "once moved it keeps its place";
  EXPECT_EQ(camera.zoom(), 6);
}

TEST(Camera, CopiesCoverTheViewport) {
  for (const double lon : {-179.9, -90.0, 0.0, 133.0, 179.9}) {
    for (const double width : {400.0, 1500.0, 4000.0}) {
      Camera camera;
      camera.set_viewport(width, 300);
      camera.jump_to({lon, 0}, 1.3);
      EXPECT_LE(camera.first_copy(), std::floor(camera.world_at({0, 0}).x));
      EXPECT_GE(camera.last_copy(), std::floor(camera.world_at({width, 0}).x));
      EXPECT_LE(camera.last_copy() - camera.first_copy(), width / camera.world_size() + 2);
    }
  }
}

TEST(Camera, GlobeHidesItsFarSideAndMorphsBack) {
  Camera camera;
  camera.jump_to({-60, 0}, 2);
  camera.set_projection(MapProjection::kGlobe, true);
  EXPECT_TRUE(camera.moving());
  double time = 0;
  while (camera.update(1 / 60.0)) time += 1 / 60.0;
  EXPECT_NEAR(time, 0.6, 0.05);
  EXPECT_EQ(camera.morph(), 1);
  EXPECT_TRUE(camera.visible({-58, -34}));
  EXPECT_FALSE(camera.visible({120, 0})) << "the antipode";
  EXPECT_FALSE(camera.lon_lat_at({1, 1}).has_value()) << "off the disc";
  const auto middle = camera.lon_lat_at({400, 250});
  ASSERT_TRUE(middle.has_value());
  EXPECT_NEAR(middle->lon, -60, 1e-6);
  const double radius = camera.globe_radius();
  camera.pan_by(40, 60);
  EXPECT_NEAR(camera.globe_radius(), radius, 1e-6) << "turning does not resize the globe";
  EXPECT_GT(camera.center().lat, 5);
  camera.set_reduced_motion(true);
  camera.fly_home();
  EXPECT_NEAR(camera.globe_radius(), 0.44 * 500, 1e-6) << "the whole globe fits the shorter side";
  camera.jump_to({-60, 0}, 7);
  EXPECT_EQ(camera.morph(), 0) << "close views are flat";
  camera.set_projection(MapProjection::kMercator, false);
  camera.jump_to({-60, 0}, 2);
  EXPECT_EQ(camera.morph(), 0);
}

TEST(Camera, TheWholeGlobeKeepsClearOfWhatCoversTheMap) {
  for (const auto& [width, height, covered] :
       {std::array{980.0, 696.0, 72.0}, std::array{390.0, 640.0, 150.0}}) {
    Camera camera;
    camera.set_viewport(width, height);
    camera.set_projection(MapProjection::kGlobe, false);
    camera.set_covered(covered);
    for (const double lat : {22.0, -35.0, 0.0}) {
      camera.jump_to({10, lat}, camera.home_zoom(lat));
      const double radius = camera.globe_radius();
      EXPECT_LE(height / 2 + radius, height - covered);
      EXPECT_LE(2 * radius, width);
      EXPECT_GE(2 * radius, 0.8 * std::min(width, height - 2 * covered)) << "but not a small one";
      EXPECT_TRUE(camera.on_near_side({10, lat + 60}, 0.25));
      EXPECT_FALSE(camera.on_near_side({10, lat > 0 ? lat - 80 : lat + 80}, 0.25))
          << "cos 80 is 0.17";
    }
  }
}

TEST(Camera, NothingBeyondTheSouthernEndIsShownUnlessControlsCoverIt) {
  constexpr double kEnd = 0.7;
  std::mt19937 random(21);
  std::uniform_real_distribution<double> unit(0, 1);
  for (int i = 0; i < 300; ++i) {
    Camera camera;
    camera.set_viewport(300 + 900 * unit(random), 300 + 500 * unit(random));
    const double covered = 150 * unit(random);
    camera.set_covered(covered);
    camera.set_south_end(kEnd);
    camera.jump_to({0, -80 + 160 * unit(random)}, 1 + 5 * unit(random));
    const double bottom = camera.world_at({0, camera.height() - covered}).y;
    const double top = camera.world_at({0, 0}).y;
    const bool fits = camera.world_size() * kEnd >= camera.height() - covered;
    if (fits) {
      EXPECT_LE(bottom, kEnd + 1e-9);
      EXPECT_GE(top, -1e-9);
    } else {
      EXPECT_LE(top, 1e-9) << "all of what there is stays in sight";
      EXPECT_GE(bottom, kEnd - 1e-9);
    }
  }
}

}  // namespace
}  // namespace tablero
