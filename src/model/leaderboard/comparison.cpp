#include "model/leaderboard/comparison.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/number.h"
#include "model/facet_label.h"
#include "model/leaderboard/names.h"

namespace tablero {
namespace {

constexpr double kZ95 = 1.959964;  // normal quantile of 0.975

double score_error(const ScoreTable& table, const Task* task, std::size_t t, std::size_t m) {
  const double known = table.stderr_at(m, t);
  if (!std::isnan(known)) return known;
  const double raw = table.raw_at(m, t);
  const int own = t < table.n.size() ? table.n[t] : 0;
  const int n = own > 0 ? own : (task != nullptr ? task->n_test : 0);
  const bool share = task != nullptr && (task->metric == "acc" || task->metric == "exact_match");
  if (!share || n <= 0 || std::isnan(raw)) return kNaN;
  const double p = raw / 100;
  return 100 * std::sqrt(p * (1 - p) / n);
}

// Half width of the 95 % interval of the difference of two scores on one task (raw percent), from
// the standard errors, or for a share of right answers from the number of items (binomial, not
// paired); NaN when neither is known.
double task_difference_margin(const ScoreTable& table, const Task* task, std::size_t task_index,
                              std::size_t a, std::size_t b) {
  const double ea = score_error(table, task, task_index, a);
  const double eb = score_error(table, task, task_index, b);
  return kZ95 * std::sqrt(ea * ea + eb * eb);
}

// Means over the common tasks by a word of the task, per model; `words` receives the words.
List<List<double>> means_by(const Store& store, const ScoreTable& table,
                            const LeaderboardRows& rows, const List<std::uint32_t>& models,
                            const List<std::size_t>& common, std::string Task::*word,
                            List<std::string_view>& words) {
  List<List<double>> means(models.size());
  List<int> counts;
  for (const std::size_t t : common) {
    const Task* task = store.tasks.find(table.tasks[t]);
    if (task == nullptr) continue;
    const std::string_view own = task->*word;
    const auto w =
        static_cast<std::size_t>(std::find(words.begin(), words.end(), own) - words.begin());
    if (w == words.size()) {
      words.push_back(own);
      counts.push_back(0);
      for (List<double>& m : means) m.push_back(0);
    }
    ++counts[w];
    for (std::size_t i = 0; i < models.size(); ++i) {
      means[i][w] += rows.score(table, models[i], t);
    }
  }
  for (List<double>& m : means) {
    for (std::size_t w = 0; w < words.size(); ++w) m[w] /= counts[w];
  }
  return means;
}

// Per model the raw and the normalised mean over the tasks for which both are known of all models.
List<List<double>> mean_scales(const ScoreTable& table, const List<std::uint32_t>& models,
                               const List<std::size_t>& common, int& tasks) {
  List<List<double>> scale_means(models.size(), List<double>(2, 0.0));
  tasks = 0;
  for (const std::size_t t : common) {
    const auto known = [&](std::uint32_t m) {
      return !std::isnan(table.raw_at(m, t)) && !std::isnan(table.normalised_at(m, t));
    };
    if (!std::all_of(models.begin(), models.end(), known)) continue;
    ++tasks;
    for (std::size_t i = 0; i < models.size(); ++i) {
      scale_means[i][0] += table.raw_at(models[i], t);
      scale_means[i][1] += table.normalised_at(models[i], t);
    }
  }
  for (List<double>& means : scale_means) {
    for (double& mean : means) mean /= std::max(tasks, 1);
  }
  return scale_means;
}

// One row per compared model with its means over groups of tasks; `names` and `ids` are the
// groups'.
Table means_table(const Reader& reader, const ScoreTable& table, const List<std::uint32_t>& models,
                  const TableHead& head, const List<std::string_view>& ids,
                  const List<std::string_view>& names, const List<List<double>>& means) {
  TableBuilder b(reader);
  b.head(head).column({"model", b.words().t("leaderboard.column.model")});
  for (std::size_t k = 0; k < ids.size(); ++k) b.column({ids[k], names[k], CellKind::kShare});
  for (std::size_t i = 0; i < models.size(); ++i) {
    const std::string& id = table.models[models[i]];
    b.row(id).word(id, short_model_name(id));
    for (std::size_t k = 0; k < ids.size(); ++k) b.number(means[i][k], 1);
  }
  return b.done(head.title);
}

// The scores of the compared models on each task that any of them has, and the difference of the
// first two.
Table tasks_table(const Reader& reader, const Store& store, const ScoreTable& table,
                  const LeaderboardRows& rows, const List<std::uint32_t>& models) {
  TableBuilder b(reader);
  const Wording& w = b.words();
  b.head(
      {"tasks", "comparacion-tareas", source_of(store, table), w.t("leaderboard.compare.tasks")});
  b.column({"task", w.t("table.task")});
  for (const std::uint32_t m : models) {
    b.column({table.models[m], short_model_name(table.models[m]), CellKind::kShare});
  }
  b.column({"difference", w.t("leaderboard.compare.difference"), CellKind::kInterval});
  for (std::size_t t = 0; t < table.tasks.size(); ++t) {
    const auto score = [&](std::uint32_t m) { return rows.score(table, m, t); };
    const auto known = [&](std::uint32_t m) { return !std::isnan(score(m)); };
    if (std::none_of(models.begin(), models.end(), known)) continue;
    b.row(table.tasks[t]).word(table.tasks[t], task_name(store, table.tasks[t]));
    for (const std::uint32_t m : models) b.number(score(m), 1);
    const Task* task = store.tasks.find(table.tasks[t]);
    double margin = task_difference_margin(table, task, t, models[0], models[1]);
    if (rows.normalised() && task != nullptr) margin *= 100 / (100 - task->baseline);
    b.interval(score(models[0]) - score(models[1]), margin, 1);
  }
  return b.done(w.t("leaderboard.compare.tasks"));
}

}  // namespace

Comparison compare_models(const Reader& reader, const Store& store, const ViewState& state,
                          const ScoreTable& table, const LeaderboardRows& rows) {
  Comparison out;
  for (const std::string& id : state.models) {
    const auto at = std::find(table.models.begin(), table.models.end(), id);
    if (at == table.models.end() || out.models.size() == kMaxCompared) continue;
    out.models.push_back(static_cast<std::uint32_t>(at - table.models.begin()));
  }
  if (out.models.size() < 2) return out;
  List<std::size_t> common;
  for (std::size_t t = 0; t < table.tasks.size(); ++t) {
    std::size_t have = 0;
    for (std::uint32_t m : out.models) have += std::isnan(rows.score(table, m, t)) ? 0 : 1;
    if (have == out.models.size()) common.push_back(t);
    if (have > 0 && have < out.models.size()) out.missing.push_back(t);
  }
  const auto scores_of = [&](std::uint32_t m) {
    List<double> scores;
    for (std::size_t t : common) scores.push_back(rows.score(table, m, t));
    return scores;
  };
  for (std::size_t i = 1; i < out.models.size(); ++i) {
    out.differences.push_back(
        paired_difference(scores_of(out.models[0]), scores_of(out.models[i])));
  }
  TextArena texts;
  const Wording w{reader.strings, reader.lang, texts};
  const std::string_view source = source_of(store, table);
  const List<List<double>> by_skill =
      means_by(store, table, rows, out.models, common, &Task::skill, out.skills);
  List<std::string_view> names;
  for (std::string_view skill : out.skills) names.push_back(w.named("skill.", skill));
  out.by_skill =
      means_table(reader, table, out.models,
                  {"radar", "comparacion-habilidades", source, w.t("leaderboard.compare.radar")},
                  out.skills, names, by_skill);
  const List<List<double>> by_language =
      means_by(store, table, rows, out.models, common, &Task::language, out.languages);
  names.clear();
  for (std::string_view language : out.languages) {
    names.push_back(facet_label(w, Facet::kLanguage, language));
  }
  out.by_language = means_table(
      reader, table, out.models,
      {"languages", "comparacion-lenguas", source, w.t("leaderboard.compare.languages")},
      out.languages, names, by_language);
  const List<List<double>> by_scale = mean_scales(table, out.models, common, out.scale_tasks);
  out.by_scale = means_table(
      reader, table, out.models,
      {"scales", "comparacion-escalas", source, w.t("leaderboard.compare.scales")},
      {"raw", "normalised"},
      {w.t("leaderboard.compare.scales.raw"), w.t("leaderboard.compare.scales.normalised")},
      by_scale);
  out.by_task = tasks_table(reader, store, table, rows, out.models);
  return out;
}

}  // namespace tablero
