#include "map/base_map.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <utility>

#include "base/hash.h"
#include "base/list.h"
#include "base/text.h"
#include "map/mesh_reader.h"
#include "map/segment_chunks.h"

namespace tablero {

namespace {

constexpr std::string_view kMagic = "TBM1";
constexpr std::size_t kChecksumEnd = 8;
constexpr std::uint32_t kMaxCountries = 4096;  // far above the world's; vertex_country has 16 bits

struct GridPoint {
  std::int32_t x, y;
};

struct Arc {
  std::uint32_t begin, end;  // in Decoder::points_
  std::uint32_t kind;
};
constexpr std::uint32_t kCoast = 0, kBorder = 1;

struct Counts {
  std::uint32_t bits, arcs, points, countries, polygons, rings, ring_arcs, triangles, bridges;
};

// Decodes one file. Each step returns false at the first inconsistency; fault() then says where.
class Decoder {
 public:
  Decoder(std::string_view body, std::string_view file) : in_(body), file_(file) {}

  Result<BaseMap> run() {
    const bool done = read_counts() && read_arcs() && read_countries() && read_structure() &&
                      build_polygons() && in_.left() == 0;
    if (!done) return fault();
    build_lines();
    return std::move(map_);
  }

 private:
  Fault fault() const {
    return {std::string(file_), "byte " + std::to_string(in_.position() + kChecksumEnd),
            std::string("a base map (") + step_ + ")", "broken or missing data"};
  }

  bool read_counts();
  bool read_arcs();
  bool read_countries();
  bool read_structure();
  bool build_polygons();
  bool read_ring(List<GridPoint>* out);
  bool merge_hole(const List<GridPoint>& hole);
  bool cut_ears(std::uint32_t country);
  void build_lines();
  MapVertex vertex(const GridPoint& p) const;

  MeshReader in_;
  std::string_view file_;
  const char* step_ = "header";
  Counts n_{};
  double unit_ = 1;  // world units per grid unit
  List<GridPoint> points_;
  List<Arc> arcs_;
  List<std::uint32_t> polygons_of_country_, rings_of_polygon_, arcs_of_ring_, ring_arcs_, bridges_;
  std::size_t next_ring_ = 0, next_ring_arc_ = 0, next_bridge_ = 0;
  List<GridPoint> merged_;
  List<std::uint32_t> next_, prev_;
  std::uint64_t steps_left_ = 0, ring_points_left_ = 0;
  BaseMap map_;
};

bool Decoder::read_counts() {
  n_.bits = in_.u32();
  for (std::uint32_t* count : {&n_.arcs, &n_.points, &n_.countries, &n_.polygons, &n_.rings,
                               &n_.ring_arcs, &n_.triangles, &n_.bridges}) {
    *count = in_.u32();
    // Every counted item takes at least one byte below, so a count larger than the file is rejected
    // before anything is allocated.
    if (*count > in_.left()) return false;
  }
  unit_ = std::exp2(-static_cast<double>(n_.bits));
  return in_.ok() && n_.bits >= 8 && n_.bits <= 22 && n_.countries <= kMaxCountries;
}

bool Decoder::read_arcs() {
  step_ = "arcs";
  arcs_.reserve(n_.arcs);
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < n_.arcs; ++i) {
    const std::uint32_t v = in_.varint(), count = v / 4;
    if (!in_.ok() || count < 2 || count > n_.points - begin) return false;
    arcs_.push_back({begin, begin + count, v % 4});
    begin += count;
  }
  if (begin != n_.points) return false;
  points_.resize(n_.points);
  const std::int64_t limit = std::int64_t{4} << n_.bits;
  for (std::int32_t GridPoint::*axis : {&GridPoint::x, &GridPoint::y}) {
    std::int64_t value = 0;
    for (GridPoint& p : points_) {
      value += in_.signed_varint();
      if (!in_.ok() || value < -limit || value > limit) return false;
      p.*axis = static_cast<std::int32_t>(value);
    }
  }
  return true;
}

bool Decoder::read_countries() {
  step_ = "countries";
  map_.countries.resize(n_.countries);
  std::int64_t x = 0, y = 0;
  for (MapCountry& country : map_.countries) {
    country.iso2[0] = static_cast<char>(in_.byte());
    country.iso2[1] = static_cast<char>(in_.byte());
    polygons_of_country_.push_back(in_.varint());
    x += in_.signed_varint();
    y += in_.signed_varint();
    country.label = {static_cast<double>(x) * unit_, static_cast<double>(y) * unit_};
    country.label_radius = in_.varint() * unit_;
    const bool has_code = is_country_code({country.iso2, 2});
    const bool no_code = country.iso2[0] == 0 && country.iso2[1] == 0;
    if (!in_.ok() || !(has_code || no_code)) return false;
  }
  return true;
}

bool Decoder::read_structure() {
  step_ = "polygons";
  const auto read_list = [this](std::uint32_t count, List<std::uint32_t>* out) {
    out->reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) out->push_back(in_.varint());
  };
  const auto total = [](const List<std::uint32_t>& list) {
    std::uint64_t sum = 0;
    for (const std::uint32_t v : list) sum += v;
    return sum;
  };
  read_list(n_.polygons, &rings_of_polygon_);
  read_list(n_.rings, &arcs_of_ring_);
  if (total(polygons_of_country_) != n_.polygons || total(rings_of_polygon_) != n_.rings ||
      total(arcs_of_ring_) != n_.ring_arcs) {
    return false;
  }
  std::int64_t ref = 0;
  for (std::uint32_t i = 0; i < n_.ring_arcs; ++i) {
    ref += in_.signed_varint();
    if (ref < 0 || ref >= std::int64_t{2} * n_.arcs) return false;
    ring_arcs_.push_back(static_cast<std::uint32_t>(ref));
  }
  std::uint64_t holes = 0;
  for (const std::uint32_t rings : rings_of_polygon_) {
    if (rings == 0) return false;
    holes += rings - 1;
  }
  if (holes != n_.bridges) return false;
  read_list(2 * n_.bridges, &bridges_);
  return in_.ok();
}

bool Decoder::read_ring(List<GridPoint>* out) {
  out->clear();
  const std::uint32_t count = arcs_of_ring_[next_ring_++];
  for (std::uint32_t k = 0; k < count; ++k) {
    const std::uint32_t ref = ring_arcs_[next_ring_arc_++];
    const Arc& arc = arcs_[ref / 2];
    // The last point of each arc is the first one of the next.
    if (ref % 2 == 0) {
      const auto first = points_.begin() + static_cast<std::ptrdiff_t>(arc.begin);
      out->insert(out->end(), first, first + static_cast<std::ptrdiff_t>(arc.end - 1 - arc.begin));
    } else {
      for (std::uint32_t i = arc.end - 1; i > arc.begin; --i) out->push_back(points_[i]);
    }
    if (out->size() > ring_points_left_) return false;
  }
  ring_points_left_ -= out->size();
  return out->size() >= 3;
}

bool Decoder::merge_hole(const List<GridPoint>& hole) {
  const std::size_t at = bridges_[next_bridge_++], from = bridges_[next_bridge_++];
  if (at >= merged_.size() || from >= hole.size()) return false;
  List<GridPoint> turned(hole.begin() + static_cast<std::ptrdiff_t>(from), hole.end());
  turned.insert(turned.end(), hole.begin(), hole.begin() + static_cast<std::ptrdiff_t>(from));
  turned.push_back(hole[from]);
  turned.push_back(merged_[at]);
  merged_.insert(merged_.begin() + static_cast<std::ptrdiff_t>(at) + 1, turned.begin(),
                 turned.end());
  return true;
}

MapVertex Decoder::vertex(const GridPoint& p) const {
  return {static_cast<float>(p.x * unit_ - 0.5), static_cast<float>(p.y * unit_ - 0.5)};
}

// Replays the ear clipping in the order of the file: each ear removes a triangle (previous, cut,
// next) from merged_.
bool Decoder::cut_ears(std::uint32_t country) {
  const auto count = static_cast<std::uint32_t>(merged_.size());
  const auto base = static_cast<std::uint32_t>(map_.vertices.size());
  next_.resize(count);
  prev_.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    map_.vertices.push_back(vertex(merged_[i]));
    map_.vertex_country.push_back(static_cast<std::uint16_t>(country));
    next_[i] = i + 1 < count ? i + 1 : 0;
    prev_[i] = i > 0 ? i - 1 : count - 1;
  }
  std::uint32_t cursor = 0;
  for (std::uint32_t left = count; left > 2; --left) {
    std::uint32_t skip = in_.varint();
    if (!in_.ok() || skip > steps_left_) return false;
    steps_left_ -= skip;
    for (; skip > 0; --skip) cursor = next_[cursor];
    const std::uint32_t a = prev_[cursor], c = next_[cursor];
    map_.triangles.insert(map_.triangles.end(), {base + a, base + cursor, base + c});
    next_[a] = c;
    prev_[c] = a;
    cursor = c;
  }
  return true;
}

bool Decoder::build_polygons() {
  step_ = "triangles";
  constexpr std::uint64_t kStepsPerTriangle = 64;  // real files need about 2
  steps_left_ = kStepsPerTriangle * (n_.triangles + 64);
  // A ring of n points gives n - 2 triangles, so the counts of the header bound all the work below.
  ring_points_left_ = std::uint64_t{n_.triangles} + 2 * std::uint64_t{n_.polygons};
  map_.triangles.reserve(std::size_t{3} * n_.triangles);
  map_.vertices.reserve(static_cast<std::size_t>(ring_points_left_));
  map_.vertex_country.reserve(static_cast<std::size_t>(ring_points_left_));
  List<GridPoint> hole;
  std::size_t polygon = 0;
  for (std::uint32_t c = 0; c < n_.countries; ++c) {
    MapCountry& country = map_.countries[c];
    const std::size_t first_vertex = map_.vertices.size();
    country.index_begin = static_cast<std::uint32_t>(map_.triangles.size());
    for (std::uint32_t k = 0; k < polygons_of_country_[c]; ++k) {
      const std::uint32_t rings = rings_of_polygon_[polygon++];
      if (!read_ring(&merged_)) return false;
      for (std::uint32_t r = 1; r < rings; ++r) {
        if (!read_ring(&hole) || !merge_hole(hole)) return false;
      }
      const std::size_t triangles = map_.triangles.size() / 3 + merged_.size() - 2;
      if (triangles > n_.triangles || !cut_ears(c)) return false;
    }
    country.index_end = static_cast<std::uint32_t>(map_.triangles.size());
    country.bounds = bounds_of_vertices(std::span(map_.vertices).subspan(first_vertex));
  }
  return map_.triangles.size() == std::size_t{3} * n_.triangles;
}

void Decoder::build_lines() {
  // An edge with both ends on the antimeridian is an artifact of the source, which was cut there:
  // not drawn.
  const std::int32_t world = std::int32_t{1} << n_.bits;
  const auto on_seam = [world](const GridPoint& p) { return p.x % world == 0; };
  for (const Arc& arc : arcs_) {
    if (arc.kind != kCoast && arc.kind != kBorder) continue;
    List<MapSegment>& out = arc.kind == kCoast ? map_.coast : map_.borders;
    for (std::uint32_t i = arc.begin; i + 1 < arc.end; ++i) {
      if (on_seam(points_[i]) && on_seam(points_[i + 1])) continue;
      out.push_back({vertex(points_[i]), vertex(points_[i + 1])});
    }
  }
  map_.coast_chunks = chunk_segments(&map_.coast);
  map_.border_chunks = chunk_segments(&map_.borders);
}

double edge(const MapVertex& a, const MapVertex& b, double x, double y) {
  return (static_cast<double>(b.x) - a.x) * (y - a.y) -
         (static_cast<double>(b.y) - a.y) * (x - a.x);
}

bool contains(const BaseMap& map, const MapCountry& country, double x, double y) {
  for (std::uint32_t i = country.index_begin; i < country.index_end; i += 3) {
    const MapVertex& a = map.vertices[map.triangles[i]];
    const MapVertex& b = map.vertices[map.triangles[i + 1]];
    const MapVertex& c = map.vertices[map.triangles[i + 2]];
    if (edge(a, b, x, y) >= 0 && edge(b, c, x, y) >= 0 && edge(c, a, x, y) >= 0) return true;
  }
  return false;
}

}  // namespace

int BaseMap::find(std::string_view iso2) const {
  if (iso2.size() != 2) return -1;
  for (std::size_t i = 0; i < countries.size(); ++i) {
    if (iso2 == countries[i].iso2) return static_cast<int>(i);
  }
  return -1;
}

int BaseMap::country_at(const WorldPoint& p) const {
  const double x = wrap_x(p.x);
  for (std::size_t i = 0; i < countries.size(); ++i) {
    const WorldBounds& b = countries[i].bounds;
    if (p.y < b.min.y || p.y > b.max.y) continue;
    for (const double copy : {x - 1, x, x + 1}) {
      if (copy < b.min.x || copy > b.max.x) continue;
      if (contains(*this, countries[i], copy - 0.5, p.y - 0.5)) return static_cast<int>(i);
    }
  }
  return -1;
}

Result<BaseMap> decode_base_map(std::string_view bytes, std::string_view file) {
  if (bytes.substr(0, kMagic.size()) != kMagic) {
    const bool is_page = bytes.substr(0, 1) == "<";
    return Fault{std::string(file), "byte 0", "a base map (TBM1)",
                 is_page         ? "a web page"
                 : bytes.empty() ? "an empty file"
                                 : "something else"};
  }
  MeshReader head(bytes.substr(kMagic.size()));
  const std::uint32_t stated = head.u32();
  const std::string_view body = bytes.substr(std::min(bytes.size(), kChecksumEnd));
  if (!head.ok() || stated != hash_more(kHashStart, body)) {
    return Fault{std::string(file), "", "a whole base map",
                 "a truncated or changed one (" + std::to_string(bytes.size()) + " bytes)"};
  }
  return Decoder(body, file).run();
}

}  // namespace tablero
