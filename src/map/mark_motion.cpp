// Transitions between two sets of marks: MapPoints::build_instances().
#include <algorithm>
#include <cmath>

#include "base/sort.h"
#include "map/map_points.h"

namespace tablero {

namespace {

constexpr std::size_t kMaxMoving = 20000;  // more marks than this change at once

MarkInstance resting(const Mark& mark) {
  const auto x = static_cast<float>(mark.position.x - 0.5);
  const auto y = static_cast<float>(mark.position.y - 0.5);
  return {x,           y,           x, y,
          mark.radius, mark.radius, 1, static_cast<float>((mark.color & 7) | mark.flags << 3)};
}

// The interpolated state of an instance at `phase`, as the start of a new transition.
MarkInstance frozen(const MarkInstance& m, float phase) {
  const auto mix = [phase](float a, float b) { return a + (b - a) * phase; };
  float way = m.to_x - m.from_x;
  way -= std::floor(way + 0.5f);
  MarkInstance now = m;
  now.from_x = m.to_x - way * (1 - phase);
  now.from_y = mix(m.from_y, m.to_y);
  now.from_radius = mix(m.from_radius, m.to_radius);
  now.from_alpha = mix(m.from_alpha, m.to_alpha());
  return now;
}

}  // namespace

// Fills instances_ for marks_ (same order), then marks of previous_ that fade away.
void MapPoints::build_instances(bool animate, bool same_data) {
  instances_.clear();
  for (const Mark& mark : marks_) instances_.push_back(resting(mark));
  if (!animate || marks_.size() > kMaxMoving || previous_.size() > kMaxMoving) {
    elapsed_ = kMotionSeconds;
    return;
  }
  elapsed_ = 0;
  continue_marks(same_data);
  add_leaving(same_data);
}

// Sets the start state of every mark: the old mark with the same lead, or the cluster that it
// splits from; otherwise it appears in place.
void MapPoints::continue_marks(bool same_data) {
  previous_order_.clear();
  for (std::uint32_t i = 0; i < previous_.size(); ++i) {
    previous_order_.push_back({previous_[i].lead, i});
  }
  sort(previous_order_);
  if (same_data) {
    mark_of_node_.assign(clusters().node_count(), -1);
    for (std::size_t i = 0; i < previous_.size(); ++i) {
      mark_of_node_[previous_[i].node] = static_cast<std::int32_t>(i);
    }
  }
  continued_.assign(previous_.size(), false);
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    MarkInstance& instance = instances_[i];
    const auto at = std::lower_bound(previous_order_.begin(), previous_order_.end(),
                                     std::pair(marks_[i].lead, 0u));
    if (at != previous_order_.end() && at->first == marks_[i].lead) {
      const MarkInstance before = frozen(previous_instances_[at->second], previous_phase_);
      instance.from_x = before.from_x;
      instance.from_y = before.from_y;
      instance.from_radius = before.from_radius;
      instance.from_alpha = before.from_alpha;
      continued_[at->second] = true;
      continue;
    }
    instance.from_alpha = 0;
    instance.from_radius = 0;
    if (!same_data) continue;
    ClusterIndex::Node node = marks_[i].node;
    while (node != ClusterIndex::kNone && mark_of_node_[node] < 0) node = clusters().parent(node);
    if (node == ClusterIndex::kNone) continue;
    const auto out_of = static_cast<std::size_t>(mark_of_node_[node]);
    const MarkInstance before = frozen(previous_instances_[out_of], previous_phase_);
    instance.from_x = before.from_x;
    instance.from_y = before.from_y;
    instance.from_radius = instance.to_radius;
    instance.from_alpha = 1;
  }
}

// Adds the marks that have disappeared: they move into the cluster that absorbed them, or shrink in
// place.
void MapPoints::add_leaving(bool same_data) {
  if (same_data) {
    mark_of_node_.assign(clusters().node_count(), -1);
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      mark_of_node_[marks_[i].node] = static_cast<std::int32_t>(i);
    }
  }
  for (std::size_t i = 0; i < previous_.size(); ++i) {
    if (continued_[i]) continue;
    MarkInstance leaving = frozen(previous_instances_[i], previous_phase_);
    leaving.to_x = leaving.from_x;
    leaving.to_y = leaving.from_y;
    leaving.to_radius = 0;
    leaving.look += MarkInstance::kLookLeaving;
    if (same_data) {
      ClusterIndex::Node node = previous_[i].node;
      while (node != ClusterIndex::kNone && mark_of_node_[node] < 0) node = clusters().parent(node);
      if (node != ClusterIndex::kNone) {
        const MarkInstance& into = instances_[static_cast<std::size_t>(mark_of_node_[node])];
        leaving.to_x = into.to_x;
        leaving.to_y = into.to_y;
        leaving.to_radius = leaving.from_radius;
      }
    }
    instances_.push_back(leaving);
  }
}

}  // namespace tablero
