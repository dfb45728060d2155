// The leaderboard at scale: 5,000 generated models x 108 tasks (no real data is that large).
// Tabulator 6.5 on 5,000 x 20 in a browser: 44 ms for a sort, 34 ms for a filter keystroke.
#include <benchmark/benchmark.h>

#include <random>

#include "model/leaderboard/rows.h"

namespace {

using namespace tablero;

constexpr std::size_t kModels = 5000;
constexpr std::size_t kTasks = 108;

ScoreTable generated() {
  std::mt19937 rng(1);
  std::uniform_real_distribution<double> score(0, 100);
  ScoreTable t;
  t.snapshot = "generated";
  for (std::size_t m = 0; m < kModels; ++m) {
    t.models.push_back("org" + std::to_string(rng() % 300) + "/model-" + std::to_string(m) + "-7b");
  }
  for (std::size_t k = 0; k < kTasks; ++k) t.tasks.push_back("task" + std::to_string(k));
  t.metrics.assign(kTasks, "acc");
  for (std::size_t i = 0; i < kModels * kTasks; ++i) t.normalised.push_back(score(rng));
  return t;
}

struct Fixture {
  ScoreTable table = generated();
  Store store;
  ViewState state;
  LeaderboardRows rows;
  Fixture() { rows.update(store, state, table); }
};

Fixture& fixture() {
  static Fixture f;
  return f;
}

void LeaderboardSort(benchmark::State& s) {
  Fixture& f = fixture();
  f.state = {};
  bool down = false;
  for (auto _ : s) {
    f.state.sort = down ? "-task17" : "task17";
    down = !down;
    f.rows.update(f.store, f.state, f.table);
    benchmark::DoNotOptimize(f.rows.order().data());
  }
}
BENCHMARK(LeaderboardSort)->Unit(benchmark::kMillisecond);

void LeaderboardKeystroke(benchmark::State& s) {
  Fixture& f = fixture();
  f.state = {};
  const char* texts[] = {"m", "mo", "model-4", "model-42", "org1 model"};
  std::size_t i = 0;
  for (auto _ : s) {
    f.state.q = texts[i++ % 5];
    f.rows.update(f.store, f.state, f.table);
    benchmark::DoNotOptimize(f.rows.order().data());
  }
}
BENCHMARK(LeaderboardKeystroke)->Unit(benchmark::kMillisecond);

// Once per snapshot: ranks, intervals and groups.
void LeaderboardRanks(benchmark::State& s) {
  const Fixture& f = fixture();
  for (auto _ : s) {
    benchmark::DoNotOptimize(rank_models(f.table.normalised, kModels, kTasks).order.size());
  }
}
BENCHMARK(LeaderboardRanks)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
