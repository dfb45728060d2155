#include "views/leaderboard_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/text.h"
#include "query/sort.h"

namespace tablero {
namespace {
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
}

double LeaderboardRows::score(const ScoreTable& table, std::size_t model, std::size_t task) const {
  return normalised_ ? table.normalised_at(model, task) : table.raw_at(model, task);
}

void LeaderboardRows::compute_columns(const Store& store, const ScoreTable& table) {
  const std::size_t models = table.models.size();
  const std::size_t tasks = table.tasks.size();
  normalised_ = !table.normalised.empty();
  means_.assign(models, kMissing);
  sizes_.assign(models, kMissing);
  covered_.assign(models, 0);
  mins_.assign(tasks, kMissing);
  maxs_.assign(tasks, kMissing);
  folded_.clear();
  for (std::size_t m = 0; m < models; ++m) {
    double sum = 0;
    for (std::size_t t = 0; t < tasks; ++t) {
      const double s = score(table, m, t);
      if (std::isnan(s)) continue;
      sum += s;
      ++covered_[m];
      mins_[t] = std::isnan(mins_[t]) ? s : std::min(mins_[t], s);
      maxs_[t] = std::isnan(maxs_[t]) ? s : std::max(maxs_[t], s);
    }
    if (covered_[m] > 0) means_[m] = sum / covered_[m];
    // Snapshots that hold averages only are ranked by the average as published.
    if (tasks == 0) {
      for (const PublishedMean& mean : table.means) {
        if (mean.scope == "all" && m < mean.values.size()) means_[m] = mean.values[m];
      }
    }
    const Model* model = store.models.find(table.models[m]);
    if (model != nullptr) sizes_[m] = model->params_b;
    folded_.push_back(fold(table.models[m]));
  }
  std::vector<std::uint32_t> by_mean;
  for (std::size_t m = 0; m < models; ++m) by_mean.push_back(static_cast<std::uint32_t>(m));
  sort_by_number(by_mean, means_, true);
  ranks_.assign(models, 0);
  for (std::size_t i = 0; i < models; ++i) {
    if (!std::isnan(means_[by_mean[i]])) ranks_[by_mean[i]] = static_cast<int>(i + 1);
  }
}

void LeaderboardRows::sort_rows(const ScoreTable& table, const std::string& key, bool descending) {
  if (key == "model") {
    std::vector<std::string_view> names(folded_.begin(), folded_.end());
    sort_by_text(order_, names, descending);
    return;
  }
  if (key == "size") {
    sort_by_number(order_, sizes_, descending);
    return;
  }
  const auto task = std::find(table.tasks.begin(), table.tasks.end(), key);
  if (task == table.tasks.end()) {
    sort_by_number(order_, means_, descending);
    return;
  }
  const auto t = static_cast<std::size_t>(task - table.tasks.begin());
  column_.clear();
  for (std::size_t m = 0; m < table.models.size(); ++m) column_.push_back(score(table, m, t));
  sort_by_number(order_, column_, descending);
}

void LeaderboardRows::update(const Store& store, const ViewState& state, const ScoreTable& table) {
  const bool same_data = snapshot_ == table.snapshot && generation_ == store.generation();
  if (same_data && sort_ == state.sort && query_ == state.q) return;
  if (!same_data) compute_columns(store, table);
  snapshot_ = table.snapshot;
  generation_ = store.generation();
  sort_ = state.sort;
  query_ = state.q;
  const std::string query = fold(state.q);
  order_.clear();
  for (std::size_t m = 0; m < table.models.size(); ++m) {
    if (query.empty() || matches_words(folded_[m], query)) {
      order_.push_back(static_cast<std::uint32_t>(m));
    }
  }
  // The mean decides ties of every other column.
  sort_by_number(order_, means_, true);
  if (sort_.empty()) return;
  const bool descending = sort_[0] == '-';
  sort_rows(table, descending ? sort_.substr(1) : sort_, descending);
}

}  // namespace tablero
