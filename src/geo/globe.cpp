#include "geo/globe.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tablero {

namespace {
constexpr double kRadians = std::numbers::pi / 180;
}

GlobePoint to_globe(const LonLat& p, const LonLat& center) {
  const double phi = p.lat * kRadians, phi0 = center.lat * kRadians;
  const double lambda = (p.lon - center.lon) * kRadians;
  return {std::cos(phi) * std::sin(lambda),
          std::cos(phi0) * std::sin(phi) - std::sin(phi0) * std::cos(phi) * std::cos(lambda),
          std::sin(phi0) * std::sin(phi) + std::cos(phi0) * std::cos(phi) * std::cos(lambda)};
}

bool from_globe(double x, double y, const LonLat& center, LonLat* out) {
  const double rho2 = x * x + y * y;
  if (!(rho2 <= 1)) return false;
  const double z = std::sqrt(1 - rho2), phi0 = center.lat * kRadians;
  const double sin_phi = std::clamp(z * std::sin(phi0) + y * std::cos(phi0), -1.0, 1.0);
  const double lambda = std::atan2(x, z * std::cos(phi0) - y * std::sin(phi0));
  *out = {wrap_lon(center.lon + lambda / kRadians), std::asin(sin_phi) / kRadians};
  return true;
}

}  // namespace tablero
