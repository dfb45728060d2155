#include "map/refine.h"

#include <array>
#include <cmath>
#include <numbers>

#include "base/list.h"
#include "map/segment_chunks.h"

namespace tablero {

namespace {

constexpr int kMaxDepth = 60;  // halvings; a safety limit for malformed data

struct Direction {
  double x, y, z;
};

Direction direction(const MapVertex& v) {
  const double lambda = static_cast<double>(v.x) * 2 * std::numbers::pi;
  const double t = -static_cast<double>(v.y) * 2 * std::numbers::pi;  // latitude = gd(t)
  const double c = 1 / std::cosh(t);
  return {c * std::cos(lambda), c * std::sin(lambda), std::tanh(t)};
}

MapVertex middle(const MapVertex& a, const MapVertex& b) {
  return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

double chord(const MapVertex& a, const MapVertex& b) {
  const Direction u = direction(a), v = direction(b);
  return std::hypot(u.x - v.x, u.y - v.y, u.z - v.z);
}

// Length on the unit sphere, measured via the midpoint: the ends of an edge around the pole are
// near each other.
double length(const MapVertex& a, const MapVertex& b) {
  const MapVertex m = middle(a, b);
  return chord(a, m) + chord(m, b);
}

class Refiner {
 public:
  Refiner(BaseMap* out, double limit) : out_(*out), limit_(limit) {}

  void triangle(std::array<std::uint32_t, 3> corners, int depth) {
    int longest = -1;
    double most = limit_;
    for (int i = 0; i < 3; ++i) {
      const double edge = length(at(corners, i), at(corners, i + 1));
      if (edge > most) {
        most = edge;
        longest = i;
      }
    }
    if (longest < 0 || depth == kMaxDepth) {
      out_.triangles.insert(out_.triangles.end(), corners.begin(), corners.end());
      return;
    }
    const auto a = corners[static_cast<std::size_t>(longest)];
    const auto b = corners[static_cast<std::size_t>((longest + 1) % 3)];
    const auto c = corners[static_cast<std::size_t>((longest + 2) % 3)];
    const auto m = static_cast<std::uint32_t>(out_.vertices.size());
    out_.vertices.push_back(middle(out_.vertices[a], out_.vertices[b]));
    out_.vertex_country.push_back(out_.vertex_country[a]);
    triangle({a, m, c}, depth + 1);
    triangle({m, b, c}, depth + 1);
  }

  void segment(const MapSegment& s, int depth, List<MapSegment>* list) {
    if (depth == kMaxDepth || length(s.a, s.b) <= limit_) {
      list->push_back(s);
      return;
    }
    const MapVertex m = middle(s.a, s.b);
    segment({s.a, m}, depth + 1, list);
    segment({m, s.b}, depth + 1, list);
  }

 private:
  const MapVertex& at(const std::array<std::uint32_t, 3>& corners, int i) const {
    return out_.vertices[corners[static_cast<std::size_t>(i % 3)]];
  }

  BaseMap& out_;
  double limit_;
};

}  // namespace

BaseMap refined(const BaseMap& map, double max_degrees) {
  BaseMap out;
  out.vertices = map.vertices;
  out.vertex_country = map.vertex_country;
  out.countries = map.countries;
  Refiner refiner(&out, max_degrees * std::numbers::pi / 180);
  for (MapCountry& country : out.countries) {
    const std::uint32_t begin = country.index_begin, end = country.index_end;
    country.index_begin = static_cast<std::uint32_t>(out.triangles.size());
    for (std::uint32_t i = begin; i < end; i += 3) {
      refiner.triangle({map.triangles[i], map.triangles[i + 1], map.triangles[i + 2]}, 0);
    }
    country.index_end = static_cast<std::uint32_t>(out.triangles.size());
  }
  for (const MapSegment& s : map.coast) refiner.segment(s, 0, &out.coast);
  for (const MapSegment& s : map.borders) refiner.segment(s, 0, &out.borders);
  out.coast_chunks = chunk_segments(&out.coast);
  out.border_chunks = chunk_segments(&out.borders);
  return out;
}

}  // namespace tablero
