#include "map/labels.h"

#include <algorithm>
#include <cmath>

#include "base/sort.h"

namespace tablero {

namespace {

constexpr float kGap = 3;           // CSS pixels between a mark and its label
constexpr float kMargin = 3;        // CSS pixels kept free around a label
constexpr double kFadeTime = 0.15;  // seconds
constexpr double kRim =
    0.25;  // share of the globe's radius in depth: labels so close to the rim would float beside it
constexpr double kStaysBonus =
    1.15;  // hysteresis: a shown label is replaced only by one this much more important
constexpr int kSlots = 4;
constexpr float kCell = 64;  // CSS pixels

LabelRect rect_in_slot(const LabelCandidate& c, const ScreenPoint& at, int slot) {
  // Snapped to whole pixels: text at fractional positions looks blurred and jitters.
  const auto x = static_cast<float>(at.x), y = static_cast<float>(at.y);
  float x0 = x - c.width / 2, y0 = y - c.height / 2;
  if (c.offset > 0) {
    const float reach = c.offset + kGap;
    if (slot == 0) x0 = x + reach;
    if (slot == 1) x0 = x - reach - c.width;
    if (slot == 2) y0 = y + reach;
    if (slot == 3) y0 = y - reach - c.height;
  }
  x0 = std::round(x0);
  y0 = std::round(y0);
  return {x0, y0, x0 + c.width, y0 + c.height};
}

}  // namespace

void LabelPlacer::begin_cells(const Camera& camera) {
  columns_ = static_cast<int>(camera.width() / kCell) + 1;
  rows_ = static_cast<int>(camera.height() / kCell) + 1;
  cells_.assign(cell_at(0, rows_), -1);
  links_.clear();
  taken_.clear();
}

// Rectangles outside the viewport are clamped to the cells at its edge.
LabelPlacer::Cells LabelPlacer::cells_of(const LabelRect& rect) const {
  const auto cell = [](float at, int count) {
    return static_cast<int>(std::clamp(at / kCell, 0.0f, static_cast<float>(count - 1)));
  };
  return {cell(rect.x0 - kMargin, columns_), cell(rect.y0 - kMargin, rows_),
          cell(rect.x1 + kMargin, columns_), cell(rect.y1 + kMargin, rows_)};
}

void LabelPlacer::take(const LabelRect& rect) {
  const auto number = static_cast<std::uint32_t>(taken_.size());
  taken_.push_back(rect);
  const Cells cells = cells_of(rect);
  for (int y = cells.y0; y <= cells.y1; ++y) {
    for (int x = cells.x0; x <= cells.x1; ++x) {
      std::int32_t& first = cells_[cell_at(x, y)];
      links_.push_back({number, first});
      first = static_cast<std::int32_t>(links_.size()) - 1;
    }
  }
}

bool LabelPlacer::is_free(const LabelRect& rect) const {
  const Cells cells = cells_of(rect);
  for (int y = cells.y0; y <= cells.y1; ++y) {
    for (int x = cells.x0; x <= cells.x1; ++x) {
      std::int32_t at = cells_[cell_at(x, y)];
      while (at >= 0) {
        const Link& link = links_[static_cast<std::size_t>(at)];
        const LabelRect& t = taken_[link.rect];
        if (rect.x0 < t.x1 + kMargin && rect.x1 > t.x0 - kMargin && rect.y0 < t.y1 + kMargin &&
            rect.y1 > t.y0 - kMargin) {
          return false;
        }
        at = link.next;
      }
    }
  }
  return true;
}

const LabelPlacer::Shown* LabelPlacer::shown_before(std::uint32_t id) const {
  const auto at = std::lower_bound(shown_.begin(), shown_.end(), id,
                                   [](const Shown& s, std::uint32_t key) { return s.id < key; });
  return at != shown_.end() && at->id == id ? &*at : nullptr;
}

std::span<const PlacedLabel> LabelPlacer::place(std::span<const LabelCandidate> candidates,
                                                const Camera& camera,
                                                std::span<const LabelRect> obstacles, double dt,
                                                bool reduced_motion, bool* moving, bool at_rest) {
  order_.clear();
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    const LabelCandidate& c = candidates[i];
    const bool fits = c.max_width_world <= 0 || c.width <= c.max_width_world * camera.world_size();
    if (camera.zoom() < c.min_zoom || !fits) continue;
    order_.push_back(i);
  }
  const auto rank = [&](std::uint32_t i) {
    const double p = candidates[i].priority;
    if (at_rest || shown_before(candidates[i].id) == nullptr) return p;
    return p > 0 ? p * kStaysBonus : p / kStaysBonus;
  };
  sort(order_, [&](std::uint32_t a, std::uint32_t b) {
    const double ra = rank(a), rb = rank(b);
    return ra != rb ? ra > rb : candidates[a].id < candidates[b].id;
  });

  begin_cells(camera);
  for (const LabelRect& rect : obstacles) take(rect);
  placed_.clear();
  next_.clear();
  *moving = false;
  const float step = reduced_motion ? 1.0f : static_cast<float>(std::max(0.0, dt) / kFadeTime);
  const auto width = static_cast<float>(camera.width()),
             height = static_cast<float>(camera.height());
  for (const std::uint32_t i : order_) {
    const LabelCandidate& c = candidates[i];
    if (camera.morph() > 0 && !camera.on_near_side(to_lon_lat(c.anchor), kRim)) continue;
    const ScreenPoint at = camera.to_screen(c.anchor);
    if (at.x < -c.width || at.x > width + c.width || at.y < -c.height || at.y > height + c.height) {
      continue;
    }
    const Shown* before = shown_before(c.id);
    const int first = before != nullptr && !at_rest ? before->slot : 0;
    const int slots = c.offset > 0 ? kSlots : 1;
    for (int k = 0; k < slots; ++k) {
      // Tries the slot of the last frame first, then the usual order.
      const int slot = k == 0 ? std::min(first, slots - 1) : k <= first ? k - 1 : k;
      const LabelRect rect = rect_in_slot(c, at, slot);
      if (rect.x0 < 0 || rect.y0 < 0 || rect.x1 > width || rect.y1 > height) continue;
      if (!is_free(rect)) continue;
      const float alpha = std::min(1.0f, (before != nullptr ? before->alpha : 0) + step);
      if (alpha < 1) *moving = true;
      take(rect);
      placed_.push_back({c.id, i, rect, alpha});
      next_.push_back({c.id, static_cast<std::uint8_t>(slot), alpha});
      break;
    }
  }
  sort(next_, [](const Shown& a, const Shown& b) { return a.id < b.id; });
  std::swap(shown_, next_);
  return placed_;
}

void LabelPlacer::clear() { shown_.clear(); }

}  // namespace tablero
