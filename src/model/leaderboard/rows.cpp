#include "model/leaderboard/rows.h"

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "base/number.h"
#include "base/text.h"
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
  sizes_.clear();
  for (const std::string& id : table.models) {
    const Model* model = store.models.find(id);
    models_.push_back(model);
    folded_.push_back(fold(id));
    sizes_.push_back(model != nullptr ? model->params_b : kNaN);
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
  for (std::size_t f = 0; f < kModelFacetCount; ++f) {
    values.assign(1, {});  // "unknown" is offered even when no model has it
    order.assign(1, 0);
    found.clear();
    for (const Model* m : models_) {
      std::string_view value = model_facet_value(m, static_cast<ModelFacet>(f));
      if (value == "unknown") value = {};  // sorted last
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
      facet.values.emplace_back(values[v].empty() ? "unknown" : values[v]);
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

void LeaderboardRows::choose_columns(const ScoreTable& table, const List<std::string>& cols) {
  columns_.clear();
  const auto add = [&](ColumnKind kind, std::string_view id, bool by_default, std::size_t index,
                       std::string_view language = {}) {
    const bool fixed = kind <= ColumnKind::kMean;
    const bool shown =
        fixed ||
        (cols.empty() ? by_default
                      : contains(cols, id) || contains(cols, "lang:" + std::string(language)));
    columns_.push_back({kind, index, id, shown, by_default});
  };
  add(ColumnKind::kRank, "rank", true, 0);
  add(ColumnKind::kModel, "model", true, 0);
  if (!ranked_tasks_.empty()) add(ColumnKind::kMean, "average", true, 0);
  add(ColumnKind::kSize, "size", true, 0);
  for (ColumnKind kind = ColumnKind::kType; is_facet(kind);
       kind = static_cast<ColumnKind>(static_cast<int>(kind) + 1)) {
    add(kind, model_facet_name(facet_of(kind)), false, 0);
  }
  for (std::size_t i = 0; i < published_.size(); ++i) {
    add(ColumnKind::kPublished, published_ids_[i], true, i, published_[i]->scope);
  }
  for (std::size_t t = 0; t < table.tasks.size(); ++t) {
    add(ColumnKind::kTask, table.tasks[t], true, t, task_languages_[t]);
  }
  List<std::size_t> chosen;
  for (const LeaderboardColumn& c : columns_) {
    if (c.shown && c.kind == ColumnKind::kTask) chosen.push_back(c.index);
  }
  chosen_tasks_ = static_cast<int>(chosen.size());
  const bool own_mean = !chosen.empty() && chosen.size() < table.tasks.size();
  mean_over(table, own_mean ? chosen : List<std::size_t>(), chosen_means_, chosen_covered_);
  if (own_mean) {
    columns_.insert(columns_.begin() + 3,
                    {ColumnKind::kChosenMean, 0, std::string_view("chosen"), true, false});
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
    for (std::size_t f = 0; f < kModelFacetCount; ++f) {
      if ((misses & ~(1u << f)) == 0) ++facets_[f].counts[facets_[f].of[m]];
    }
  }
}

void LeaderboardRows::sort_by(const ScoreTable& table, std::string_view key, bool descending) {
  const auto column = std::find_if(columns_.begin(), columns_.end(),
                                   [&](const LeaderboardColumn& c) { return c.id == key; });
  if (column == columns_.end()) return;
  if (is_facet(column->kind)) {
    const Facet& facet = facets_[static_cast<std::size_t>(facet_of(column->kind))];
    List<double>& places = buffer_;
    places.clear();
    for (std::uint16_t value : facet.of) {
      places.push_back(facet.values[value] == "unknown" ? kNaN : value);
    }
    sort_by_number(order_, places, descending);
    return;
  }
  if (column->kind == ColumnKind::kModel) {
    const List<std::string_view> ids(folded_.begin(), folded_.end());
    sort_by_text(order_, ids, descending);
    return;
  }
  buffer_.clear();
  for (std::size_t m = 0; m < table.models.size(); ++m) {
    const double value = number(table, *column, m);
    // A mean over fewer tasks is not comparable: it sorts last, like a missing one.
    const bool partial = column->kind == ColumnKind::kMean && ranking().rank[m] == 0;
    buffer_.push_back(partial ? kNaN : value);
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
  switch (column.kind) {
    case ColumnKind::kRank:
      return ranking().rank[model] > 0 ? ranking().rank[model] : kNaN;
    case ColumnKind::kMean:
      return means_[model];
    case ColumnKind::kChosenMean:
      return chosen_means_[model];
    case ColumnKind::kSize:
      return sizes_[model];
    case ColumnKind::kPublished: {
      const List<double>& values = published_[column.index]->values;
      return model < values.size() ? values[model] : kNaN;
    }
    case ColumnKind::kTask:
      return score(table, model, column.index);
    default:
      return kNaN;
  }
}

void LeaderboardRows::heat_range(const LeaderboardColumn& column, double& low, double& high) const {
  low = high = 0;
  if (column.kind != ColumnKind::kTask) return;
  low = heat_by_table_ ? table_min_ : mins_[column.index];
  high = heat_by_table_ ? table_max_ : maxs_[column.index];
}

}  // namespace tablero
