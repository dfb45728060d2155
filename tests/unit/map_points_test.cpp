// Marks at every zoom: sums, sizes, motion; picking against brute force.
#include "map/map_points.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <set>

#include "base/list.h"
#include "map/density_bins.h"
#include "map/picking.h"

namespace tablero {
namespace {

List<MapPoint> random_points(int n, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> lon(-180, 180), lat(-60, 70);
  List<MapPoint> points;
  for (int i = 0; i < n; ++i) {
    points.push_back({static_cast<std::uint32_t>(i + 1), lon(random), lat(random),
                      static_cast<double>(random() % 100), static_cast<std::uint8_t>(i % 8),
                      false});
  }
  return points;
}

PointOptions bubbles(bool cluster) {
  PointOptions options;
  options.style = PointStyle::kBubbles;
  options.cluster = cluster;
  return options;
}

TEST(MapPoints, BadPointsAreCountedAndTheRestDrawn) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const List<MapPoint> points = {{1, -3.7, 40.4, 5, 0, false}, {2, nan, 0, 5, 0, false},
                                 {3, 0, 91, 5, 0, false},      {4, 10, 10, nan, 0, false},
                                 {5, 10, 10, -1, 0, false},    {6, 20, 20, 0, 0, false}};
  MapPoints map;
  const PointReport report = map.set(points, bubbles(true), false);
  EXPECT_EQ(report.given, 6u);
  EXPECT_EQ(report.drawn, 2u);
  EXPECT_EQ(report.bad_position, 2u);
  EXPECT_EQ(report.bad_value, 2u);
  EXPECT_EQ(map.total(), 5);
}

// 9000 points are clustered only as deep as one looks: the sums must hold all the same.
class MapPointsOfMany : public ::testing::TestWithParam<int> {};

TEST_P(MapPointsOfMany, MarksSumToTheTotalAtEveryZoom) {
  const auto points = random_points(GetParam(), 31);
  double total = 0;
  for (const MapPoint& p : points) total += p.value;
  MapPoints map;
  map.set(points, bubbles(true), false);
  Camera camera;
  std::size_t before = 0;
  for (double zoom = 1; zoom <= 12; zoom += 0.37) {
    camera.jump_to({0, 20}, zoom);
    map.update(camera, 0.016, false);
    double sum = 0;
    std::uint32_t count = 0;
    std::set<std::uint32_t> keys;
    for (const Mark& mark : map.marks()) {
      sum += mark.value;
      count += mark.count;
      EXPECT_TRUE(keys.insert(mark.key).second) << "keys are unique";
      List<std::uint32_t> inside;
      map.members(mark, &inside);
      EXPECT_EQ(inside.size(), mark.count);
      if (!mark.is_cluster()) {
        EXPECT_EQ(mark.key, map.points()[inside[0]].id);
      }
    }
    EXPECT_DOUBLE_EQ(sum, total) << zoom;
    EXPECT_EQ(count, points.size());
    EXPECT_GE(map.marks().size() + before / 50, before) << "closer means more marks";
    before = map.marks().size();
  }
}

INSTANTIATE_TEST_SUITE_P(FewAndMany, MapPointsOfMany, ::testing::Values(800, 9000));

TEST(MapPoints, AreasAreProportionalToValues) {
  MapPoints map;
  const List<MapPoint> points = {
      {1, -60, 0, 400, 0, false}, {2, 60, 0, 100, 0, false}, {3, 0, 40, 25, 0, false}};
  map.set(points, bubbles(false), false);
  EXPECT_FLOAT_EQ(map.radius_of(400), map.options().max_radius);
  EXPECT_FLOAT_EQ(map.radius_of(100), map.options().max_radius / 2);
  EXPECT_FLOAT_EQ(map.radius_of(25), map.options().max_radius / 4);
  EXPECT_FLOAT_EQ(map.radius_of(0), map.options().min_radius);
  EXPECT_TRUE(map.below_scale(1));
  EXPECT_FALSE(map.below_scale(100));
  map.update(Camera(), 0, true);
  ASSERT_EQ(map.marks().size(), 3u);
  EXPECT_EQ(map.marks()[0].key, 1u) << "largest first, so that small ones are on top";
}

TEST(MapPoints, PresenceIsTheSameSizeForAll) {
  auto points = random_points(50, 33);
  points[3].value = std::numeric_limits<double>::quiet_NaN();  // never read
  PointOptions options;
  options.cluster = false;
  MapPoints map;
  EXPECT_EQ(map.set(points, options, false).drawn, 50u);
  map.update(Camera(), 0, true);
  for (const Mark& mark : map.marks()) EXPECT_EQ(mark.radius, options.presence_radius);
  EXPECT_EQ(map.total(), 50);
}

TEST(MapPoints, ClustersSplitOutOfTheirParentAndComeToRest) {
  const List<MapPoint> points = {{1, 0, 10, 5, 0, false}, {2, 2, 10, 3, 0, false}};
  MapPoints map;
  map.set(points, bubbles(true), false);
  Camera camera;
  camera.jump_to({1, 10}, 2.5);
  EXPECT_FALSE(map.update(camera, 0.016, false)) << "the first picture does not move";
  ASSERT_EQ(map.marks().size(), 1u);
  const WorldPoint cluster = map.marks()[0].position;
  const std::uint64_t revision = map.revision();
  camera.jump_to({1, 10}, 6);
  EXPECT_TRUE(map.update(camera, 0.016, false));
  EXPECT_NE(map.revision(), revision);
  ASSERT_EQ(map.marks().size(), 2u);
  ASSERT_EQ(map.instances().size(), 2u);
  for (const MarkInstance& instance : map.instances()) {
    EXPECT_NEAR(instance.from_x, cluster.x - 0.5, 1e-6) << "both come out of the cluster";
  }
  int frames = 0;
  while (map.update(camera, 1 / 60.0, false)) ASSERT_LT(++frames, 30);
  EXPECT_EQ(map.phase(), 1);
  // Back again: one mark and one that moves into it and fades.
  camera.jump_to({1, 10}, 2.5);
  map.update(camera, 1 / 60.0, false);
  ASSERT_EQ(map.marks().size(), 1u);
  ASSERT_EQ(map.instances().size(), 2u);
  EXPECT_EQ(map.instances()[1].to_alpha(), 0);
  EXPECT_FLOAT_EQ(map.instances()[1].to_x, map.instances()[0].to_x);
}

TEST(MapPoints, NewDataAppearsAndOldDataLeaves) {
  MapPoints map;
  const List<MapPoint> first = {{1, -60, 0, 10, 0, false}, {2, 60, 0, 10, 0, false}};
  const List<MapPoint> second = {{2, 60, 0, 40, 0, false}, {3, 0, 40, 10, 0, false}};
  PointOptions options = bubbles(false);
  options.max_value = 40;
  map.set(first, options, false);
  map.update(Camera(), 0, false);
  map.set(second, options, true);
  EXPECT_TRUE(map.update(Camera(), 0, false));
  ASSERT_EQ(map.marks().size(), 2u);
  ASSERT_EQ(map.instances().size(), 3u);
  EXPECT_FLOAT_EQ(map.instances()[0].from_radius, 15)
      << "the one that stays grows from what it was";
  EXPECT_FLOAT_EQ(map.instances()[0].to_radius, 30);
  EXPECT_EQ(map.instances()[1].from_alpha, 0) << "appears";
  EXPECT_EQ(map.instances()[2].to_alpha(), 0) << "leaves";
  EXPECT_EQ(map.instances()[2].to_radius, 0);

  map.set(first, options, true);
  EXPECT_FALSE(map.update(Camera(), 0, true)) << "reduced motion";
  EXPECT_EQ(map.instances().size(), 2u);
}

// Left out or never given: the same places remain, and together they are worth the same.
TEST(MapPoints, WhatIsLeftOutIsNotDrawn) {
  auto points = random_points(400, 37);
  MapPoints map;
  Camera camera;
  map.set(points, bubbles(true), false);
  map.update(camera, 0, true);
  const auto first = List<Mark>(map.marks().begin(), map.marks().end());
  double total = 0;
  std::size_t left = 0;
  for (MapPoint& p : points) {
    p.shown = p.lon > 100;
    total += p.shown ? p.value : 0;
    left += p.shown ? 1 : 0;
  }
  EXPECT_EQ(map.set(points, bubbles(true), false).drawn, left);
  EXPECT_EQ(map.shown_count(), left);
  EXPECT_EQ(map.total(), total);
  EXPECT_GE(map.bounds_of_all().min.x, to_world({100, 0}).x);
  for (const double zoom : {1.0, 4.0, 12.0}) {
    camera.jump_to({0, 20}, zoom);
    map.update(camera, 0, true);
    double sum = 0;
    for (const Mark& mark : map.marks()) {
      sum += mark.value;
      List<std::uint32_t> inside;
      map.members(mark, &inside);
      EXPECT_EQ(inside.size(), mark.count);
      EXPECT_GT(mark.count, 0u);
      for (const std::uint32_t i : inside) EXPECT_TRUE(points[i].shown);
    }
    EXPECT_DOUBLE_EQ(sum, total);
  }
  // Density too, and everything as before when nothing is left out.
  PointOptions density = bubbles(true);
  density.style = PointStyle::kDensity;
  map.set(points, density, false);
  map.update(camera, 0, true);
  float splats = 0;
  for (const MarkInstance& splat : map.instances()) splats += splat.to_radius;
  EXPECT_NEAR(splats, total, 1e-3 * total);
  for (MapPoint& p : points) p.shown = true;
  camera = Camera();
  map.set(points, bubbles(true), false);
  map.update(camera, 0, true);
  ASSERT_EQ(map.marks().size(), first.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(map.marks()[i].key, first[i].key);
    EXPECT_EQ(map.marks()[i].position, first[i].position);
  }
  // A place that moved is another place.
  points[0].lon = points[0].lon > 0 ? -170 : 170;
  map.set(points, bubbles(false), false);
  map.update(camera, 0, true);
  const auto moved = std::find_if(map.marks().begin(), map.marks().end(),
                                  [](const Mark& m) { return m.key == 1; });
  ASSERT_NE(moved, map.marks().end());
  EXPECT_NEAR(moved->position.x, to_world({points[0].lon, 0}).x, 1e-12);
}

// What is drawn at `zoom`, in order.
List<Mark> marks_at(MapPoints& map, double zoom) {
  Camera camera;
  camera.set_viewport(1280, 800);
  camera.jump_to({-60, 10}, zoom);
  map.update(camera, 1, true, true);
  return List<Mark>(map.marks().begin(), map.marks().end());
}

// Where the camera has been leaves no trace: many points are clustered lazily, each level from the
// same nodes.
TEST(MapPoints, MarksAreThoseOfAFreshStartWhereverTheCameraHasBeen) {
  auto points = random_points(6000, 17);
  for (std::size_t i = 0; i < points.size(); i += 2) {  // towns, which split late
    points[i].lon = points[i % 40].lon + 0.001 * static_cast<double>(i % 97);
    points[i].lat = points[i % 40].lat + 0.0007 * static_cast<double>(i % 89);
  }
  MapPoints map;
  map.set(points, bubbles(true), false);
  for (const double zoom : {1.5, 9.5, 3.5, 6.5, 2.5}) {
    // A filter changes on the way, at any depth.
    for (MapPoint& point : points) point.shown = point.id % 7 != static_cast<unsigned>(zoom) % 7;
    map.set(points, bubbles(true), false);
    const List<Mark> marks = marks_at(map, zoom);
    MapPoints other;
    other.set(points, bubbles(true), false);
    const List<Mark> fresh = marks_at(other, zoom);
    ASSERT_EQ(marks.size(), fresh.size()) << zoom;
    EXPECT_EQ(map.max_value(), other.max_value()) << zoom;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      ASSERT_EQ(marks[i].key, fresh[i].key) << zoom;
      ASSERT_EQ(marks[i].value, fresh[i].value);
      ASSERT_EQ(marks[i].radius, fresh[i].radius);
      ASSERT_EQ(marks[i].position.x, fresh[i].position.x);
      ASSERT_EQ(marks[i].position.y, fresh[i].position.y);
    }
  }
}

TEST(MapPoints, NothingChangesInASteadyFrame) {
  MapPoints map;
  map.set(random_points(300, 35), bubbles(true), false);
  Camera camera;
  map.update(camera, 0, false);
  const std::uint64_t revision = map.revision();
  for (int i = 0; i < 20; ++i) {
    camera.pan_by(13, 2);
    camera.zoom_about({100, 100}, 0.002, false);
    EXPECT_FALSE(map.update(camera, 0.016, false));
  }
  EXPECT_EQ(map.revision(), revision);
}

TEST(MapPoints, ChunksCoverManyMarksInOrder) {
  MapPoints map;
  map.set(random_points(20000, 36), bubbles(false), false);
  map.update(Camera(), 0, true);
  ASSERT_FALSE(map.chunks().empty());
  std::uint32_t end = 0;
  for (const MarkChunk& chunk : map.chunks()) {
    EXPECT_EQ(chunk.begin, end);
    end = chunk.end;
    for (std::uint32_t i = chunk.begin; i < chunk.end; ++i) {
      const WorldPoint& p = map.marks()[i].position;
      EXPECT_TRUE(p.x >= chunk.bounds.min.x && p.x <= chunk.bounds.max.x);
      EXPECT_TRUE(p.y >= chunk.bounds.min.y && p.y <= chunk.bounds.max.y);
    }
  }
  EXPECT_EQ(end, map.marks().size());
}

TEST(Picking, FindsTheNearestDrawnMarkLikeBruteForce) {
  std::mt19937 random(41);
  std::uniform_real_distribution<double> unit(0, 1);
  Camera camera;
  camera.set_viewport(900, 600);
  int hits = 0;
  for (int round = 0; round < 20; ++round) {
    MapPoints map;
    map.set(random_points(400, 100 + static_cast<unsigned>(round)), bubbles(round % 2 == 0), false);
    camera.jump_to({360 * unit(random) - 180, 60 * unit(random) - 30}, 1.4 + 5 * unit(random));
    map.update(camera, 0, true);
    for (int q = 0; q < 500; ++q) {
      const ScreenPoint s{unit(random) * 900, unit(random) * 600};
      const double slop = q % 2 == 0 ? 4 : 14;
      int expected = -1;
      double best = 0;
      for (std::size_t i = 0; i < map.marks().size(); ++i) {
        const Mark& mark = map.marks()[i];
        double dx = (mark.position.x - camera.world_at(s).x);
        dx -= std::round(dx);
        const double dy = mark.position.y - camera.world_at(s).y;
        const double d = std::hypot(dx, dy) * camera.world_size();
        if (d > mark.radius + slop) continue;
        if (expected < 0 || d <= best) {
          expected = static_cast<int>(i);
          best = d;
        }
      }
      const int found = pick_mark(map, camera, s, slop);
      ASSERT_EQ(found < 0, expected < 0);
      if (found < 0) continue;
      ++hits;
      EXPECT_EQ(map.marks()[static_cast<std::size_t>(found)].key,
                map.marks()[static_cast<std::size_t>(expected)].key);
    }
  }
  EXPECT_GT(hits, 1000);
}

TEST(Picking, TiesGoToTheOneOnTop) {
  const List<MapPoint> points = {
      {1, 0, 0, 100, 0, false}, {2, 0, 0, 10, 0, false}, {3, 0, 0, 1, 0, false}};
  MapPoints map;
  map.set(points, bubbles(false), false);
  Camera camera;
  map.update(camera, 0, true);
  const ScreenPoint s = camera.to_screen(LonLat{0, 0});
  const int found = pick_mark(map, camera, {s.x + 1, s.y}, 4);
  ASSERT_GE(found, 0);
  EXPECT_EQ(map.marks()[static_cast<std::size_t>(found)].key, 3u);
}

TEST(Picking, NotThroughTheGlobe) {
  const List<MapPoint> points = {{1, 100, 0, 1, 0, false}, {2, -80, 0, 1, 0, false}};
  MapPoints map;
  map.set(points, {}, false);
  Camera camera;
  camera.jump_to({-80, 0}, 2);
  camera.set_projection(MapProjection::kGlobe, false);
  map.update(camera, 0, true);
  // Both fall on the middle of the disc, one on the far side.
  const int found = pick_mark(map, camera, {camera.width() / 2, camera.height() / 2}, 10);
  ASSERT_GE(found, 0);
  EXPECT_EQ(map.marks()[static_cast<std::size_t>(found)].key, 2u);
  camera.jump_to({-10, 0}, 2);
  EXPECT_EQ(pick_mark(map, camera, {camera.width() / 2, camera.height() / 2}, 10), -1);
}

TEST(Picking, BoxSelectsWhatLiesInside) {
  MapPoints map;
  map.set(random_points(300, 44), bubbles(false), false);
  Camera camera;
  camera.set_viewport(800, 500);
  camera.jump_to({170, 10}, 1.7);
  map.update(camera, 0, true);
  List<int> found;
  marks_in_rect(map, camera, {600, 300}, {100, 80}, &found);
  EXPECT_GT(found.size(), 10u);
  std::set<int> inside(found.begin(), found.end());
  for (std::size_t i = 0; i < map.marks().size(); ++i) {
    const WorldPoint& p = map.marks()[i].position;
    bool expected = false;
    for (int copy = -2; copy <= 2; ++copy) {
      const double x = 400 + (p.x + copy - camera.world_center().x) * camera.world_size();
      const double y = 250 + (p.y - camera.world_center().y) * camera.world_size();
      expected = expected || (x >= 100 && x <= 600 && y >= 80 && y <= 300);
    }
    EXPECT_EQ(inside.count(static_cast<int>(i)) == 1, expected) << i;
  }
}

TEST(Density, BinsKeepTheSumAndThePeakIsTheTrueOne) {
  std::mt19937 random(51);
  std::normal_distribution<double> around(0, 0.02);
  List<WorldPoint> places;
  List<double> values;
  double total = 0;
  for (int i = 0; i < 3000; ++i) {
    places.push_back({0.4 + around(random), 0.5 + around(random)});
    values.push_back(1 + static_cast<double>(random() % 5));
    total += values.back();
  }
  const auto bins = bin_points(places, values, 0.001);
  double sum = 0;
  for (const DensityBin& bin : bins) sum += bin.value;
  EXPECT_NEAR(sum, total, 1e-6);
  // Brute force over a fine raster around the middle.
  const double reach = 0.02;
  double peak = 0;
  for (double x = 0.38; x < 0.42; x += 0.001) {
    for (double y = 0.48; y < 0.52; y += 0.001) {
      double here = 0;
      for (std::size_t i = 0; i < places.size(); ++i) {
        const double d2 =
            (std::pow(places[i].x - x, 2) + std::pow(places[i].y - y, 2)) / (reach * reach);
        if (d2 < 1) here += values[i] * (1 - d2) * (1 - d2);
      }
      peak = std::max(peak, here);
    }
  }
  EXPECT_NEAR(density_peak(bins, reach) / peak, 1, 0.05);
  EXPECT_GT(density_peak({}, reach), 0);
}

TEST(Density, AMillionInOneSpotIsOneSplat) {
  List<MapPoint> points(1000000, MapPoint{1, 10, 10, 1, 0, false});
  PointOptions options;
  options.style = PointStyle::kDensity;
  MapPoints map;
  map.set(points, options, false);
  map.update(Camera(), 0, true);
  ASSERT_EQ(map.instances().size(), 1u);
  EXPECT_EQ(map.instances()[0].to_radius, 1000000);
  EXPECT_NEAR(map.peak_density(1.5), 1000000, 1);
}

}  // namespace
}  // namespace tablero
