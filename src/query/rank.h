// Honest ranks: places with their uncertainty when the tasks of a board are seen as a sample of the
// tasks that could have been asked.
//
// Method: paired bootstrap over tasks (B. Efron, R. Tibshirani, "An Introduction to the Bootstrap",
// 1993, chapters 13 and 15; paired over items for systems as in P. Koehn, "Statistical Significance
// Tests for Machine Translation Evaluation", EMNLP 2004). Each resample draws as many tasks as
// there are, with replacement, the same ones for all models, and computes every mean again. Errors
// of single test items are not part of it. Seeded: equal input gives equal output on every
// platform.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/list.h"

namespace tablero {

struct BootstrapOptions {
  int resamples = 10000;  // an upper bound, see resamples_for()
  std::uint64_t seed = 20250716;
  double level = 0.95;  // of intervals, 0..1
  double alpha = 0.05;  // one-sided: below it a model counts as better than another
};

// Resamples that are computed for so many models: OPTIONS.resamples, fewer for boards so large that
// models x resamples would exceed two million, never fewer than 200.
int resamples_for(std::size_t models, const BootstrapOptions& options = {});

struct Ranking {
  List<std::uint32_t> order;  // ranked models, best mean first; equal means in input order
  // Per model, 0 when the model is not ranked (a score is missing):
  List<int> rank;       // 1-based place by mean; equal means share the better place
  List<int> low, high;  // interval of the place over the resamples, low <= high
  List<int> group;      // 1-based tie group
  // For each neighbouring pair of `order`: share of resamples in which the first is not better.
  List<double> adjacent_p;
  int resamples = 0;
};

// Ranks MODELS x TASKS scores (row-major, higher is better, NaN missing). Only models with every
// score are ranked, so that a missing task flatters nobody. Tie groups by fixed anchor: a new group
// starts at the first model that the best of the current group beats significantly.
Ranking rank_models(std::span<const double> scores, std::size_t models, std::size_t tasks,
                    const BootstrapOptions& options = {});

// Mean difference a - b over the tasks that both have.
struct PairedDifference {
  double mean = 0, low = 0, high = 0;  // NaN without a common task; interval of options.level
  double p = 1;                        // share of resamples in which the sign is not that of `mean`
  int tasks = 0;                       // common tasks
};
PairedDifference paired_difference(std::span<const double> a, std::span<const double> b,
                                   const BootstrapOptions& options = {});

}  // namespace tablero
