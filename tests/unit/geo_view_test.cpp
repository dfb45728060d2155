// Zoom path, bounds and fitting.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "base/list.h"
#include "geo/bounds.h"
#include "geo/zoom_path.h"

namespace tablero {
namespace {

TEST(ZoomPath, BeginsAndEndsExactly) {
  const WorldPoint a{0.2, 0.4}, b{0.55, 0.7};
  const ZoomPath path(a, 0.01, b, 0.3);
  EXPECT_DOUBLE_EQ(path.at(0).center.x, a.x);
  EXPECT_DOUBLE_EQ(path.at(0).width, 0.01);
  EXPECT_DOUBLE_EQ(path.at(1).center.y, b.y);
  EXPECT_DOUBLE_EQ(path.at(1).width, 0.3);
  // Continuous up to both ends.
  EXPECT_NEAR(path.at(1e-9).width, 0.01, 1e-9);
  EXPECT_NEAR(path.at(1 - 1e-9).width, 0.3, 1e-6);
  EXPECT_NEAR(path.at(1 - 1e-9).center.x, b.x, 1e-6);
}

// Van Wijk & Nuij, section 3: along the optimal path the perceived velocity is constant, i.e. each
// small step has the same length in their metric ds^2 = (rho^2 du^2 + dw^2 / rho^2) / w^2.
TEST(ZoomPath, HasConstantPerceivedSpeed) {
  const double rho = 1.42;
  const WorldPoint a{0.48, 0.38}, b{0.33, 0.62};
  const ZoomPath path(a, 0.004, b, 0.02, rho);
  const int steps = 2000;
  for (int i = 0; i < steps; ++i) {
    const auto p = path.at(static_cast<double>(i) / steps),
               q = path.at(static_cast<double>(i + 1) / steps);
    const double du = std::hypot(q.center.x - p.center.x, q.center.y - p.center.y);
    const double dw = q.width - p.width, w = (p.width + q.width) / 2;
    const double ds = std::sqrt(rho * rho * du * du + dw * dw / (rho * rho)) / w;
    EXPECT_NEAR(ds, path.length() / steps, 1e-3 * path.length() / steps) << i;
  }
}

TEST(ZoomPath, ZoomsOutForFarTravelAndTakesTheShortWayRound) {
  const ZoomPath path({0.98, 0.5}, 0.01, {0.03, 0.5}, 0.01);
  double widest = 0;
  for (int i = 0; i <= 100; ++i) {
    const auto view = path.at(i / 100.0);
    widest = std::max(widest, view.width);
    EXPECT_GE(view.center.x, 0.98 - 1e-12);
    EXPECT_LE(view.center.x, 1.03 + 1e-12);
  }
  EXPECT_GT(widest, 0.03);
}

TEST(ZoomPath, ZoomsInPlace) {
  const ZoomPath path({0.5, 0.5}, 0.4, {0.5, 0.5}, 0.1);
  EXPECT_NEAR(path.at(0.5).width, 0.2, 1e-12);
  EXPECT_NEAR(path.length(), std::log(4.0) / 1.42, 1e-12);
  EXPECT_EQ(ZoomPath({0.5, 0.5}, 0.4, {0.5, 0.5}, 0.4).length(), 0);
}

TEST(Bounds, TakeTheNarrowSideOfTheWorld) {
  const List<WorldPoint> fiji = {{0.99, 0.55}, {0.01, 0.56}, {0.995, 0.54}};
  const WorldBounds b = bounds_of(fiji);
  EXPECT_NEAR(b.min.x, 0.99, 1e-12);
  EXPECT_NEAR(b.max.x, 1.01, 1e-12);
  EXPECT_NEAR(b.min.y, 0.54, 1e-12);
  EXPECT_NEAR(b.max.y, 0.56, 1e-12);
  EXPECT_TRUE(bounds_of({}).empty());
}

TEST(Bounds, HoldEveryPointInTheSmallestWidth) {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> unit(0, 1);
  for (int round = 0; round < 300; ++round) {
    List<WorldPoint> points(static_cast<std::size_t>(1 + round % 7));
    for (WorldPoint& p : points) p = {unit(random), unit(random)};
    const WorldBounds b = bounds_of(points);
    // Brute force: begin at each point and go east until all are inside.
    double best = 1;
    for (const WorldPoint& first : points) {
      double reach = 0;
      for (const WorldPoint& p : points) reach = std::max(reach, wrap_x(p.x - first.x));
      best = std::min(best, reach);
    }
    EXPECT_NEAR(b.width(), best, 1e-12);
    for (const WorldPoint& p : points) {
      const double x = b.min.x + wrap_x(p.x - b.min.x + 1e-12) - 1e-12;
      EXPECT_LE(x, b.max.x + 1e-9);
    }
  }
}

TEST(Fit, ShowsTheBoundsWithThePadding) {
  const WorldBounds box{{0.4, 0.3}, {0.6, 0.4}};
  const FittedView v = fit(box, 800, 500, 50, 12);
  const double world = 256 * std::exp2(v.zoom);
  EXPECT_NEAR(0.2 * world, 700, 1e-6);  // the width decides: 0.1 * world = 350 < 400
  EXPECT_NEAR(v.center.x, 0.5, 1e-12);
  EXPECT_NEAR(v.center.y, 0.35, 1e-12);
  EXPECT_EQ(fit({{0.5, 0.5}, {0.5, 0.5}}, 800, 500, 50, 8).zoom, 8);
  EXPECT_NEAR(fit({}, 800, 500, 0, 12).zoom, std::log2(500.0 / 256), 1e-12);
}

}  // namespace
}  // namespace tablero
