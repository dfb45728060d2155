// Grid index against brute force; clusters: sums, nesting, distance, determinism.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "base/list.h"
#include "geo/clusters.h"
#include "geo/grid_index.h"

namespace tablero {
namespace {

double distance2(const WorldPoint& a, const WorldPoint& b) {
  double dx = std::abs(a.x - b.x);
  dx = std::min(dx, 1 - dx);
  return dx * dx + (a.y - b.y) * (a.y - b.y);
}

List<WorldPoint> scattered(std::mt19937* random, int n, int kind) {
  std::uniform_real_distribution<double> unit(0, 1);
  List<WorldPoint> points;
  for (int i = 0; i < n; ++i) {
    if (kind == 0) points.push_back({unit(*random), unit(*random)});  // everywhere
    if (kind == 1)
      points.push_back({std::fmod(0.99 + 0.02 * unit(*random), 1.0), 0.5 + 0.01 * unit(*random)});
    if (kind == 2) points.push_back({0.25, 0.5});  // one spot
    if (kind == 3) points.push_back({std::floor(unit(*random) * 8) / 8, unit(*random)});  // columns
  }
  return points;
}

TEST(GridIndex, FindsWhatBruteForceFinds) {
  std::mt19937 random(4);
  std::uniform_real_distribution<double> unit(0, 1);
  for (int kind = 0; kind < 4; ++kind) {
    const auto points = scattered(&random, 400, kind);
    for (const double cell : {1e-6, 0.003, 0.1, 1.0}) {
      GridIndex grid;
      grid.build(points, cell);
      for (int q = 0; q < 100; ++q) {
        const WorldPoint c = q % 2 ? points[static_cast<std::size_t>(q)]
                                   : WorldPoint{unit(random) * 3 - 1, unit(random)};
        const double radius = std::pow(10, -4 * unit(random)) * 0.5;
        const WorldPoint wrapped{wrap_x(c.x), c.y};
        std::set<std::uint32_t> expected, found;
        std::int64_t nearest = -1;
        for (std::uint32_t i = 0; i < points.size(); ++i) {
          const double d2 = distance2(points[i], wrapped);
          if (d2 > radius * radius) continue;
          expected.insert(i);
          if (nearest < 0 || d2 < distance2(points[static_cast<std::size_t>(nearest)], wrapped))
            nearest = i;
        }
        grid.within(c, radius,
                    [&](std::uint32_t i, double) { EXPECT_TRUE(found.insert(i).second); });
        EXPECT_EQ(found, expected);
        const std::int64_t answer = grid.nearest(c, radius);
        ASSERT_EQ(answer < 0, nearest < 0);
        if (nearest >= 0) {
          EXPECT_DOUBLE_EQ(distance2(points[static_cast<std::size_t>(answer)], wrapped),
                           distance2(points[static_cast<std::size_t>(nearest)], wrapped));
        }
      }
    }
  }
}

TEST(GridIndex, EmptyFindsNothing) {
  GridIndex grid;
  grid.build({}, 0.1);
  EXPECT_EQ(grid.nearest({0.5, 0.5}, 0.5), -1);
}

struct ClusterPoint {
  WorldPoint position;
  double weight = 1;
};

void build(ClusterIndex* index, const List<ClusterPoint>& points,
           const ClusterOptions& options = {}) {
  List<WorldPoint> places;
  for (const ClusterPoint& p : points) places.push_back(p.position);
  index->build(places, options);
  index->weigh([&points](std::uint32_t i) { return points[i].weight; });
}

List<ClusterPoint> weighted(const List<WorldPoint>& places, std::mt19937* random) {
  List<ClusterPoint> points;
  for (const WorldPoint& p : places) points.push_back({p, static_cast<double>((*random)() % 50)});
  return points;
}

TEST(Clusters, EveryLevelHoldsEveryPointOnce) {
  std::mt19937 random(5);
  for (int round = 0; round < 8; ++round) {
    const auto points = weighted(scattered(&random, 700, round / 2), &random);
    ClusterOptions options;
    options.is_shallow = round % 2 == 1;
    if (options.is_shallow) options.max_level = 4;
    double total = 0;
    for (const ClusterPoint& p : points) total += p.weight;
    ClusterIndex index;
    build(&index, points, options);
    for (int level = 0; level <= index.max_level() + 1; ++level) {
      double sum = 0;
      std::uint32_t count = 0;
      List<std::uint32_t> members;
      for (const ClusterIndex::Node node : index.at(level)) {
        sum += index.weight(node);
        count += index.count(node);
        const std::size_t before = members.size();
        index.members(node, &members);
        EXPECT_EQ(members.size() - before, index.count(node));
        for (std::size_t m = before; m < members.size(); ++m) {
          const double gain = points[members[m]].weight - points[index.lead(node)].weight;
          EXPECT_TRUE(gain < 0 || (gain == 0 && members[m] >= index.lead(node)));
        }
        EXPECT_EQ(index.count(node) == 1, index.is_point(node)) << "a lone member is itself";
      }
      EXPECT_DOUBLE_EQ(sum, total);
      EXPECT_EQ(count, points.size());
      std::sort(members.begin(), members.end());
      EXPECT_EQ(std::unique(members.begin(), members.end()), members.end());
      EXPECT_EQ(members.size(), points.size());
    }
    if (options.is_shallow) continue;
    std::set<std::pair<double, double>> spots;
    for (const ClusterPoint& p : points) spots.emplace(wrap_x(p.position.x), p.position.y);
    EXPECT_EQ(index.at(99).size(), spots.size()) << "only the very same spot is never parted";
  }
}

TEST(Clusters, NestAndSplitWhereTheySay) {
  std::mt19937 random(6);
  const auto points = weighted(scattered(&random, 500, 0), &random);
  for (const ClusterOptions& options : {ClusterOptions{}, ClusterOptions{3, true}}) {
    ClusterIndex index;
    build(&index, points, options);
    for (int level = 0; level <= index.max_level(); ++level) {
      const auto here = index.at(level), closer = index.at(level + 1);
      const std::set<ClusterIndex::Node> shown(here.begin(), here.end());
      const std::set<ClusterIndex::Node> next(closer.begin(), closer.end());
      for (const ClusterIndex::Node node : closer) {
        EXPECT_TRUE(shown.count(node) == 1 || shown.count(index.parent(node)) == 1)
            << "a node stays or goes whole into a cluster of the next level up";
      }
      for (const ClusterIndex::Node node : here) {
        const int split = index.split_level(node);
        EXPECT_EQ(next.count(node) == 1, split > level + 1 || index.is_point(node));
      }
    }
    EXPECT_LT(index.at(0).size(), index.at(3).size());
    EXPECT_EQ(index.at(99).size() < points.size(), options.is_shallow);
  }
}

TEST(Clusters, KeepTheirDistanceAndLieAtTheirMean) {
  std::mt19937 random(7);
  const auto points = weighted(scattered(&random, 600, 1), &random);
  ClusterIndex deep, shallow;
  ClusterOptions options;
  options.radius_px = 40;
  build(&deep, points, options);
  options.max_level = 9;
  options.is_shallow = true;
  build(&shallow, points, options);
  for (int round = 0; round < 8; ++round) {
    const ClusterIndex& index = round % 2 == 0 ? deep : shallow;
    const int level = round / 2 * 3;
    const double radius = 40 / (256 * std::exp2(level));
    for (const ClusterIndex::Node node : index.at(level)) {
      List<std::uint32_t> members;
      index.members(node, &members);
      long double x = 0, y = 0, w = 0;
      for (const std::uint32_t m : members) {
        const double mx = points[m].position.x;
        x += points[m].weight *
             static_cast<long double>(mx < 0.5 ? mx + 1 : mx);  // all lie around x = 1
        y += points[m].weight * static_cast<long double>(points[m].position.y);
        w += points[m].weight;
      }
      if (w > 0) {
        EXPECT_NEAR(std::remainder(index.position(node).x - static_cast<double>(x / w), 1.0), 0,
                    1e-9);
        EXPECT_NEAR(index.position(node).y, static_cast<double>(y / w), 1e-9);
      }
    }
    // No two points that stand alone are nearer than the radius.
    const auto nodes = index.at(level);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      for (std::size_t j = i + 1; j < nodes.size(); ++j) {
        if (!index.is_point(nodes[i]) || !index.is_point(nodes[j])) continue;
        EXPECT_GT(distance2(index.position(nodes[i]), index.position(nodes[j])), radius * radius);
      }
    }
  }
}

TEST(Clusters, OneSpotIsOneClusterAtEveryLevel) {
  List<ClusterPoint> points(1000, ClusterPoint{{0.3, 0.3}, 2});
  ClusterIndex index;
  build(&index, points);
  for (int level = 0; level <= index.max_level() + 1; ++level) {
    ASSERT_EQ(index.at(level).size(), 1u);
    EXPECT_DOUBLE_EQ(index.weight(index.at(level)[0]), 2000);
  }
}

TEST(Clusters, AreTheSameEveryTimeAndEmptyIsEmpty) {
  std::mt19937 random(8);
  const auto points = weighted(scattered(&random, 300, 0), &random);
  ClusterIndex a, b;
  build(&a, points);
  build(&b, points);
  for (int level = 0; level < 12; ++level) {
    const auto x = a.at(level), y = b.at(level);
    EXPECT_TRUE(std::equal(x.begin(), x.end(), y.begin(), y.end()));
  }
  build(&a, {});
  EXPECT_TRUE(a.at(3).empty());
}

// Excluded points behave as if they did not exist, except for the grouping: sums, means and lone
// members of the rest are recomputed here point by point.
TEST(Clusters, LeaveOutWithoutGroupingAnew) {
  std::mt19937 random(9);
  for (int kind = 0; kind < 4; ++kind) {
    auto points = weighted(scattered(&random, 500, kind), &random);
    ClusterIndex all, index;
    build(&all, points);
    build(&index, points);
    List<double> weights;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const bool keep = random() % 5 == 0;
      weights.push_back(keep ? static_cast<double>(random() % 9) : -1);
    }
    const auto weigh = [&] { index.weigh([&weights](std::uint32_t i) { return weights[i]; }); };
    weigh();
    for (int level = 0; level <= index.max_level() + 1; ++level) {
      const auto before = all.at(level), after = index.at(level);
      ASSERT_TRUE(std::equal(before.begin(), before.end(), after.begin(), after.end()));
      List<std::uint32_t> seen;
      for (const ClusterIndex::Node node : after) {
        List<std::uint32_t> kept;
        all.members(node, &kept);
        kept.resize(static_cast<std::size_t>(
            std::remove_if(kept.begin(), kept.end(),
                           [&weights](std::uint32_t i) { return weights[i] < 0; }) -
            kept.begin()));
        const ClusterIndex::Node shown = index.shown_as(node);
        ASSERT_EQ(shown == ClusterIndex::kNone, kept.empty());
        EXPECT_EQ(index.count(node), kept.size());
        if (kept.empty()) continue;
        double sum = 0, heaviest = -1;
        for (const std::uint32_t i : kept) {
          sum += weights[i];
          heaviest = std::max(heaviest, weights[i]);
        }
        EXPECT_EQ(index.count(shown), kept.size());
        EXPECT_DOUBLE_EQ(index.weight(shown), sum);
        EXPECT_EQ(weights[index.lead(shown)], heaviest);
        EXPECT_EQ(index.is_point(shown), kept.size() == 1) << "a lone member is itself";
        List<std::uint32_t> members;
        index.members(shown, &members);
        EXPECT_EQ(members, kept);
        double x = 0, y = 0;
        for (const std::uint32_t i : kept) {
          const double w = sum > 0 ? weights[i] / sum : 1.0 / static_cast<double>(kept.size());
          const double from = points[kept[0]].position.x;
          x += w * (from + std::remainder(points[i].position.x - from, 1.0));
          y += w * points[i].position.y;
        }
        EXPECT_NEAR(std::remainder(index.position(shown).x - x, 1.0), 0, 1e-9);
        EXPECT_NEAR(index.position(shown).y, y, 1e-9);
        for (const std::uint32_t i : kept) seen.push_back(i);
      }
      std::sort(seen.begin(), seen.end());
      EXPECT_EQ(std::unique(seen.begin(), seen.end()), seen.end());
    }
    // All of it back again.
    for (std::size_t i = 0; i < points.size(); ++i) weights[i] = points[i].weight;
    weigh();
    for (const ClusterIndex::Node node : index.at(2)) {
      EXPECT_EQ(index.shown_as(node), node);
      EXPECT_EQ(index.position(node), all.position(node));
    }
  }
}

TEST(Clusters, CanBeSwitchedOff) {
  List<ClusterPoint> points(5, ClusterPoint{{0.3, 0.3}, 1});
  ClusterIndex index;
  ClusterOptions options;
  options.max_level = -1;
  build(&index, points, options);
  EXPECT_EQ(index.at(0).size(), 5u);
  EXPECT_EQ(index.at(7).size(), 5u);
}

}  // namespace
}  // namespace tablero
