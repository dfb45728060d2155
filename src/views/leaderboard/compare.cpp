#include "views/leaderboard/compare.h"

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "base/number.h"
#include "charts/dot_plot.h"
#include "charts/radar.h"
#include "charts/slope.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/facets.h"
#include "views/leaderboard/names.h"

namespace tablero {
namespace {

constexpr double kZ95 = 1.959964;  // normal quantile of 0.975
constexpr std::size_t kMinAxes = 3;

Color series_color(const Ui& ui, std::size_t i) { return ui.colors().series[i]; }

std::string_view signed_number(Ui& ui, double v, int decimals) {
  return v > 0 ? ui.text.join({"+", ui.number(v, decimals)}) : ui.number(v, decimals);
}

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

}  // namespace

double task_difference_margin(const ScoreTable& table, const Task* task, std::size_t task_index,
                              std::size_t a, std::size_t b) {
  const double ea = score_error(table, task, task_index, a);
  const double eb = score_error(table, task, task_index, b);
  return kZ95 * std::sqrt(ea * ea + eb * eb);
}

// Means over the common tasks by a word of the task, per model; `words` receives the words.
List<List<double>> ComparePanel::means_by(const Store& store, const ScoreTable& table,
                                          const LeaderboardRows& rows, std::string Task::*word,
                                          List<std::string_view>& words) const {
  List<List<double>> means(models_.size());
  List<int> counts;
  for (const std::size_t t : common_) {
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
    for (std::size_t i = 0; i < models_.size(); ++i) {
      means[i][w] += rows.score(table, models_[i], t);
    }
  }
  for (List<double>& m : means) {
    for (std::size_t w = 0; w < words.size(); ++w) m[w] /= counts[w];
  }
  return means;
}

// Over the tasks for which both scales are known of all models.
void ComparePanel::mean_scales(const ScoreTable& table) {
  scale_means_.assign(models_.size(), List<double>(2, 0.0));
  scale_tasks_ = 0;
  for (const std::size_t t : common_) {
    const auto known = [&](std::uint32_t m) {
      return !std::isnan(table.raw_at(m, t)) && !std::isnan(table.normalised_at(m, t));
    };
    if (!std::all_of(models_.begin(), models_.end(), known)) continue;
    ++scale_tasks_;
    for (std::size_t i = 0; i < models_.size(); ++i) {
      scale_means_[i][0] += table.raw_at(models_[i], t);
      scale_means_[i][1] += table.normalised_at(models_[i], t);
    }
  }
  for (List<double>& means : scale_means_) {
    for (double& mean : means) mean /= std::max(scale_tasks_, 1);
  }
}

void ComparePanel::update(ViewContext& context, const ScoreTable& table,
                          const LeaderboardRows& rows) {
  const bool other = made_of_.changed(context);
  if (!other && generation_ == rows.generation() && table_ == &table) return;
  generation_ = rows.generation();
  table_ = &table;
  models_.clear();
  for (const std::string& id : context.state.models) {
    const auto at = std::find(table.models.begin(), table.models.end(), id);
    if (at == table.models.end() || models_.size() == kMaxCompared) continue;
    models_.push_back(static_cast<std::uint32_t>(at - table.models.begin()));
  }
  common_.clear();
  missing_.clear();
  skills_.clear();
  languages_.clear();
  for (std::size_t t = 0; t < table.tasks.size(); ++t) {
    std::size_t have = 0;
    for (std::uint32_t m : models_) have += std::isnan(rows.score(table, m, t)) ? 0 : 1;
    if (have == models_.size()) common_.push_back(t);
    if (have > 0 && have < models_.size()) missing_.push_back(t);
  }
  skill_means_ = means_by(context.store, table, rows, &Task::skill, skills_);
  language_means_ = means_by(context.store, table, rows, &Task::language, languages_);
  mean_scales(table);
  differences_.clear();
  const auto scores_of = [&](std::uint32_t m) {
    List<double> scores;
    for (std::size_t t : common_) scores.push_back(rows.score(table, m, t));
    return scores;
  };
  for (std::size_t i = 1; i < models_.size(); ++i) {
    differences_.push_back(paired_difference(scores_of(models_[0]), scores_of(models_[i])));
  }
  if (models_.size() > 1) make_tables(context, table, rows);
}

void ComparePanel::picker(ViewContext& context, const ScoreTable& table) {
  Ui& ui = context.ui;
  Flow flow(ui, 8);
  const std::string_view choose = ui.t("leaderboard.compare.choose");
  flow.next(ui.px(190));
  if (begin_dropdown(ui, "models", choose, choose, Icon::kCompare)) {
    for (const std::string& id : table.models) {
      if (check_row(ui, id, id, is_compared(context.state, id), ui.px(380)))
        toggle_compared(context, id);
    }
    end_dropdown(ui);
  }
  std::size_t drop = models_.size();
  for (std::size_t i = 0; i < models_.size(); ++i) {
    const std::string& id = table.models[models_[i]];
    const std::string_view name = short_model_name(id);
    flow.next(chip_width(ui, name));
    if (chip(ui, id, name, ui.t("leaderboard.compare.remove", {{"name", name}}))) drop = i;
    const ImVec2 min = ImGui::GetItemRectMin();
    ImGui::GetWindowDrawList()->AddCircleFilled(
        {min.x + ui.px(1), (min.y + ImGui::GetItemRectMax().y) * 0.5f}, ui.px(5),
        series_color(ui, i));
  }
  if (drop < models_.size()) toggle_compared(context, table.models[models_[drop]]);
  const std::string_view copy = ui.t("share.copy_link");
  flow.next(button_width(ui, copy, Icon::kLink));
  if (button(ui, "copy", copy, ButtonKind::kGhost, Icon::kLink)) {
    ui.platform.copy_text(ui.platform.link_for(to_query(context.state)));
    ui.show_notice(ui.t("share.copied"));
  }
}

void ComparePanel::summary(ViewContext& context, const ScoreTable& table) {
  Ui& ui = context.ui;
  for (std::size_t i = 0; i < differences_.size(); ++i) {
    const PairedDifference& d = differences_[i];
    if (d.tasks == 0) continue;
    const std::string_view verdict = d.low > 0    ? "leaderboard.compare.above"
                                     : d.high < 0 ? "leaderboard.compare.below"
                                                  : "leaderboard.compare.tied";
    label(ui, TextStyle::kBody, ui.colors().text,
          ui.t(verdict, {{"a", short_model_name(table.models[models_[0]])},
                         {"b", short_model_name(table.models[models_[i + 1]])},
                         {"d", signed_number(ui, d.mean, 1)},
                         {"low", signed_number(ui, d.low, 1)},
                         {"high", signed_number(ui, d.high, 1)},
                         {"n", ui.text.number(d.tasks)}}),
          ui.px(900));
  }
  if (missing_.empty()) return;
  std::string_view list;
  for (std::size_t t : missing_) {
    list = ui.text.join({list, list.empty() ? "" : ", ", task_name(context.store, table.tasks[t])});
  }
  label(ui, TextStyle::kSmall, ui.colors().muted,
        ui.t("leaderboard.compare.missing", {{"list", list}}), ui.px(900));
}

// One row per compared model with its means over groups of tasks; `names` and `ids` are the
// groups'.
Table ComparePanel::means_table(const Ui& ui, const ScoreTable& table, const TableHead& head,
                                const List<std::string_view>& ids,
                                const List<std::string_view>& names,
                                const List<List<double>>& means) const {
  TableBuilder b(ui.reader());
  b.head(head).column({"model", b.words().t("leaderboard.column.model")});
  for (std::size_t k = 0; k < ids.size(); ++k) b.column({ids[k], names[k], CellKind::kShare});
  for (std::size_t i = 0; i < models_.size(); ++i) {
    const std::string& id = table.models[models_[i]];
    b.row(id).word(id, short_model_name(id));
    for (std::size_t k = 0; k < ids.size(); ++k) b.number(means[i][k], 1);
  }
  return b.done(head.title);
}

// The scores of the compared models on each task that any of them has, and the difference of the
// first two.
Table ComparePanel::tasks_table(ViewContext& context, const ScoreTable& table,
                                const LeaderboardRows& rows) const {
  TableBuilder b(context.ui.reader());
  const Wording& w = b.words();
  b.head({"tasks", "comparacion-tareas", source_of(context.store, table),
          w.t("leaderboard.compare.tasks")});
  b.column({"task", w.t("table.task")});
  for (const std::uint32_t m : models_) {
    b.column({table.models[m], short_model_name(table.models[m]), CellKind::kShare});
  }
  b.column({"difference", w.t("leaderboard.compare.difference"), CellKind::kInterval});
  for (std::size_t t = 0; t < table.tasks.size(); ++t) {
    const auto score = [&](std::uint32_t m) { return rows.score(table, m, t); };
    const auto known = [&](std::uint32_t m) { return !std::isnan(score(m)); };
    if (std::none_of(models_.begin(), models_.end(), known)) continue;
    b.row(table.tasks[t]).word(table.tasks[t], task_name(context.store, table.tasks[t]));
    for (const std::uint32_t m : models_) b.number(score(m), 1);
    const Task* task = context.store.tasks.find(table.tasks[t]);
    double margin = task_difference_margin(table, task, t, models_[0], models_[1]);
    if (rows.normalised() && task != nullptr) margin *= 100 / (100 - task->baseline);
    b.interval(score(models_[0]) - score(models_[1]), margin, 1);
  }
  return b.done(w.t("leaderboard.compare.tasks"));
}

void ComparePanel::make_tables(ViewContext& context, const ScoreTable& table,
                               const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  const std::string_view source = source_of(context.store, table);
  List<std::string_view> names;
  for (std::string_view skill : skills_) names.push_back(ui.t(ui.text.join({"skill.", skill})));
  radar_ = means_table(
      ui, table, {"radar", "comparacion-habilidades", source, ui.t("leaderboard.compare.radar")},
      skills_, names, skill_means_);
  names.clear();
  for (std::string_view language : languages_) {
    names.push_back(facet_label(ui, Facet::kLanguage, language));
  }
  languages_table_ = means_table(
      ui, table,
      {"languages", "comparacion-lenguas", source, ui.t("leaderboard.compare.languages")},
      languages_, names, language_means_);
  scales_table_ = means_table(
      ui, table, {"scales", "comparacion-escalas", source, ui.t("leaderboard.compare.scales")},
      {"raw", "normalised"},
      {ui.t("leaderboard.compare.scales.raw"), ui.t("leaderboard.compare.scales.normalised")},
      scale_means_);
  tasks_ = tasks_table(context, table, rows);
}

void ComparePanel::radar(ViewContext& context) {
  Ui& ui = context.ui;
  if (skills_.size() < kMinAxes) return;
  begin_section(ui);
  heading(ui, TextStyle::kHeading, 2, radar_.head().title);
  Radar chart(radar_, Leads::kNowhere);
  chart.colors = {colors_.data(), colors_.size()};
  chart.height = ui.narrow() ? 358 : 460;
  (void)chart.draw(ui);
  chart_actions(context, chart);
}

void ComparePanel::slope(ViewContext& context, const Table& table, std::string_view note) {
  Ui& ui = context.ui;
  begin_section(ui);
  heading(ui, TextStyle::kHeading, 2, table.head().title);
  label(ui, TextStyle::kSmall, ui.colors().muted, note, ui.px(900));
  space(ui, 4);
  Slope chart(table, Leads::kNowhere);
  chart.colors = {colors_.data(), colors_.size()};
  (void)chart.draw(ui);
  chart_actions(context, chart);
}

void ComparePanel::tasks(ViewContext& context) {
  Ui& ui = context.ui;
  begin_section(ui);
  heading(ui, TextStyle::kHeading, 2, tasks_.head().title);
  label(ui, TextStyle::kSmall, ui.colors().muted,
        ui.t("leaderboard.compare.tasks.note",
             {{"a", tasks_.columns()[1].name}, {"b", tasks_.columns()[2].name}}),
        ui.px(900));
  DotPlot chart(tasks_, Leads::kNowhere);
  chart.colors = {colors_.data(), colors_.size()};
  (void)chart.draw(ui);
  chart_actions(context, chart);
}

void ComparePanel::draw(ViewContext& context, const ScoreTable& table,
                        const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  update(context, table, rows);
  picker(context, table);
  if (models_.size() < 2) {
    label(ui, TextStyle::kBody, ui.colors().muted, ui.t("leaderboard.compare.hint"), ui.px(700));
    return;
  }
  space(ui, 4);
  summary(context, table);
  space(ui, 8);
  colors_.clear();
  for (std::size_t i = 0; i < models_.size(); ++i) colors_.push_back(series_color(ui, i));
  radar(context);
  space(ui, 8);
  if (languages_.size() > 1) {
    slope(context, languages_table_, ui.t("leaderboard.compare.languages.note"));
  }
  // How normalization (removing chance) changes the order of the models, over the common tasks.
  if (scale_tasks_ > 0) {
    slope(context, scales_table_,
          ui.t("leaderboard.compare.scales.note", {{"n", ui.text.number(scale_tasks_)}}));
  }
  space(ui, 8);
  tasks(context);
  space(ui, 16);
}

}  // namespace tablero
