// The float arithmetic of shaders/project.glsl, step by step on the CPU, against long double: the
// error must be at most half a pixel at the closest zoom.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "map/camera.h"

namespace tablero {
namespace {

// Every intermediate is rounded to float, as a GPU does; volatile keeps the compiler from fusing.
float project_axis(float place, float center_high, float center_low, float copy, float world) {
  volatile float d = place - center_high;
  d = d + copy;
  d = d - center_low;
  volatile float px = d * world;
  return px;
}

TEST(ShaderPrecision, HalfAPixelAtTheClosestZoom) {
  std::mt19937 random(71);
  std::uniform_real_distribution<double> lon(-180, 180), lat(-80, 80), near(-1, 1);
  const long double pi = std::acos(-1.0L);
  double worst = 0;
  for (int i = 0; i < 200000; ++i) {
    const double pixel_ratio = 1 + i % 3;  // up to 3 device pixels per CSS pixel
    const LonLat center{lon(random), lat(random)};
    Camera camera;
    camera.set_viewport(1920, 1080);
    camera.jump_to(center, kMaxZoom);
    const WorldPoint middle = camera.world_center();
    // A place somewhere on the screen.
    const double world = camera.world_size() * pixel_ratio;
    const WorldPoint target{middle.x + near(random) * 960 / camera.world_size(),
                            middle.y + near(random) * 540 / camera.world_size()};
    const LonLat place = to_lon_lat(target);
    const double copy = target.x < 0 ? -1 : target.x >= 1 ? 1 : 0;

    // Oracle: long double all the way from degrees.
    const long double size = world;
    const auto oracle_y = [&](long double phi) {
      return -std::log(std::tan(pi / 4 + phi * pi / 360)) / (2 * pi);
    };
    const long double x =
        (place.lon / 360.0L + copy - (static_cast<long double>(middle.x) - 0.5L)) * size;
    const long double y =
        (oracle_y(place.lat) - (static_cast<long double>(middle.y) - 0.5L)) * size;

    // As uploaded and as drawn.
    const WorldPoint stored = to_world(place);
    const auto high_x = static_cast<float>(middle.x - 0.5),
               high_y = static_cast<float>(middle.y - 0.5);
    const auto low_x = static_cast<float>(middle.x - 0.5 - high_x),
               low_y = static_cast<float>(middle.y - 0.5 - high_y);
    const float px = project_axis(static_cast<float>(stored.x - 0.5), high_x, low_x,
                                  static_cast<float>(copy), static_cast<float>(world));
    const float py = project_axis(static_cast<float>(stored.y - 0.5), high_y, low_y, 0,
                                  static_cast<float>(world));
    worst = std::max(worst, std::hypot(static_cast<double>(px - x), static_cast<double>(py - y)));
  }
  EXPECT_LE(worst, 0.5);
  RecordProperty("worst_error_device_pixels", std::to_string(worst));
  std::printf("  worst error %.3f device pixels\n", worst);
}

TEST(ShaderPrecision, PanningByTinyStepsMovesEvenly) {
  // A step of a tenth of a pixel moves what is drawn by a tenth of a pixel, not in jumps of the
  // float grid.
  Camera camera;
  camera.jump_to({-3.7, 40.4}, kMaxZoom);
  const auto place = static_cast<float>(camera.world_center().x - 0.5 + 100 / camera.world_size());
  double before = 0;
  for (int i = 0; i < 200; ++i) {
    camera.pan_by(0.1, 0);
    const double x = camera.world_center().x - 0.5;
    const auto high = static_cast<float>(x), low = static_cast<float>(x - high);
    const double px = project_axis(place, high, low, 0, static_cast<float>(camera.world_size()));
    if (i > 0) {
      EXPECT_NEAR(px - before, 0.1, 0.002);
    }
    before = px;
  }
}

}  // namespace
}  // namespace tablero
