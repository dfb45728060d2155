// The rows of the leaderboard's table for a snapshot, a sort and a search. No ImGui.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "data/store.h"
#include "state/view_state.h"

namespace tablero {

class LeaderboardRows {
 public:
  // Recomputes when snapshot, data, sort or search changed.
  void update(const Store& store, const ViewState& state, const ScoreTable& table);

  // Rows (model numbers in the table) in display order.
  const std::vector<std::uint32_t>& order() const { return order_; }
  // Plain mean over the snapshot's tasks of the scores shown, per model; NaN without any score.
  double mean(std::size_t model) const { return means_[model]; }
  // How many tasks the mean is over.
  int tasks_with_score(std::size_t model) const { return covered_[model]; }
  // 1-based place by mean within the whole snapshot; never moved by a filter. 0 without a mean.
  int rank(std::size_t model) const { return ranks_[model]; }
  // Parameters in thousands of millions; NaN unknown.
  double size(std::size_t model) const { return sizes_[model]; }
  // Normalised where the snapshot has it, else raw; NaN missing.
  double score(const ScoreTable& table, std::size_t model, std::size_t task) const;
  // Smallest and largest score of a column, over the whole snapshot.
  double column_min(std::size_t task) const { return mins_[task]; }
  double column_max(std::size_t task) const { return maxs_[task]; }
  bool normalised() const { return normalised_; }

 private:
  void compute_columns(const Store& store, const ScoreTable& table);
  void sort_rows(const ScoreTable& table, const std::string& key, bool descending);

  std::vector<std::uint32_t> order_;
  std::vector<double> means_, sizes_, mins_, maxs_, column_;
  std::vector<int> covered_, ranks_;
  std::vector<std::string> folded_;
  std::string snapshot_, sort_, query_;
  std::uint32_t generation_ = 0;
  bool normalised_ = false;
};

}  // namespace tablero
