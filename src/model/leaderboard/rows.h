// View model of the leaderboard's table: its rows and columns for a snapshot, a sort order, filters
// and chosen columns. No ImGui.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/list.h"
#include "data/store.h"
#include "model/leaderboard/columns.h"
#include "query/rank.h"
#include "state/view_state.h"

namespace tablero {

struct LeaderboardColumn {
  const ColumnSpec* spec = nullptr;
  std::size_t index = 0;  // of the task or published mean in the score table
  std::string_view id;    // as in links: sort=, cols=
  bool shown = false;

  ColumnKind kind() const { return spec->kind; }
  // Whether readers choose it: the others are always shown.
  bool optional() const { return spec->shown != ColumnShown::kAlways; }
  bool by_default() const {
    return spec->shown == ColumnShown::kByDefault;
  }  // while cols= is empty
};

class LeaderboardRows {
 public:
  // Recomputes what changed since the last call. Ranks depend on the snapshot alone.
  void update(const Store& store, const ViewState& state, const ScoreTable& table);

  // Model indices in display order: the pinned ones first, then those that pass the filters.
  const List<std::uint32_t>& order() const { return order_; }
  std::size_t pinned() const { return pinned_; }
  // Shown columns in display order; rank and model are the first two.
  const List<LeaderboardColumn>& columns() const { return shown_; }
  // All columns, shown or not.
  const List<LeaderboardColumn>& all_columns() const { return columns_; }

  // Ranks, intervals and tie groups over ranked_tasks(); always on the normalised scale where there
  // is one.
  const Ranking& ranking() const { return ranker_.ranking(); }
  // Intervals and groups come in steps; false when they are known (see Ranker::step).
  bool rank_step() { return ranker_.step(); }
  // Tasks that at least half of the models have: ranks and means are computed over these.
  const List<std::size_t>& ranked_tasks() const { return ranked_tasks_; }
  // Unweighted mean over the ranked tasks that the model has, on the displayed scale; NaN if it has
  // none.
  double mean(std::size_t model) const { return means_[model]; }
  int covered(std::size_t model) const { return covered_[model]; }  // over how many tasks
  // The same over the chosen task columns.
  double chosen_mean(std::size_t model) const { return chosen_means_[model]; }
  int chosen_covered(std::size_t model) const { return chosen_covered_[model]; }
  int chosen_tasks() const { return chosen_tasks_; }
  // Parameters, thousands of millions; NaN unknown.
  double size(std::size_t model) const;
  // The value of the `index`-th mean that the snapshot publishes; NaN missing.
  double published(std::size_t index, std::size_t model) const;
  const Model* model(std::size_t model) const {
    return models_[model];
  }  // null: not in models.json
  std::string_view folded_id(std::size_t model) const { return folded_[model]; }

  // Score on the displayed scale; NaN missing.
  double score(const ScoreTable& table, std::size_t model, std::size_t task) const {
    return normalised_ ? table.normalised_at(model, task) : table.raw_at(model, task);
  }
  bool normalised() const { return normalised_; }
  // The figure of `model` in a numeric column; NaN missing or not numeric.
  double number(const ScoreTable& table, const LeaderboardColumn& column, std::size_t model) const;
  // Range for the shading of a column, over the whole snapshot; low >= high: no shading.
  void heat_range(const LeaderboardColumn& column, double& low, double& high) const;

  // Languages of the snapshot's tasks, in the order of its columns. The item "lang:" + language in
  // cols= stands for all columns of that language.
  const List<std::string>& languages() const { return languages_; }
  // The values of a facet in the snapshot, "unknown" last, and how many models would pass with
  // each, given all other filters. `facet`: index into model_facets().
  const List<std::string>& facet_values(std::size_t facet) const { return facets_[facet].values; }
  const List<int>& facet_counts(std::size_t facet) const { return facets_[facet].counts; }
  // Counts up with every change.
  std::uint32_t generation() const { return generation_; }

 private:
  void load(const Store& store, const ScoreTable& table);
  void load_facets();
  void rank(const ScoreTable& table);
  void compute_means(const ScoreTable& table);
  // Per model the mean of its scores over `tasks`, NaN if it has none, and over how many it is.
  void mean_over(const ScoreTable& table, const List<std::size_t>& tasks, List<double>& means,
                 List<int>& covered) const;
  void choose_columns(const ScoreTable& table, const List<std::string>& cols);
  // Of how many columns a kind consists now; the id and the language of one of them.
  std::size_t columns_of(const ScoreTable& table, ColumnKind kind) const;
  std::string_view column_id(const ScoreTable& table, const ColumnSpec& spec,
                             std::size_t index) const;
  std::string_view column_language(ColumnKind kind, std::size_t index) const;
  void sort_by_mean(const ScoreTable& table);
  void filter(const ViewState& state);
  void sort_by(const ScoreTable& table, std::string_view key, bool descending);
  void sort_by_facet(const ColumnSpec& spec, bool descending);
  void pin(const ScoreTable& table, const List<std::string>& models);

  // All models by mean; those of them that pass the filters; these as sorted and pinned.
  List<std::uint32_t> by_mean_, left_, order_;
  std::size_t pinned_ = 0;
  List<LeaderboardColumn> columns_, shown_;
  Ranker ranker_;
  List<std::size_t> ranked_tasks_;
  List<double> means_, chosen_means_, mins_, maxs_, buffer_;
  List<int> covered_, chosen_covered_;
  int chosen_tasks_ = 0;
  double table_min_ = 0, table_max_ = 0;
  bool heat_by_table_ = false;
  List<const Model*> models_;
  List<std::string> folded_;
  List<const PublishedMean*> published_;
  List<std::string> published_ids_, languages_, task_languages_;
  struct Facet {
    List<std::string> values;
    List<int> counts;
    List<std::uint16_t> of;  // per model, index into values
  };
  List<Facet> facets_;

  // Memoized input: what the current contents were computed from.
  std::string snapshot_, sort_, query_;
  List<std::string> cols_, filter_, pins_;
  std::uint32_t store_generation_ = 0, generation_ = 0;
  bool normalised_ = false, raw_wanted_ = false;
};

}  // namespace tablero
