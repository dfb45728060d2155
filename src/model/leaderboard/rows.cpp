#include "model/leaderboard/rows.h"

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "base/number.h"
#include "base/text.h"
#include "model/leaderboard/model_query.h"
#include "query/sort.h"

namespace tablero {
namespace {

bool contains(const List<std::string>& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

// Calls `fn`(key, descending) for each key of "a,-b", last key first, as repeated stable sorts
// need.
template <class Fn>
void each_key_backwards(std::string_view keys, Fn fn) {
  while (!keys.empty()) {
    const std::size_t comma = keys.rfind(',');
    std::string_view key = comma == std::string_view::npos ? keys : keys.substr(comma + 1);
    keys = comma == std::string_view::npos ? std::string_view() : keys.substr(0, comma);
    const bool descending = !key.empty() && key[0] == '-';
    if (descending) key.remove_prefix(1);
    if (!key.empty()) fn(key, descending);
  }
}

}  // namespace

void LeaderboardRows::load(const Store& store, const ScoreTable& table) {
  models_.clear();
  folded_.clear();
  for (const std::string& id : table.models) {
    models_.push_back(store.models.find(id));
    folded_.push_back(fold(id));
  }
  languages_.clear();
  task_languages_.clear();
  for (const std::string& id : table.tasks) {
    const Task* task = store.tasks.find(id);
    const std::string& language =
        task_languages_.emplace_back(task != nullptr ? task->language : "");
    if (!language.empty() && !contains(languages_, language)) languages_.push_back(language);
  }
  published_.clear();
  published_ids_.clear();
  for (const PublishedMean& mean : table.means) {
    if (mean.derived) continue;
    published_.push_back(&mean);
    published_ids_.push_back("mean:" + mean.scope);
  }
  load_facets();
  rank(table);
}

void LeaderboardRows::load_facets() {
  List<std::string_view> values;
  List<std::uint32_t> order, found;
  facets_.resize(model_facets().size());
  for (std::size_t f = 0; f < facets_.size(); ++f) {
    values.assign(1, {});  // "unknown" is offered even when no model has it
    order.assign(1, 0);
    found.clear();
    for (const Model* m : models_) {
      std::string_view value = model_facet_value(m, *model_facets()[f]);
      if (value == kUnknownWord) value = {};  // sorted last
      const auto at = std::find(values.begin(), values.end(), value);
      found.push_back(static_cast<std::uint32_t>(at - values.begin()));
      if (at != values.end()) continue;
      order.push_back(found.back());
      values.push_back(value);
    }
    sort_by_text(order, values, false);
    Facet& facet = facets_[f];
    facet.values.clear();
    facet.of.resize(found.size());
    for (std::uint32_t v : order) {
      for (std::size_t m = 0; m < found.size(); ++m) {
        if (found[m] == v) facet.of[m] = static_cast<std::uint16_t>(facet.values.size());
      }
      facet.values.emplace_back(values[v].empty() ? kUnknownWord : values[v]);
    }
  }
}

void LeaderboardRows::rank(const ScoreTable& table) {
  ranked_tasks_.clear();
  const bool normalised = !table.normalised.empty();
  for (std::size_t t = 0; t < table.tasks.size(); ++t) {
    std::size_t have = 0;
    for (std::size_t m = 0; m < table.models.size(); ++m) {
      have += std::isnan(normalised ? table.normalised_at(m, t) : table.raw_at(m, t)) ? 0 : 1;
    }
    if (have * 2 >= table.models.size()) ranked_tasks_.push_back(t);
  }
  List<double> scores;
  scores.reserve(table.models.size() * ranked_tasks_.size());
  for (std::size_t m = 0; m < table.models.size(); ++m) {
    for (std::size_t t : ranked_tasks_) {
      scores.push_back(normalised ? table.normalised_at(m, t) : table.raw_at(m, t));
    }
  }
  ranker_.start(std::move(scores), table.models.size(), ranked_tasks_.size());
}

void LeaderboardRows::mean_over(const ScoreTable& table, const List<std::size_t>& tasks,
                                List<double>& means, List<int>& covered) const {
  means.assign(table.models.size(), kNaN);
  covered.assign(table.models.size(), 0);
  for (std::size_t m = 0; m < table.models.size(); ++m) {
    double sum = 0;
    for (std::size_t t : tasks) {
      const double s = score(table, m, t);
      if (std::isnan(s)) continue;
      sum += s;
      ++covered[m];
    }
    if (covered[m] > 0) means[m] = sum / covered[m];
  }
}

void LeaderboardRows::compute_means(const ScoreTable& table) {
  mean_over(table, ranked_tasks_, means_, covered_);
  mins_.assign(table.tasks.size(), kNaN);
  maxs_.assign(table.tasks.size(), kNaN);
  table_min_ = table_max_ = kNaN;
  for (std::size_t m = 0; m < table.models.size(); ++m) {
    for (std::size_t t = 0; t < table.tasks.size(); ++t) {
      const double s = score(table, m, t);
      mins_[t] = std::fmin(mins_[t], s);
      maxs_[t] = std::fmax(maxs_[t], s);
      table_min_ = std::fmin(table_min_, s);
      table_max_ = std::fmax(table_max_, s);
    }
  }
}

std::size_t LeaderboardRows::columns_of(const ScoreTable& table, ColumnKind kind) const {
  switch (kind) {
    case ColumnKind::kMean:
      return ranked_tasks_.empty() ? 0 : 1;
    case ColumnKind::kChosenMean: {
      const auto chosen = static_cast<std::size_t>(chosen_tasks_);
      return chosen > 0 && chosen < table.tasks.size() ? 1 : 0;
    }
    case ColumnKind::kPublished:
      return published_.size();
    case ColumnKind::kTask:
      return table.tasks.size();
    case ColumnKind::kRank:
    case ColumnKind::kModel:
    case ColumnKind::kNumber:
    case ColumnKind::kWord:
      break;
  }
  return 1;
}

std::string_view LeaderboardRows::column_id(const ScoreTable& table, const ColumnSpec& spec,
                                            std::size_t index) const {
  switch (spec.kind) {
    case ColumnKind::kPublished:
      return published_ids_[index];
    case ColumnKind::kTask:
      return table.tasks[index];
    case ColumnKind::kRank:
    case ColumnKind::kModel:
    case ColumnKind::kMean:
    case ColumnKind::kChosenMean:
    case ColumnKind::kNumber:
    case ColumnKind::kWord:
      break;
  }
  return spec.id;
}

std::string_view LeaderboardRows::column_language(ColumnKind kind, std::size_t index) const {
  switch (kind) {
    case ColumnKind::kPublished:
      return published_[index]->scope;
    case ColumnKind::kTask:
      return task_languages_[index];
    case ColumnKind::kRank:
    case ColumnKind::kModel:
    case ColumnKind::kMean:
    case ColumnKind::kChosenMean:
    case ColumnKind::kNumber:
    case ColumnKind::kWord:
      break;
  }
  return {};
}

void LeaderboardRows::choose_columns(const ScoreTable& table, const List<std::string>& cols) {
  const auto column = [&](const ColumnSpec& spec, std::size_t index) {
    LeaderboardColumn c{&spec, index, column_id(table, spec, index), true};
    if (!c.optional()) return c;
    c.shown = cols.empty()
                  ? c.by_default()
                  : contains(cols, c.id) ||
                        contains(cols, "lang:" + std::string(column_language(spec.kind, index)));
    return c;
  };
  List<std::size_t> chosen;
  for (const ColumnSpec& spec : column_specs()) {
    if (spec.kind != ColumnKind::kTask) continue;
    for (std::size_t t = 0; t < table.tasks.size(); ++t) {
      if (column(spec, t).shown) chosen.push_back(t);
    }
  }
  chosen_tasks_ = static_cast<int>(chosen.size());
  const bool own_mean = columns_of(table, ColumnKind::kChosenMean) > 0;
  mean_over(table, own_mean ? chosen : List<std::size_t>(), chosen_means_, chosen_covered_);
  columns_.clear();
  for (const ColumnSpec& spec : column_specs()) {
    for (std::size_t i = 0; i < columns_of(table, spec.kind); ++i) {
      columns_.push_back(column(spec, i));
    }
  }
  shown_.clear();
  for (const LeaderboardColumn& c : columns_) {
    if (c.shown) shown_.push_back(c);
  }
}

void LeaderboardRows::filter(const ViewState& state) {
  const ModelQuery query(state.q, state.filter);
  for (Facet& facet : facets_) facet.counts.assign(facet.values.size(), 0);
  left_.clear();
  for (std::uint32_t m : by_mean_) {
    const unsigned misses = query.misses(folded_[m], models_[m]);
    if (misses == 0) left_.push_back(m);
    for (std::size_t f = 0; f < facets_.size(); ++f) {
      if ((misses & ~(1u << f)) == 0) ++facets_[f].counts[facets_[f].of[m]];
    }
  }
}

void LeaderboardRows::sort_by(const ScoreTable& table, std::string_view key, bool descending) {
  const auto column = std::find_if(columns_.begin(), columns_.end(),
                                   [&](const LeaderboardColumn& c) { return c.id == key; });
  if (column == columns_.end()) return;
  switch (column->kind()) {
    case ColumnKind::kWord:
      sort_by_facet(*column->spec, descending);
      return;
    case ColumnKind::kModel: {
      const List<std::string_view> ids(folded_.begin(), folded_.end());
      sort_by_text(order_, ids, descending);
      return;
    }
    case ColumnKind::kRank:
    case ColumnKind::kMean:
    case ColumnKind::kChosenMean:
    case ColumnKind::kNumber:
    case ColumnKind::kPublished:
    case ColumnKind::kTask:
      break;
  }
  buffer_.clear();
  for (std::size_t m = 0; m < table.models.size(); ++m) {
    const double value = number(table, *column, m);
    // A mean over fewer tasks is not comparable: it sorts last, like a missing one.
    const bool partial = column->kind() == ColumnKind::kMean && ranking().rank[m] == 0;
    buffer_.push_back(partial ? kNaN : value);
  }
  sort_by_number(order_, buffer_, descending);
}

void LeaderboardRows::sort_by_facet(const ColumnSpec& spec, bool descending) {
  const std::span specs = model_facets();
  const auto at = std::find(specs.begin(), specs.end(), &spec) - specs.begin();
  const Facet& facet = facets_[static_cast<std::size_t>(at)];
  buffer_.clear();
  for (std::uint16_t value : facet.of) {
    buffer_.push_back(facet.values[value] == kUnknownWord ? kNaN : value);
  }
  sort_by_number(order_, buffer_, descending);
}

// The mean breaks ties of every other column; snapshots with averages only use the published one.
void LeaderboardRows::sort_by_mean(const ScoreTable& table) {
  order_.clear();
  for (std::size_t m = 0; m < table.models.size(); ++m) {
    order_.push_back(static_cast<std::uint32_t>(m));
  }
  if (!published_.empty() && ranked_tasks_.empty()) {
    sort_by_number(order_, published_[0]->values, true);
  }
  sort_by_number(order_, means_, true);
  sort_by(table, "average", true);
  by_mean_ = order_;
}

void LeaderboardRows::pin(const ScoreTable& table, const List<std::string>& models) {
  pinned_ = 0;
  for (const std::string& id : models) {
    const auto at = std::find(table.models.begin(), table.models.end(), id);
    if (at == table.models.end()) continue;
    const auto m = static_cast<std::uint32_t>(at - table.models.begin());
    const auto old = std::find(order_.begin(), order_.end(), m);
    if (old != order_.end()) order_.erase(old);
    order_.insert(order_.begin() + static_cast<std::ptrdiff_t>(pinned_), m);
    ++pinned_;
  }
}

void LeaderboardRows::update(const Store& store, const ViewState& state, const ScoreTable& table) {
  heat_by_table_ = state.heat_by_table;
  const bool same_data = snapshot_ == table.snapshot && store_generation_ == store.generation();
  const bool same_scale = raw_wanted_ == state.raw_scores;
  const bool same_columns = cols_ == state.cols;
  if (same_data && same_scale && same_columns && sort_ == state.sort && query_ == state.q &&
      filter_ == state.filter && pins_ == state.models) {
    return;
  }
  if (!same_data) load(store, table);
  normalised_ = !table.normalised.empty() && (!state.raw_scores || table.raw.empty());
  if (!same_data || !same_scale) compute_means(table);
  if (!same_data || !same_scale || !same_columns) choose_columns(table, state.cols);
  if (!same_data || !same_scale) sort_by_mean(table);
  if (!same_data || !same_scale || query_ != state.q || filter_ != state.filter) filter(state);
  snapshot_ = table.snapshot;
  store_generation_ = store.generation();
  raw_wanted_ = state.raw_scores;
  cols_ = state.cols;
  sort_ = state.sort;
  query_ = state.q;
  filter_ = state.filter;
  pins_ = state.models;
  order_ = left_;
  each_key_backwards(sort_, [&](std::string_view key, bool down) { sort_by(table, key, down); });
  pin(table, pins_);
  ++generation_;
}

double LeaderboardRows::number(const ScoreTable& table, const LeaderboardColumn& column,
                               std::size_t model) const {
  const ColumnSpec& spec = *column.spec;
  if (spec.figure != nullptr) return spec.figure({*this, table, column.index, model});
  if (spec.number == nullptr || models_[model] == nullptr) return kNaN;
  return spec.number(*models_[model]);
}

double LeaderboardRows::size(std::size_t model) const {
  return models_[model] != nullptr ? models_[model]->params_b : kNaN;
}

double LeaderboardRows::published(std::size_t index, std::size_t model) const {
  const List<double>& values = published_[index]->values;
  return model < values.size() ? values[model] : kNaN;
}

void LeaderboardRows::heat_range(const LeaderboardColumn& column, double& low, double& high) const {
  low = high = 0;
  if (column.kind() != ColumnKind::kTask) return;
  low = heat_by_table_ ? table_min_ : mins_[column.index];
  high = heat_by_table_ ? table_max_ : maxs_[column.index];
}

}  // namespace tablero
