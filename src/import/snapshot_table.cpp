#include "import/snapshot_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "base/number.h"
#include "base/text.h"
#include "import/cell_choice.h"
#include "import/score_metrics.h"

namespace tablero {
namespace {

constexpr std::array<std::string_view, 4> kLanguages = {"es", "ca", "eu", "gl"};

double rounded(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  return std::round(value * scale) / scale;
}

using Cells = std::map<std::string, Cell>;  // by id in tasks.json

struct Parts {
  std::map<std::pair<std::string, std::string>, Cell>
      cells;  // by id in tasks.json and name of the part
};

class TableMaker {
 public:
  TableMaker(std::vector<EvaluationRun> runs, const Tasks& tasks, const std::string& snapshot)
      : runs_(std::move(runs)), tasks_(tasks) {
    out_.table.snapshot = snapshot;
  }

  SnapshotTable run() {
    // Newest first; files of the same time by name, so that the order of the arguments does not
    // matter; in a file that grows line by line, the last line.
    std::reverse(runs_.begin(), runs_.end());
    std::stable_sort(runs_.begin(), runs_.end(),
                     [](const EvaluationRun& a, const EvaluationRun& b) {
                       return std::tie(b.time, a.file) < std::tie(a.time, b.file);
                     });
    for (const EvaluationRun& run : runs_) take(run);
    choose_cells();
    choose_rows_and_columns();
    fill();
    add_means();
    out_.unknown_tasks.assign(unknown_.begin(), unknown_.end());
    return std::move(out_);
  }

 private:
  void take(const EvaluationRun& run) {
    out_.newest = std::max(out_.newest, run.time);
    for (const EvaluatedTask& task : run.tasks) {
      if (const Task* known = tasks_.find(task.id); known != nullptr) {
        if (is_another_task(run, task, *known)) continue;
        add_facts(run);
        found_[run.row][known->id].push_back({task, run.limited, task.id == known->id, run.file});
        continue;
      }
      const auto [group, part] = part_of(run, task.id);
      if (!group.empty()) {
        add_facts(run);
        take_part(run, {group, part}, task);
      } else if (!is_group(run, task.id)) {
        unknown_.insert(task.id);
      }
    }
  }

  // A file that has a task under its id of today means another one by its earlier id.
  bool is_another_task(const EvaluationRun& run, const EvaluatedTask& task, const Task& known) {
    if (task.id == known.id) return false;
    const bool both = std::any_of(run.tasks.begin(), run.tasks.end(),
                                  [&](const EvaluatedTask& t) { return t.id == known.id; });
    if (both) remark(run.row, known.id, run.file + ": " + task.id + " is another task there");
    return both;
  }

  // The newest whole evaluation of a part; the newest of some items, or without a number, only
  // where there is none.
  void take_part(const EvaluationRun& run, const std::pair<std::string, std::string>& key,
                 const EvaluatedTask& task) {
    const auto is_whole = [](const Cell& cell) {
      const auto& metrics = cell.task.metrics;
      return !cell.limited && std::any_of(metrics.begin(), metrics.end(),
                                          [](const auto& m) { return !std::isnan(m.value); });
    };
    Cell cell{task, run.limited, true, run.file};
    const auto [at, first] = parts_[run.row].cells.emplace(key, cell);
    if (!first && !is_whole(at->second) && is_whole(cell)) at->second = std::move(cell);
  }

  void add_facts(const EvaluationRun& run) {
    const EvaluationSettings& s = run.settings;
    const bool quantised = !s.quantisation.empty() && s.quantisation != "none";
    const std::string& precision = quantised ? s.quantisation : s.precision;
    const auto [at, first] = out_.rows.emplace(run.row, RowFacts{run.model, run.hub, precision});
    std::string& known = at->second.precision;
    if (first || precision.empty() || known == precision) return;
    if (known.empty() && differing_.count(run.row) == 0) {
      known = precision;
    } else {
      differing_.insert(run.row);
      known.clear();
    }
  }

  void choose_cells() {
    for (auto& [row, tasks] : found_) {
      for (auto& [id, cells] : tasks) {
        std::vector<std::string> left_out;
        models_[row].emplace(id, choose_cell(std::move(cells), *tasks_.find(id), left_out));
        for (const std::string& text : left_out) remark(row, id, text);
      }
    }
    // Rows of which there are parts only.
    for (const auto& [row, parts] : parts_) models_[row];
  }

  // Group (as in tasks.json) and name of a part: by the file's own list, else by the beginning of
  // its name. An empty group when it is no part of anything known.
  std::pair<std::string, std::string> part_of(const EvaluationRun& run,
                                              const std::string& id) const {
    std::string group;
    if (const auto at = run.parent_of.find(id); at != run.parent_of.end()) {
      if (const Task* known = tasks_.find(at->second); known != nullptr) group = known->id;
    }
    const bool listed = !group.empty();
    std::size_t prefix = 0;
    const auto consider = [&](const std::string& name, const std::string& task) {
      const bool begins = id.size() > name.size() + 1 && id[name.size()] == '_' &&
                          id.compare(0, name.size(), name) == 0;
      if (!begins || name.size() <= prefix || (listed && task != group)) return;
      prefix = name.size();
      group = task;
    };
    for (const Task& t : tasks_.tasks) {
      consider(t.id, t.id);
      for (const std::string& alias : t.aliases) consider(alias, t.id);
    }
    return {group, prefix > 0 ? id.substr(prefix + 1) : id};
  }

  // "laleaderboard_es" and other entries that are only aggregates.
  static bool is_group(const EvaluationRun& run, const std::string& id) {
    if (id.rfind("laleaderboard", 0) == 0) return true;
    return std::any_of(run.parent_of.begin(), run.parent_of.end(),
                       [&](const auto& entry) { return entry.second == id; });
  }

  void choose_rows_and_columns() {
    ScoreTable& t = out_.table;
    std::set<std::string> present;
    for (auto& [model, cells] : models_) {
      add_stereotypes(model, cells);
      for (const auto& [id, cell] : cells) present.insert(id);
    }
    for (const auto& [model, cells] : models_) {
      if (!cells.empty()) t.models.push_back(model);
    }
    for (const Task& task : tasks_.tasks) {
      if (present.count(task.id) == 0) continue;
      t.tasks.push_back(task.id);
      t.metrics.push_back(column_metric(task));
      t.n.push_back(0);
      t.shots.push_back(-1);
    }
  }

  std::string column_metric(const Task& task) const {
    if (task.metric != kEitherMetric) return task.metric;
    for (const auto& [model, cells] : models_) {
      const auto at = cells.find(task.id);
      const EvaluatedMetric* m =
          at == cells.end() ? nullptr : shown_metric(at->second.task, task.metric);
      if (m != nullptr && m->name == "rouge1") return "rouge1";
    }
    return "bleu";
  }

  // CrowS-Pairs in Spanish has no score of its own: the mean of its parts, each item with the same
  // weight.
  void add_stereotypes(const std::string& model, Cells& cells) {
    for (const Task& task : tasks_.tasks) {
      if (task.metric != kStereotypes) continue;
      const auto at = cells.find(task.id);
      if (at != cells.end() && metric_called(at->second.task, kStereotypes) != nullptr) continue;
      double sum = 0;
      int items = 0;
      Cell cell;
      for (const auto& [key, part] : parts_[model].cells) {
        const EvaluatedMetric* m = metric_called(part.task, kStereotypes);
        if (key.first != task.id || m == nullptr || part.task.n == 0) continue;
        sum += m->value * part.task.n;
        items += part.task.n;
        cell.limited = cell.limited || part.limited;
        cell.task.shots = part.task.shots;
      }
      if (items == 0) continue;
      cell.task.id = task.id;
      cell.task.n = items;
      cell.task.metrics.push_back({std::string(kStereotypes), "none", sum / items, kNaN});
      cells.insert_or_assign(task.id, std::move(cell));
    }
  }

  void fill() {
    ScoreTable& t = out_.table;
    const std::size_t cells = t.models.size() * t.tasks.size();
    t.raw.assign(cells, kNaN);
    t.normalised.assign(cells, kNaN);
    t.stderrs.assign(cells, kNaN);
    t.normalised_derived = true;
    std::vector<bool> n_differs(t.tasks.size(), false), shots_differ(t.tasks.size(), false);
    for (std::size_t m = 0; m < t.models.size(); ++m) {
      for (std::size_t k = 0; k < t.tasks.size(); ++k) {
        const auto at = models_[t.models[m]].find(t.tasks[k]);
        if (at == models_[t.models[m]].end()) continue;
        fill_cell(m, k, at->second);
        agree(t.n[k], at->second.task.n, 0, n_differs, k);
        agree(t.shots[k], at->second.task.shots, -1, shots_differ, k);
      }
      for (const auto& [key, cell] : parts_[t.models[m]].cells)
        add_details(t.models[m], key.first, key.second, cell, {});
    }
  }

  // Merges a property of a column over all models: the value on which they all agree.
  static void agree(int& column, int value, int none, std::vector<bool>& differs, std::size_t k) {
    if (value == none || differs[k]) return;
    if (column == none) {
      column = value;
    } else if (column != value) {
      column = none;
      differs[k] = true;
    }
  }

  void fill_cell(std::size_t m, std::size_t k, const Cell& cell) {
    ScoreTable& t = out_.table;
    const Task& task = *tasks_.find(t.tasks[k]);
    const std::string& model = t.models[m];
    const EvaluatedMetric* shown = shown_metric(cell.task, task.metric);
    if (only_a_part(cell, task)) {
      mark_partial(model);
      remark(model, task.id,
             "only a part of the items was evaluated: kept as a detail, in no mean");
      add_details(model, task.id, "limited", cell, {});
      return;
    }
    add_details(model, task.id, "", cell,
                shown != nullptr ? shown->name + "," + shown->filter : std::string());
    if (shown == nullptr) {
      remark(model, task.id, "no number for " + task.metric);
      return;
    }
    if (shown->name != t.metrics[k]) {
      remark(model, task.id,
             "its metric is " + shown->name + ", that of the other models " + t.metrics[k]);
      return;
    }
    const double raw = percent_score(shown->name, shown->value);
    if (std::isnan(raw)) {
      remark(model, task.id, shown->name + " outside its range");
      return;
    }
    const std::size_t at = t.at(m, k);
    t.raw[at] = rounded(raw, 4);
    const double normalised = normalised_score(raw, task.baseline);
    if (!std::isnan(normalised)) t.normalised[at] = rounded(normalised, 2);
    const double error = percent_score(shown->name, shown->std_error);
    if (!std::isnan(error)) t.stderrs[at] = rounded(error, 4);
  }

  void add_details(const std::string& model, const std::string& task, const std::string& part,
                   const Cell& cell, const std::string& without) {
    for (const EvaluatedMetric& m : cell.task.metrics) {
      if (std::isnan(m.value) || m.name + "," + m.filter == without) continue;
      ScoreTable::Detail d;
      d.model = model;
      d.task = task;
      d.part = part;
      d.metric = detail_metric(cell.task, m);
      d.raw = rounded(percent_score(m.name, m.value), 4);
      d.std_error = rounded(percent_score(m.name, m.std_error), 4);
      d.n = cell.task.n;
      const bool word = !d.metric.empty() && d.metric.front() != '_';
      if (word && std::abs(d.raw) <= 1000) out_.table.details.push_back(std::move(d));
    }
  }

  void mark_partial(const std::string& model) {
    std::vector<std::string>& list = out_.partial_models;
    if (list.empty() || list.back() != model) list.push_back(model);
    out_.partial = true;
  }

  // Means of languages of which the model has every task of the board, and of everything when it
  // has all.
  void add_means() {
    const ScoreTable& t = out_.table;
    std::vector<PublishedMean> means;
    PublishedMean all;
    all.scope = "all";
    all.derived = true;
    all.values.assign(t.models.size(), kNaN);
    for (const std::string_view language : kLanguages) {
      PublishedMean mean;
      mean.scope = language;
      mean.derived = true;
      for (std::size_t m = 0; m < t.models.size(); ++m) mean.values.push_back(mean_of(m, language));
      means.push_back(std::move(mean));
    }
    for (std::size_t m = 0; m < t.models.size(); ++m) all.values[m] = mean_of(m, {});
    means.insert(means.begin(), std::move(all));
    for (PublishedMean& mean : means) {
      const bool any = std::any_of(mean.values.begin(), mean.values.end(),
                                   [](double v) { return !std::isnan(v); });
      if (any) out_.table.means.push_back(std::move(mean));
    }
    // By id, each once: a model can be partial in several ways.
    std::sort(out_.partial_models.begin(), out_.partial_models.end());
    out_.partial_models.erase(std::unique(out_.partial_models.begin(), out_.partial_models.end()),
                              out_.partial_models.end());
  }

  // NaN unless every task of the language (of all languages when empty) has a normalised score. A
  // model that has been run on some of them only is marked as partial.
  double mean_of(std::size_t m, std::string_view language) {
    const ScoreTable& t = out_.table;
    double sum = 0;
    int run = 0, normalised = 0, want = 0;
    for (const Task& task : tasks_.tasks) {
      if (!language.empty() && task.language != language) continue;
      ++want;
      const auto at = std::find(t.tasks.begin(), t.tasks.end(), task.id);
      if (at == t.tasks.end()) continue;
      const auto k = static_cast<std::size_t>(at - t.tasks.begin());
      run += std::isnan(t.raw_at(m, k)) ? 0 : 1;
      if (std::isnan(t.normalised_at(m, k))) continue;
      sum += t.normalised_at(m, k);
      ++normalised;
    }
    if (run > 0 && run < want && !language.empty()) mark_partial(t.models[m]);
    return normalised == want && want > 0 ? rounded(sum / want, 2) : kNaN;
  }

  void remark(const std::string& model, const std::string& task, const std::string& text) {
    out_.remarks.push_back(model + ", " + task + ": " + text);
  }

  std::vector<EvaluationRun> runs_;
  const Tasks& tasks_;
  SnapshotTable out_;
  std::map<std::string, std::map<std::string, std::vector<Cell>>> found_;  // newest first
  std::set<std::string> differing_;  // rows whose files name several precisions
  std::map<std::string, Cells> models_;
  std::map<std::string, Parts> parts_;
  std::set<std::string> unknown_;
};

}  // namespace

bool SnapshotTable::has_scores() const {
  return std::any_of(table.raw.begin(), table.raw.end(),
                     [](double score) { return !std::isnan(score); });
}

SnapshotTable make_snapshot_table(std::vector<EvaluationRun> runs, const Tasks& tasks,
                                  const std::string& snapshot) {
  return TableMaker(std::move(runs), tasks, snapshot).run();
}

}  // namespace tablero
