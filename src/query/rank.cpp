#include "query/rank.h"

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "base/number.h"
#include "query/sort.h"

namespace tablero {
namespace {

// NaN when a value is missing.
double mean_of(const double* row, std::size_t count) {
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += row[i];
  return sum / static_cast<double>(count);
}

void count_up(List<std::uint32_t>& rows, std::size_t count) {
  rows.resize(count);
  for (std::size_t i = 0; i < count; ++i) rows[i] = static_cast<std::uint32_t>(i);
}

// Index of the quantile `q` among `count` sorted values: the smallest value such that at least a
// share `q` of all values is not above it.
std::size_t quantile_index(double q, std::size_t count) {
  const double at = std::ceil(q * static_cast<double>(count)) - 1;
  return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(count - 1)));
}

}  // namespace

std::size_t Random::below(std::size_t bound) {
  state += 0x9E3779B97F4A7C15u;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  z ^= z >> 31;
  return static_cast<std::size_t>(((z >> 32) * bound) >> 32);
}

int resamples_for(std::size_t models, const BootstrapOptions& options) {
  constexpr std::size_t kBudget = 2'000'000;
  const std::size_t affordable = kBudget / std::max<std::size_t>(models, 1);
  return static_cast<int>(std::clamp<std::size_t>(
      affordable, 200, static_cast<std::size_t>(std::max(options.resamples, 200))));
}

void Ranker::start(List<double> scores, std::size_t models, std::size_t tasks,
                   const BootstrapOptions& options) {
  ranking_ = {};
  Ranking& r = ranking_;
  r.rank.assign(models, 0);
  r.low = r.high = r.group = r.rank;
  options_ = options;
  random_.state = options.seed;
  tasks_ = tasks;
  done_ = summarized_ = anchor_ = 0;
  means_.assign(models, kNaN);
  for (std::size_t m = 0; m < models && tasks > 0; ++m) {
    means_[m] = mean_of(&scores[m * tasks], tasks);
    if (!std::isnan(means_[m])) r.order.push_back(static_cast<std::uint32_t>(m));
  }
  if (r.order.empty()) return;
  sort_by_number(r.order, means_, true);
  const std::size_t count = r.order.size();
  scores_.clear();
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t m = r.order[i];
    const bool tied = i > 0 && means_[m] == means_[r.order[i - 1]];
    r.rank[m] = tied ? r.rank[r.order[i - 1]] : static_cast<int>(i + 1);
    const double* row = &scores[m * tasks];
    scores_.insert(scores_.end(), row, row + tasks);
  }
  r.resamples = resamples_for(count, options);
  weights_.resize(tasks);
  means_.resize(count);
  ranks_.resize(count * static_cast<std::size_t>(r.resamples));
}

void Ranker::resample() {
  const std::size_t count = ranking_.order.size();
  std::fill(weights_.begin(), weights_.end(), 0.0);
  for (std::size_t i = 0; i < tasks_; ++i) weights_[random_.below(tasks_)] += 1;
  const double* score = scores_.data();
  for (double& mean : means_) {
    mean = 0;
    for (double weight : weights_) mean += weight * *score++;
  }
  count_up(by_mean_, count);
  sort_by_number(by_mean_, means_, true);
  std::size_t place = 0;
  for (std::size_t i = 0; i < count; ++i) {
    // Equal means share the better place.
    if (i == 0 || means_[by_mean_[i]] != means_[by_mean_[i - 1]]) place = i + 1;
    ranks_[by_mean_[i] * static_cast<std::size_t>(ranking_.resamples) + done_] =
        static_cast<std::uint16_t>(place);
  }
  ++done_;
}

// Share of resamples in which the model at place `a` is not better than the one at place `b`.
double Ranker::p_not_better(std::size_t a, std::size_t b) const {
  int worse = 0;
  const auto n = static_cast<std::size_t>(ranking_.resamples);
  for (std::size_t s = 0; s < n; ++s) worse += ranks_[a * n + s] >= ranks_[b * n + s] ? 1 : 0;
  return static_cast<double>(worse) / ranking_.resamples;
}

void Ranker::summarize(std::size_t place) {
  Ranking& r = ranking_;
  const std::uint32_t m = r.order[place];
  const auto n = static_cast<std::size_t>(r.resamples);
  if (place > 0) r.adjacent_p.push_back(p_not_better(place - 1, place));
  int group = place > 0 ? r.group[r.order[place - 1]] : 1;
  if (place > anchor_ && p_not_better(anchor_, place) < options_.alpha) {
    anchor_ = place;
    ++group;
  }
  r.group[m] = group;
  // Histogram of the places taken, scanned up to the two quantiles (counting sort).
  List<std::uint32_t>& taken = by_mean_;
  taken.assign(r.order.size() + 1, 0);
  for (std::size_t s = 0; s < n; ++s) ++taken[ranks_[place * n + s]];
  const double tail = (1 - options_.level) / 2;
  const auto quantile = [&](double q) {
    const std::size_t index = quantile_index(q, n);
    int at = 0;
    for (std::size_t seen = 0; seen <= index;) seen += taken[static_cast<std::size_t>(++at)];
    return at;
  };
  // The interval always includes the place itself, even if the resamples break ties differently.
  r.low[m] = std::min(quantile(tail), r.rank[m]);
  r.high[m] = std::max(quantile(1 - tail), r.rank[m]);
}

bool Ranker::step() {
  const std::size_t count = ranking_.order.size();
  const std::size_t at_once = 100'000 / std::max<std::size_t>(count * tasks_, 1) + 1;
  for (std::size_t i = 0; i < at_once && summarized_ < count; ++i) {
    if (done_ < static_cast<std::size_t>(ranking_.resamples)) {
      resample();
    } else {
      summarize(summarized_++);
    }
  }
  if (summarized_ < count) return true;
  List<double>().swap(scores_);
  List<std::uint16_t>().swap(ranks_);
  return false;
}

Ranking rank_models(std::span<const double> scores, std::size_t models, std::size_t tasks,
                    const BootstrapOptions& options) {
  Ranker ranker;
  ranker.start({scores.begin(), scores.end()}, models, tasks, options);
  while (ranker.step()) {
  }
  return ranker.ranking();
}

PairedDifference paired_difference(std::span<const double> a, std::span<const double> b,
                                   const BootstrapOptions& options) {
  PairedDifference d;
  List<double> differences;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (!std::isnan(a[i] - b[i])) differences.push_back(a[i] - b[i]);
  }
  d.tasks = static_cast<int>(differences.size());
  d.mean = mean_of(differences.data(), differences.size());
  if (differences.empty()) {
    d.low = d.high = d.mean;
    return d;
  }
  const std::size_t count =
      std::clamp<std::size_t>(400'000 / differences.size(), 1000,
                              static_cast<std::size_t>(std::max(options.resamples, 1000)));
  List<double> means(count);
  List<std::uint32_t> order;
  Random random{options.seed};
  std::size_t against = 0;
  for (double& mean : means) {
    mean = 0;
    for (std::size_t i = 0; i < differences.size(); ++i) {
      mean += differences[random.below(differences.size())];
    }
    mean /= static_cast<double>(differences.size());
    against += d.mean >= 0 ? (mean <= 0) : (mean >= 0);
  }
  count_up(order, count);
  sort_by_number(order, means, false);
  const double tail = (1 - options.level) / 2;
  d.low = means[order[quantile_index(tail, count)]];
  d.high = means[order[quantile_index(1 - tail, count)]];
  d.p = static_cast<double>(against) / static_cast<double>(count);
  return d;
}

}  // namespace tablero
