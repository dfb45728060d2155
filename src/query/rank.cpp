#include "query/rank.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/list.h"
#include "base/sort.h"

namespace tablero {
namespace {

// SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  // 0 <= result < BOUND. The bias of the multiplication is below BOUND / 2^32.
  std::size_t below(std::size_t bound) {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    z ^= z >> 31;
    return static_cast<std::size_t>(((z >> 32) * bound) >> 32);
  }

 private:
  std::uint64_t state_;
};

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool complete(std::span<const double> row) {
  return std::none_of(row.begin(), row.end(), [](double v) { return std::isnan(v); });
}

double mean_of(std::span<const double> row) {
  double sum = 0;
  for (double v : row) sum += v;
  return sum / static_cast<double>(row.size());
}

// Index of the quantile Q among COUNT sorted values: the smallest value that at least Q of all
// reach.
std::size_t quantile_index(double q, std::size_t count) {
  const double at = std::ceil(q * static_cast<double>(count)) - 1;
  return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(count - 1)));
}

// Means of the ranked models in every resample, [resample][place in order].
class Resamples {
 public:
  Resamples(std::span<const double> scores, const List<std::uint32_t>& order, std::size_t tasks,
            int count, std::uint64_t seed)
      : models_(order.size()), count_(static_cast<std::size_t>(count)) {
    means_.resize(models_ * count_);
    List<double> weights(tasks);
    Random random(seed);
    for (std::size_t b = 0; b < count_; ++b) {
      std::fill(weights.begin(), weights.end(), 0.0);
      for (std::size_t i = 0; i < tasks; ++i) {
        weights[random.below(tasks)] += 1.0 / static_cast<double>(tasks);
      }
      for (std::size_t i = 0; i < models_; ++i) {
        const double* row = scores.data() + order[i] * tasks;
        double mean = 0;
        for (std::size_t t = 0; t < tasks; ++t) mean += weights[t] * row[t];
        means_[b * models_ + i] = mean;
      }
    }
  }

  // Share of resamples in which place A is not better than place B.
  double p_not_better(std::size_t a, std::size_t b) const {
    std::size_t worse = 0;
    for (std::size_t s = 0; s < count_; ++s) {
      worse += means_[s * models_ + a] > means_[s * models_ + b] ? 0 : 1;
    }
    return static_cast<double>(worse) / static_cast<double>(count_);
  }

  // Interval of the rank of every place.
  void intervals(double level, List<std::uint16_t>& low, List<std::uint16_t>& high) {
    List<std::uint16_t> ranks(models_ * count_);  // [model][resample]
    List<std::uint32_t> by_mean(models_);
    for (std::size_t s = 0; s < count_; ++s) {
      const double* means = means_.data() + s * models_;
      for (std::size_t i = 0; i < models_; ++i) by_mean[i] = static_cast<std::uint32_t>(i);
      sort(by_mean, [&](std::uint32_t a, std::uint32_t b) {
        return means[a] != means[b] ? means[a] > means[b] : a < b;
      });
      for (std::size_t i = 0; i < models_; ++i) {
        ranks[by_mean[i] * count_ + s] = static_cast<std::uint16_t>(i + 1);
      }
    }
    const double tail = (1 - level) / 2;
    List<std::uint32_t> times(models_ + 1);  // how often a model took each rank
    for (std::size_t i = 0; i < models_; ++i) {
      times.assign(models_ + 1, 0);
      for (std::size_t s = 0; s < count_; ++s) ++times[ranks[i * count_ + s]];
      low[i] = rank_at(times, quantile_index(tail, count_));
      high[i] = rank_at(times, quantile_index(1 - tail, count_));
    }
  }

 private:
  // The rank at a position of the sorted resamples.
  static std::uint16_t rank_at(const List<std::uint32_t>& times, std::size_t position) {
    std::size_t rank = 0, seen = 0;
    while (seen + times[rank] <= position) seen += times[rank++];
    return static_cast<std::uint16_t>(rank);
  }

  std::size_t models_, count_;
  List<double> means_;
};

void assign_places(Ranking& r, std::span<const double> scores, std::size_t tasks) {
  double previous = kNaN;
  int place = 0;
  for (std::size_t i = 0; i < r.order.size(); ++i) {
    const double mean = mean_of(scores.subspan(r.order[i] * tasks, tasks));
    if (mean != previous) place = static_cast<int>(i + 1);
    r.rank[r.order[i]] = place;
    previous = mean;
  }
}

}  // namespace

int resamples_for(std::size_t models, const BootstrapOptions& options) {
  constexpr std::size_t kBudget = 2'000'000;
  const std::size_t affordable = kBudget / std::max<std::size_t>(models, 1);
  return static_cast<int>(std::clamp<std::size_t>(
      affordable, 200, static_cast<std::size_t>(std::max(options.resamples, 200))));
}

Ranking rank_models(std::span<const double> scores, std::size_t models, std::size_t tasks,
                    const BootstrapOptions& options) {
  Ranking r;
  r.rank.assign(models, 0);
  r.low = r.high = r.group = r.rank;
  if (tasks == 0) return r;
  List<double> means(models, kNaN);
  for (std::size_t m = 0; m < models; ++m) {
    const std::span<const double> row = scores.subspan(m * tasks, tasks);
    if (!complete(row)) continue;
    means[m] = mean_of(row);
    r.order.push_back(static_cast<std::uint32_t>(m));
  }
  if (r.order.empty()) return r;
  sort(r.order, [&](std::uint32_t a, std::uint32_t b) { return means[a] > means[b]; });
  assign_places(r, scores, tasks);

  r.resamples = resamples_for(r.order.size(), options);
  Resamples resamples(scores, r.order, tasks, r.resamples, options.seed);
  const std::size_t count = r.order.size();
  int group = 1;
  std::size_t anchor = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) r.adjacent_p.push_back(resamples.p_not_better(i - 1, i));
    if (i > anchor && resamples.p_not_better(anchor, i) < options.alpha) {
      anchor = i;
      ++group;
    }
    r.group[r.order[i]] = group;
  }
  List<std::uint16_t> low(count), high(count);
  resamples.intervals(options.level, low, high);
  for (std::size_t i = 0; i < count; ++i) {
    // The place itself is always inside, whatever the resamples say about ties.
    r.low[r.order[i]] = std::min<int>(low[i], r.rank[r.order[i]]);
    r.high[r.order[i]] = std::max<int>(high[i], r.rank[r.order[i]]);
  }
  return r;
}

PairedDifference paired_difference(std::span<const double> a, std::span<const double> b,
                                   const BootstrapOptions& options) {
  PairedDifference d;
  List<double> differences;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (!std::isnan(a[i]) && !std::isnan(b[i])) differences.push_back(a[i] - b[i]);
  }
  d.tasks = static_cast<int>(differences.size());
  if (differences.empty()) {
    d.mean = d.low = d.high = kNaN;
    return d;
  }
  d.mean = mean_of(differences);
  const auto count = static_cast<std::size_t>(std::max(options.resamples, 200));
  List<double> means(count);
  Random random(options.seed);
  std::size_t against = 0;
  for (double& mean : means) {
    double sum = 0;
    for (std::size_t i = 0; i < differences.size(); ++i) {
      sum += differences[random.below(differences.size())];
    }
    mean = sum / static_cast<double>(differences.size());
    against += d.mean >= 0 ? (mean <= 0) : (mean >= 0);
  }
  sort(means);
  const double tail = (1 - options.level) / 2;
  d.low = means[quantile_index(tail, count)];
  d.high = means[quantile_index(1 - tail, count)];
  d.p = static_cast<double>(against) / static_cast<double>(count);
  return d;
}

}  // namespace tablero
