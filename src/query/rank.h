// Ranks with confidence intervals: the tasks of a board are treated as a sample of all tasks that
// could have been asked.
//
// Method: paired bootstrap over tasks (B. Efron, R. Tibshirani, "An Introduction to the Bootstrap",
// 1993, chapters 13 and 15; paired over items for systems as in P. Koehn, "Statistical Significance
// Tests for Machine Translation Evaluation", EMNLP 2004). Each resample draws as many tasks as
// there are, with replacement, the same ones for all models, and computes every mean again. The
// sampling error of test items within a task is not included. Seeded: equal input gives equal
// output on every platform.
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

// Resamples that are computed for so many models: `options`.resamples, fewer for boards so large
// that models x resamples would exceed two million, never fewer than 200.
int resamples_for(std::size_t models, const BootstrapOptions& options = {});

// SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
struct Random {
  std::uint64_t state = 0;
  // 0 <= result < `bound`. The bias of the multiplication is below `bound` / 2^32.
  std::size_t below(std::size_t bound);
};

struct Ranking {
  List<std::uint32_t> order;  // ranked models, best mean first; equal means in input order
  // Per model, 0 when the model is not ranked (a score is missing):
  List<int> rank;       // 1-based place by mean; equal means share the better place
  List<int> low, high;  // interval of the place over the resamples, low <= rank <= high
  List<int> group;      // 1-based tie group
  // For each neighboring pair of `order`: share of resamples in which the first is not better.
  List<double> adjacent_p;
  int resamples = 0;
};

// Ranks models incrementally (time slicing), so that no frame waits for the resamples of a large
// board.
class Ranker {
 public:
  // `scores` are `models` x `tasks` (row-major, higher is better, NaN missing). Only models with
  // every score are ranked, so that no model gains from a missing task. Order and places are known
  // at once.
  void start(List<double> scores, std::size_t models, std::size_t tasks,
             const BootstrapOptions& options = {});
  // Does a few tenths of a millisecond of work; false when it is done. Until then intervals, groups
  // and p are 0 or empty.
  bool step();
  // Tie groups by fixed anchor: a new group starts at the first model that the best of the current
  // group beats significantly.
  const Ranking& ranking() const { return ranking_; }

 private:
  void resample();
  void summarize(std::size_t place);
  double p_not_better(std::size_t a, std::size_t b) const;

  Ranking ranking_;
  BootstrapOptions options_;
  Random random_;
  std::size_t tasks_ = 0, done_ = 0, summarized_ = 0, anchor_ = 0;
  List<double> scores_, weights_, means_;  // scores_: of the ranked models, by place
  List<std::uint32_t> by_mean_;
  List<std::uint16_t> ranks_;  // [place][resample]
};

// All steps at once.
Ranking rank_models(std::span<const double> scores, std::size_t models, std::size_t tasks,
                    const BootstrapOptions& options = {});

// Mean difference a - b over the tasks that both have.
struct PairedDifference {
  double mean = 0, low = 0, high = 0;  // NaN without a common task; interval of options.level
  double p = 1;                        // share of resamples in which the sign is not that of `mean`
  int tasks = 0;                       // common tasks
};
// Fewer resamples where there are many tasks: at most 400,000 draws, never under 1,000 resamples.
PairedDifference paired_difference(std::span<const double> a, std::span<const double> b,
                                   const BootstrapOptions& options = {});

}  // namespace tablero
