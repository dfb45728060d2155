// The map at scale in a browser: what tests/bench/web/map.mjs calls and times. Generated points,
// the base map and the shaders of the product, without its interface.
#include <emscripten.h>

#include <cstddef>
#include <memory>
#include <random>
#include <string_view>

#include "../generated_points.h"
#include "map/map_renderer.h"
#include "map/picking.h"
#include "platform/web/embedded_shader.h"

namespace tablero {
namespace {

MapColors colors() {
  MapColors c;
  c.ocean = {0.96f, 0.97f, 0.98f, 1};
  c.land = {0.87f, 0.89f, 0.93f, 1};
  c.border = c.mark_ring = {1, 1, 1, 1};
  c.coast = {0.71f, 0.75f, 0.82f, 1};
  c.series.fill({0.12f, 0.23f, 0.54f, 0.95f});
  for (std::size_t i = 0; i < c.density.size(); ++i) {
    c.density[i] = {0.12f, 0.23f, 0.54f, static_cast<float>(i) / 4};
  }
  return c;
}

struct Bench {
  MapRenderer renderer{[](std::string_view file) { return embedded_shader(file); }};
  Camera camera;
  MapPoints points;
  List<MapPoint> given;
  PointOptions options;
  PointReport report;
  MapFrame frame;
  std::mt19937 random{6};
};

}  // namespace
}  // namespace tablero

using namespace tablero;

extern "C" {

EMSCRIPTEN_KEEPALIVE Bench* bench_create(int width, int height) {
  auto* b = new Bench;
  b->camera.set_viewport(width, height);
  b->frame.camera = &b->camera;
  b->frame.points = &b->points;
  b->frame.colors = colors();
  b->frame.viewport = {0, 0, width, height};
  b->frame.reduced_motion = true;
  return b;
}

// What the program does while the data is loading.
EMSCRIPTEN_KEEPALIVE void bench_prepare(Bench* b) { b->renderer.begin_shaders(); }
EMSCRIPTEN_KEEPALIVE void bench_warm_up(Bench* b) { b->renderer.warm_up(b->frame); }

EMSCRIPTEN_KEEPALIVE bool bench_base_map(Bench* b, const char* bytes, std::size_t length) {
  Result<BaseMap> map = decode_base_map({bytes, length}, "110m.bin");
  if (map.ok()) {
    b->renderer.set_base_map(0, std::make_shared<const BaseMap>(std::move(map.value())));
  }
  return map.ok();
}

// `style` as PointStyle; `cluster` false: every point is a mark.
EMSCRIPTEN_KEEPALIVE void bench_generate(Bench* b, int count, int style, bool cluster) {
  b->options = {};
  b->options.style = static_cast<PointStyle>(style);
  b->options.cluster = cluster;
  b->given = generated_points(count);
}

// Leaves out each `every`-th point (0: none), as a filter would; returns how many are drawn.
EMSCRIPTEN_KEEPALIVE int bench_filter(Bench* b, std::uint32_t every) {
  for (MapPoint& p : b->given) p.shown = every == 0 || p.id % every != 0;
  b->report = b->points.set(b->given, b->options, true);
  b->points.update(b->camera, 0.016, true);
  return static_cast<int>(b->report.drawn);
}

// Frees what only the benchmark keeps, so that the rest is the map's own memory.
EMSCRIPTEN_KEEPALIVE void bench_drop_given(Bench* b) { b->given = {}; }

EMSCRIPTEN_KEEPALIVE void bench_look_at(Bench* b, double lon, double lat, double zoom) {
  b->camera.jump_to({lon, lat}, zoom);
  b->points.update(b->camera, 0.016, true);
}

EMSCRIPTEN_KEEPALIVE void bench_draw(Bench* b) { b->renderer.draw(b->frame); }

EMSCRIPTEN_KEEPALIVE void bench_pan_frame(Bench* b, double dx, double dy) {
  b->camera.pan_by(dx, dy);
  b->points.update(b->camera, 0.016, true);
  b->renderer.draw(b->frame);
}

// `times` picks at random places; gives how many hit a mark.
EMSCRIPTEN_KEEPALIVE int bench_pick(Bench* b, int times) {
  std::uniform_real_distribution<double> unit(0, 1);
  int hits = 0;
  for (int i = 0; i < times; ++i) {
    const ScreenPoint at{unit(b->random) * b->camera.width(), unit(b->random) * b->camera.height()};
    hits += pick_mark(b->points, b->camera, at, 4) >= 0 ? 1 : 0;
  }
  return hits;
}

EMSCRIPTEN_KEEPALIVE std::uint32_t bench_uploads(const Bench* b) {
  return static_cast<std::uint32_t>(b->renderer.stats().uploads.calls);
}
EMSCRIPTEN_KEEPALIVE std::uint32_t bench_draw_calls(const Bench* b) {
  return b->renderer.stats().draw_calls;
}
EMSCRIPTEN_KEEPALIVE std::uint32_t bench_marks(const Bench* b) {
  return static_cast<std::uint32_t>(b->points.instances().size());
}

}  // extern "C"
