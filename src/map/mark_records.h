// The records of the marks in GL, as bubble.vert and density_splat.vert read them.
#pragma once

#include <cstdint>
#include <string>

#include "gpu/texture.h"
#include "map/map_points.h"
#include "map/map_renderer.h"

namespace tablero {

class MarkRecords {
 public:
  explicit MarkRecords(const std::string& name) : texture_(name) {}

  // Uploads the instances of `points` if they have changed, and binds them to unit 0.
  void bind(const MapPoints& points, MapStats* stats) {
    if (revision_ != points.revision() || texture_.id() == 0) {
      revision_ = points.revision();
      constexpr std::size_t kRecords = sizeof(MarkInstance) / (4 * sizeof(float));
      const auto instances = points.instances();
      texture_.set_records(instances.data(), instances.size() * kRecords, &stats->uploads);
    }
    texture_.bind(0);
  }
  void forget() {
    texture_.forget();
    revision_ = 0;
  }

 private:
  Texture texture_;
  std::uint64_t revision_ = 0;  // of the points whose instances these are
};

}  // namespace tablero
