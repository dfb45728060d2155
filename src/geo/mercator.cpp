#include "geo/mercator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tablero {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kRadians = kPi / 180;
constexpr double kEarthRadiusKm = 6371.0088;  // mean radius of WGS 84

double wrap(double value, double low, double period) {
  const double w = value - period * std::floor((value - low) / period);
  return w < low + period ? w : low;  // rounding may reach the upper end
}

}  // namespace

bool is_valid(const LonLat& p) {
  return std::isfinite(p.lon) && std::isfinite(p.lat) && std::abs(p.lat) <= 90 &&
         std::abs(p.lon) <= 360;
}

WorldPoint to_world(const LonLat& p) {
  // asinh(tan lat) = atanh(sin lat), written with sin and log, which are fast on every platform.
  const double s = std::sin(std::clamp(p.lat, -kMaxMercatorLat, kMaxMercatorLat) * kRadians);
  return {p.lon / 360 + 0.5, 0.5 - std::log((1 + s) / (1 - s)) / (4 * kPi)};
}

LonLat to_lon_lat(const WorldPoint& p) {
  return {wrap_lon((p.x - 0.5) * 360), std::atan(std::sinh((0.5 - p.y) * 2 * kPi)) / kRadians};
}

double wrap_lon(double lon) { return wrap(lon, -180, 360); }

double wrap_x(double x) { return wrap(x, 0, 1); }

double nearest_x(double x, double reference) { return x + std::floor(reference - x + 0.5); }

double distance_km(const LonLat& a, const LonLat& b) {
  const double u = std::sin((b.lat - a.lat) * kRadians / 2);
  const double v = std::sin((b.lon - a.lon) * kRadians / 2);
  const double h = u * u + std::cos(a.lat * kRadians) * std::cos(b.lat * kRadians) * v * v;
  return 2 * kEarthRadiusKm * std::asin(std::min(1.0, std::sqrt(h)));
}

}  // namespace tablero
