// Smooth and efficient zooming and panning: van Wijk & Nuij, "Smooth and efficient zooming and
// panning", IEEE InfoVis 2003, equations (9) to (12).
#pragma once

#include "geo/mercator.h"

namespace tablero {

// A path between two views (centre and visible width, both in world units) that feels of even
// speed: it zooms out, travels and zooms in again when that is shorter for the eye.
class ZoomPath {
 public:
  // X is taken the short way round the world. Widths must be > 0. RHO is the paper's trade-off
  // between zooming and panning; 1.42 is its recommendation.
  ZoomPath(const WorldPoint& from, double from_width, const WorldPoint& to, double to_width,
           double rho = 1.42);

  struct View {
    WorldPoint center;
    double width = 1;
  };

  double length() const { return length_; }  // S of the paper, >= 0; duration = length / speed
  View at(double t) const;                   // t in [0, 1], clamped; exact at both ends

 private:
  WorldPoint from_, to_;
  double w0_, w1_, rho_, u1_, r0_ = 0, length_ = 0;
};

}  // namespace tablero
