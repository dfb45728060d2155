#include "geo/zoom_path.h"

#include <algorithm>
#include <cmath>

namespace tablero {

namespace {
constexpr double kNoTravel = 1e-9;  // centers nearer than this share of the width: zooming only
}

ZoomPath::ZoomPath(const WorldPoint& from, double from_width, const WorldPoint& to, double to_width,
                   double rho)
    : from_(from), to_(to), w0_(from_width), w1_(to_width), rho_(rho) {
  to_.x = nearest_x(to.x, from.x);
  const double dx = to_.x - from_.x, dy = to_.y - from_.y;
  u1_ = std::hypot(dx, dy);
  if (u1_ < kNoTravel * std::max(w0_, w1_)) {
    u1_ = 0;
    length_ = std::abs(std::log(w1_ / w0_)) / rho_;
    return;
  }
  const double rho2 = rho_ * rho_, rho4_u2 = rho2 * rho2 * u1_ * u1_;
  // Eq. (9): r_i = ln(-b_i + sqrt(b_i^2 + 1)) = -asinh(b_i).
  const double b0 = (w1_ * w1_ - w0_ * w0_ + rho4_u2) / (2 * w0_ * rho2 * u1_);
  const double b1 = (w1_ * w1_ - w0_ * w0_ - rho4_u2) / (2 * w1_ * rho2 * u1_);
  r0_ = -std::asinh(b0);
  length_ = (-std::asinh(b1) - r0_) / rho_;
}

ZoomPath::View ZoomPath::at(double t) const {
  if (!(t > 0)) return {from_, w0_};
  if (t >= 1) return {to_, w1_};
  const double s = t * length_;
  if (u1_ == 0) {
    const double direction = w1_ < w0_ ? -1 : 1;
    return {{from_.x + (to_.x - from_.x) * t, from_.y + (to_.y - from_.y) * t},
            w0_ * std::exp(direction * rho_ * s)};
  }
  const double rho2 = rho_ * rho_;
  const double u = w0_ / rho2 * (std::cosh(r0_) * std::tanh(rho_ * s + r0_) - std::sinh(r0_));
  const double share = u / u1_;
  return {{from_.x + (to_.x - from_.x) * share, from_.y + (to_.y - from_.y) * share},
          w0_ * std::cosh(r0_) / std::cosh(rho_ * s + r0_)};
}

}  // namespace tablero
