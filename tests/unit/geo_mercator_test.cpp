// Projections against an oracle in long double that shares no code with src/geo.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "geo/globe.h"
#include "geo/mercator.h"

namespace tablero {
namespace {

const long double kPi = std::acos(-1.0L);

// OGC / EPSG 1024 with the logarithm instead of asinh.
long double oracle_y(long double lat) {
  return 0.5L - std::log(std::tan(kPi / 4 + lat * kPi / 360)) / (2 * kPi);
}

TEST(Mercator, AgreesWithTheOracle) {
  std::mt19937 random(1);
  std::uniform_real_distribution<double> lon(-180, 180), lat(-85, 85);
  for (int i = 0; i < 10000; ++i) {
    const LonLat p{lon(random), lat(random)};
    const WorldPoint w = to_world(p);
    EXPECT_NEAR(w.x, static_cast<double>(p.lon / 360.0L + 0.5L), 1e-15);
    EXPECT_NEAR(w.y, static_cast<double>(oracle_y(p.lat)), 1e-14);
    const LonLat back = to_lon_lat(w);
    EXPECT_NEAR(back.lon, p.lon, 1e-12);
    EXPECT_NEAR(back.lat, p.lat, 1e-12);
  }
}

TEST(Mercator, KnownPlaces) {
  EXPECT_DOUBLE_EQ(to_world({0, 0}).x, 0.5);
  EXPECT_DOUBLE_EQ(to_world({0, 0}).y, 0.5);
  EXPECT_NEAR(to_world({0, kMaxMercatorLat}).y, 0, 1e-12);
  EXPECT_NEAR(to_world({0, -kMaxMercatorLat}).y, 1, 1e-12);
  EXPECT_NEAR(to_world({0, 90}).y, 0, 1e-12) << "the pole is clamped, not infinite";
  // The worked example of the OpenStreetMap wiki, "Slippy map tilenames": tile 18/232798/103246.
  const WorldPoint shibuya = to_world({139.7006793, 35.6590699});
  EXPECT_EQ(static_cast<int>(shibuya.x * 262144), 232798);
  EXPECT_EQ(static_cast<int>(shibuya.y * 262144), 103246);
}

TEST(Mercator, Wraps) {
  EXPECT_DOUBLE_EQ(wrap_lon(190), -170);
  EXPECT_DOUBLE_EQ(wrap_lon(180), -180);
  EXPECT_DOUBLE_EQ(wrap_lon(-180), -180);
  EXPECT_DOUBLE_EQ(wrap_x(-0.25), 0.75);
  EXPECT_LT(wrap_x(-1e-18), 1.0);
  EXPECT_DOUBLE_EQ(nearest_x(0.98, 0.01), 0.98 - 1);
  EXPECT_DOUBLE_EQ(nearest_x(0.02, 0.97), 1.02);
}

TEST(Mercator, ValidPlaces) {
  EXPECT_TRUE(is_valid({-180, -90}));
  EXPECT_FALSE(is_valid({0, 90.001}));
  EXPECT_FALSE(is_valid({std::numeric_limits<double>::quiet_NaN(), 0}));
  EXPECT_FALSE(is_valid({0, std::numeric_limits<double>::infinity()}));
  EXPECT_FALSE(is_valid({1e6, 0}));
}

TEST(Distance, MadridToBuenosAires) {
  // Vincenty on WGS 84 gives 10044 km; the sphere is within half a percent of it.
  EXPECT_NEAR(distance_km({-3.70256, 40.4165}, {-58.37723, -34.61315}), 10044, 50);
  EXPECT_NEAR(distance_km({0, 0}, {180, 0}), 20015.1, 0.2);
}

TEST(Globe, AgreesWithRotationMatrices) {
  std::mt19937 random(2);
  std::uniform_real_distribution<double> lon(-180, 180), lat(-89, 89);
  for (int i = 0; i < 5000; ++i) {
    const LonLat p{lon(random), lat(random)}, c{lon(random), lat(random)};
    const auto rad = [](double d) { return d * kPi / 180; };
    // The place as a vector (x to lon 0, y to lon 90 E, z north), turned so that the center faces
    // the viewer.
    const long double px = std::cos(rad(p.lat)) * std::cos(rad(p.lon));
    const long double py = std::cos(rad(p.lat)) * std::sin(rad(p.lon)), pz = std::sin(rad(p.lat));
    const long double l = rad(c.lon), b = rad(c.lat);
    const long double east = -std::sin(l) * px + std::cos(l) * py;
    const long double out = std::cos(b) * (std::cos(l) * px + std::sin(l) * py) + std::sin(b) * pz;
    const long double north =
        -std::sin(b) * (std::cos(l) * px + std::sin(l) * py) + std::cos(b) * pz;
    const GlobePoint g = to_globe(p, c);
    EXPECT_NEAR(g.x, static_cast<double>(east), 1e-14);
    EXPECT_NEAR(g.y, static_cast<double>(north), 1e-14);
    EXPECT_NEAR(g.z, static_cast<double>(out), 1e-14);
    if (g.z < 0.05) continue;
    LonLat back;
    ASSERT_TRUE(from_globe(g.x, g.y, c, &back));
    EXPECT_NEAR(std::remainder(back.lon - p.lon, 360.0), 0,
                1e-9 / std::cos(static_cast<double>(rad(p.lat))));
    EXPECT_NEAR(back.lat, p.lat, 1e-9);
  }
}

TEST(Globe, NothingOffTheDisc) {
  LonLat out{7, 7};
  EXPECT_FALSE(from_globe(0.8, 0.7, {0, 0}, &out));
  EXPECT_EQ(out.lon, 7);
  EXPECT_FALSE(from_globe(std::numeric_limits<double>::quiet_NaN(), 0, {0, 0}, &out));
}

}  // namespace
}  // namespace tablero
