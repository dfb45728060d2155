// Web Mercator in double precision, on a world of size 1 x 1.
// Formulas: EPSG Guidance Note 7-2, "Popular Visualisation Pseudo Mercator" (method 1024), on the
// unit square: x = lon/360 + 1/2, y = 1/2 - asinh(tan lat) / 2 pi.
#pragma once

namespace tablero {

// Degrees. Longitude east of Greenwich, usually in [-180, 180); latitude in [-90, 90].
struct LonLat {
  double lon = 0, lat = 0;
};

// A place on the Mercator square: x grows eastwards from 0 (180 W) to 1 (180 E), y grows southwards
// from 0 (85.05 N) to 1 (85.05 S). x outside [0, 1) is the same place in another copy of the world.
struct WorldPoint {
  double x = 0.5, y = 0.5;
  bool operator==(const WorldPoint&) const = default;
};

inline constexpr double kMaxMercatorLat =
    85.05112877980659;  // atan(sinh(pi)), where the square ends

// Whether both are finite, |lat| <= 90 and |lon| <= 360.
bool is_valid(const LonLat& p);

// Latitude is clamped to +-kMaxMercatorLat; longitude is not wrapped (190 gives x = 1.027...).
WorldPoint to_world(const LonLat& p);

// Inverse; longitude is wrapped to [-180, 180).
LonLat to_lon_lat(const WorldPoint& p);

double wrap_lon(double lon);  // to [-180, 180)
double wrap_x(double x);      // to [0, 1)

// The equivalent of `x` (plus a whole number) that is nearest to `reference`: at most half a world
// away.
double nearest_x(double x, double reference);

// Great-circle distance in kilometers on a sphere of radius 6371.0088 km (haversine).
double distance_km(const LonLat& a, const LonLat& b);

}  // namespace tablero
