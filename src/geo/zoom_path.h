// Smooth and efficient zooming and panning: van Wijk & Nuij, "Smooth and efficient zooming and
// panning", IEEE InfoVis 2003, equations (9) to (12).
#pragma once

#include "geo/mercator.h"

namespace tablero {

// A path between two views (center and visible width, both in world units) at constant perceived
// speed: it zooms out, travels and zooms in again when that is the shorter path in the paper's
// metric.
class ZoomPath {
 public:
  // Travels the short way round the world in x. Widths must be > 0. `rho` is the paper's trade-off
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
