// Label placement on the map: which labels are shown and where, by importance, without overlaps,
// stable while panning. Computes positions only; the view draws the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/list.h"
#include "map/camera.h"

namespace tablero {

struct LabelCandidate {
  std::uint32_t id = 0;  // stable over frames, unique
  WorldPoint anchor;
  float width = 0, height = 0;  // of the text, CSS pixels
  float offset = 0;  // CSS pixels kept free around the anchor (a mark's radius); 0: centered on it
  double priority = 0;         // larger wins; at a tie the smaller id
  float min_zoom = 0;          // not shown below
  double max_width_world = 0;  // > 0: shown only while the text is no wider than this, world units
};

struct LabelRect {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // CSS pixels in the map's rectangle
};

struct PlacedLabel {
  std::uint32_t id = 0;
  std::uint32_t index = 0;  // of the candidate
  LabelRect rect;           // of the text
  float alpha = 1;          // fades in over 150 ms
};

// Greedy placement with hysteresis: labels that were shown in the last frame keep their place as
// long as it is free and no more important label needs it; then by priority, each at the first free
// one of its positions (right, left, below, above of its mark, or centered). A label that loses its
// place disappears at once: two labels never overlap.
class LabelPlacer {
 public:
  // `obstacles`: rectangles to keep free (controls, marks); use `offset`, not an obstacle, for the
  // area around a candidate's own anchor. `dt` in seconds. The result is valid until the next call;
  // `*moving` receives whether a fade is still running. `at_rest`: no hysteresis, the same view has
  // the same labels whatever was shown before.
  std::span<const PlacedLabel> place(std::span<const LabelCandidate> candidates,
                                     const Camera& camera, std::span<const LabelRect> obstacles,
                                     double dt, bool reduced_motion, bool* moving,
                                     bool at_rest = false);
  void clear();

 private:
  struct Shown {
    std::uint32_t id;
    std::uint8_t slot;
    float alpha;
  };
  // Spatial hash of the obstacles in cells of the viewport, so that a label is not tested against
  // every mark.
  struct Link {
    std::uint32_t rect;
    std::int32_t next;  // in links_, of the same cell; -1: none
  };
  struct Cells {
    int x0, y0, x1, y1;  // inclusive
  };
  void begin_cells(const Camera& camera);
  Cells cells_of(const LabelRect& rect) const;
  std::size_t cell_at(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(x);
  }
  void take(const LabelRect& rect);
  bool is_free(const LabelRect& rect) const;
  const Shown* shown_before(std::uint32_t id) const;

  List<std::uint32_t> order_;
  List<Shown> shown_, next_;  // sorted by id
  List<LabelRect> taken_;
  List<Link> links_;
  List<std::int32_t> cells_;  // the first link of each
  int columns_ = 1, rows_ = 1;
  List<PlacedLabel> placed_;
};

}  // namespace tablero
