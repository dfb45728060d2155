// Cross-filter on generated rows x 6 dimensions: one brushed range, all groups read. The brushed
// dimension has 1000 steps, the other five 50 groups each.
#include <benchmark/benchmark.h>

#include <random>

#include "base/list.h"
#include "query/cross_filter.h"

namespace tablero {
namespace {

List<CodedColumn> generated(std::size_t rows) {
  std::mt19937 rng(1);
  List<CodedColumn> columns(6);
  for (std::size_t d = 0; d < columns.size(); ++d) {
    columns[d].groups = d == 0 ? 1000 : 50;
    columns[d].codes.resize(rows);
    for (std::uint16_t& code : columns[d].codes) {
      code = static_cast<std::uint16_t>(rng() % static_cast<unsigned>(columns[d].groups));
    }
  }
  return columns;
}

std::uint64_t read_all(CrossFilter& filter) {
  while (!filter.update()) {
  }
  std::uint64_t sum = 0;
  for (int d = 0; d < filter.dimensions(); ++d) {
    for (std::uint32_t n : filter.counts(d)) sum += n;
  }
  return sum;
}

void small_drag_step(benchmark::State& state) {
  CrossFilter filter(generated(static_cast<std::size_t>(state.range(0))));
  read_all(filter);
  int first = 200;
  for (auto _ : state) {
    first = first == 200 ? 201 : 200;
    filter.set_range(0, first, first + 300, false);
    benchmark::DoNotOptimize(read_all(filter));
  }
  state.counters["MB"] = static_cast<double>(filter.memory()) / 1e6;
}

void jump(benchmark::State& state) {
  CrossFilter filter(generated(static_cast<std::size_t>(state.range(0))));
  read_all(filter);
  int first = 0;
  for (auto _ : state) {
    first = first == 0 ? 500 : 0;
    filter.set_range(0, first, first + 500, false);
    benchmark::DoNotOptimize(read_all(filter));
  }
}

void another_dimension(benchmark::State& state) {
  CrossFilter filter(generated(static_cast<std::size_t>(state.range(0))));
  filter.set_range(0, 100, 400, false);
  int d = 1;
  for (auto _ : state) {
    d = d == 1 ? 2 : 1;
    filter.activate(d);
    benchmark::DoNotOptimize(read_all(filter));
  }
}

// The longest single call while another dimension becomes active.
void slice_of_another_dimension(benchmark::State& state) {
  CrossFilter filter(generated(static_cast<std::size_t>(state.range(0))));
  filter.set_range(0, 100, 400, false);
  read_all(filter);
  int d = 0;
  bool done = true;
  for (auto _ : state) {
    if (done) filter.activate(d = d == 1 ? 2 : 1);
    done = filter.update();
  }
}

BENCHMARK(small_drag_step)
    ->Arg(10'000)
    ->Arg(1'000'000)
    ->Arg(10'000'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(jump)->Arg(10'000)->Arg(1'000'000)->Arg(10'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(another_dimension)
    ->Arg(10'000)
    ->Arg(1'000'000)
    ->Arg(10'000'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(slice_of_another_dimension)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tablero
