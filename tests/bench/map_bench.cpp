// The map at scale, natively: generated points, 200 to a million. The same in a browser:
// tests/bench/web/map_bench.cpp.
#include <benchmark/benchmark.h>

#include <cmath>
#include <memory>
#include <random>
#include <string>

#include "base/list.h"
#include "bench/generated_points.h"
#include "fixtures/files.h"
#include "map/base_map.h"
#include "map/map_points.h"
#include "map/picking.h"
#ifdef TABLERO_HAS_NATIVE
#include "gpu/texture.h"
#include "map/map_renderer.h"
#include "platform/native/headless.h"
#endif

namespace {

using namespace tablero;

constexpr double kWidth = 1280, kHeight = 800;

PointOptions options_for(PointStyle style) {
  PointOptions options;
  options.style = style;
  return options;
}

// Points that come for the first time: their places, clusters and marks for the world's view.
void MapFirstPoints(benchmark::State& s) {
  const auto points = generated_points(s.range(0));
  Camera camera;
  camera.set_viewport(kWidth, kHeight);
  for (auto _ : s) {
    MapPoints map;
    map.set(points, options_for(PointStyle::kBubbles), true);
    map.update(camera, 0.016, false);
    benchmark::DoNotOptimize(map.marks().data());
  }
}
BENCHMARK(MapFirstPoints)
    ->Arg(200)
    ->Arg(10000)
    ->Arg(100000)
    ->Arg(1000000)
    ->Unit(benchmark::kMillisecond);

// A filter change: other points left out each time, clusters and marks for the world's view.
void MapFilterChange(benchmark::State& s) {
  auto points = generated_points(s.range(0));
  MapPoints map;
  Camera camera;
  camera.set_viewport(kWidth, kHeight);
  std::uint32_t turn = 0;
  for (auto _ : s) {
    const std::uint32_t every = 3 + turn++ % 5;
    for (MapPoint& p : points) p.shown = p.id % every != 0;
    map.set(points, options_for(PointStyle::kBubbles), true);
    map.update(camera, 0.016, false);
    benchmark::DoNotOptimize(map.marks().data());
  }
  s.counters["marks"] = static_cast<double>(map.marks().size());
}
BENCHMARK(MapFilterChange)
    ->Arg(200)
    ->Arg(10000)
    ->Arg(100000)
    ->Arg(1000000)
    ->Unit(benchmark::kMillisecond);

void MapDensityChange(benchmark::State& s) {
  const auto points = generated_points(s.range(0));
  MapPoints map;
  Camera camera;
  camera.set_viewport(kWidth, kHeight);
  for (auto _ : s) {
    map.set(points, options_for(PointStyle::kDensity), false);
    map.update(camera, 0.016, false);
    benchmark::DoNotOptimize(map.instances().data());
  }
  s.counters["splats"] = static_cast<double>(map.instances().size());
}
BENCHMARK(MapDensityChange)->Arg(100000)->Arg(1000000)->Unit(benchmark::kMillisecond);

// A hover, unclustered: every point is a mark.
void MapPick(benchmark::State& s) {
  MapPoints map;
  Camera camera;
  camera.set_viewport(kWidth, kHeight);
  PointOptions options = options_for(PointStyle::kPresence);
  options.cluster = false;
  map.set(generated_points(s.range(0)), options, false);
  map.update(camera, 0, true);
  std::mt19937 random(6);
  std::uniform_real_distribution<double> unit(0, 1);
  for (auto _ : s) {
    benchmark::DoNotOptimize(
        pick_mark(map, camera, {unit(random) * kWidth, unit(random) * kHeight}, 4));
  }
}
BENCHMARK(MapPick)->Arg(200)->Arg(10000)->Arg(100000)->Arg(1000000)->Unit(benchmark::kMicrosecond);

std::string map_file(const char* name) {
  return test::file_text(std::string(TABLERO_ASSET_DIR "/map/") + name);
}

void MapDecode(benchmark::State& s) {
  const std::string bytes = map_file(s.range(0) == 110 ? "110m.bin" : "50m.bin");
  for (auto _ : s) {
    const Result<BaseMap> map = decode_base_map(bytes, "map");
    if (!map.ok()) s.SkipWithError(map.fault().line().c_str());
  }
}
BENCHMARK(MapDecode)->Arg(110)->Arg(50)->Unit(benchmark::kMillisecond);

#ifdef TABLERO_HAS_NATIVE
// The main thread's work for a frame of panning: culling and the GL calls. The drawing itself, by
// llvmpipe in other threads, is not measured.
void MapPanFrame(benchmark::State& s) {
  const auto context = HeadlessContext::create();
  if (!context.ok()) return s.SkipWithError("no GL");
  std::string text;
  MapRenderer renderer([&text](std::string_view file) -> std::string_view {
    text = test::file_text(std::string(TABLERO_SHADER_DIR "/") + std::string(file));
    return text;
  });
  Result<BaseMap> base = decode_base_map(map_file("110m.bin"), "110m.bin");
  if (!base.ok()) return s.SkipWithError("no base map");
  renderer.set_base_map(0, std::make_shared<const BaseMap>(std::move(base.value())));
  constexpr int kSmall = 64;  // of the target: pixels are not what is measured
  Framebuffer target("bench");
  target.bind(kSmall, kSmall, TextureFormat::kRgba8, false);
  MapPoints map;
  PointOptions options = options_for(PointStyle::kBubbles);
  options.cluster = s.range(1) != 0;
  map.set(generated_points(s.range(0)), options, false);
  Camera camera;
  camera.set_viewport(kWidth, kHeight);
  camera.jump_to({0, 30}, 5);
  MapFrame frame;
  frame.camera = &camera;
  frame.points = &map;
  frame.viewport = {0, 0, kSmall, kSmall};
  frame.target = target.id();
  frame.reduced_motion = true;
  map.update(camera, 0, true);
  renderer.draw(frame);
  glFinish();
  const std::uint64_t uploads = renderer.stats().uploads.calls;
  for (auto _ : s) {
    camera.pan_by(3, 1);
    map.update(camera, 0.016, true);
    renderer.draw(frame);
    s.PauseTiming();
    glFinish();
    s.ResumeTiming();
  }
  if (renderer.stats().uploads.calls != uploads) s.SkipWithError("panning uploaded a buffer");
  s.counters["marks"] = renderer.stats().marks;
  s.counters["calls"] = renderer.stats().draw_calls;
  s.counters["bytes/point"] =
      static_cast<double>(map.instances().size_bytes()) / static_cast<double>(s.range(0));
}
BENCHMARK(MapPanFrame)
    ->Args({200, 1})
    ->Args({10000, 1})
    ->Args({100000, 1})
    ->Args({1000000, 1})
    ->Args({100000, 0})
    ->Args({1000000, 0})
    ->Unit(benchmark::kMillisecond)
    ->Iterations(30);
#endif

}  // namespace
