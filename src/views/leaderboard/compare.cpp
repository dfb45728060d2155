#include "views/leaderboard/compare.h"

#include <algorithm>
#include <cmath>

#include "base/list.h"
#include "base/number.h"
#include "ui/widgets.h"
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
  scale_means_.assign(models_.size(), {});
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
  for (auto& means : scale_means_) {
    for (double& mean : means) mean /= std::max(scale_tasks_, 1);
  }
}

void ComparePanel::update(ViewContext& context, const ScoreTable& table,
                          const LeaderboardRows& rows) {
  if (generation_ == rows.generation() && table_ == &table) return;
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

void ComparePanel::radar(ViewContext& context, const ScoreTable& table) {
  Ui& ui = context.ui;
  if (skills_.size() < kMinAxes) return;
  axes_.clear();
  for (std::string_view skill : skills_) axes_.push_back(ui.t(ui.text.join({"skill.", skill})));
  series_.clear();
  for (std::size_t i = 0; i < models_.size(); ++i) {
    series_.push_back(
        {short_model_name(table.models[models_[i]]), skill_means_[i], series_color(ui, i)});
  }
  RadarChart chart;
  chart.id = "radar";
  chart.name = ui.t("leaderboard.compare.radar");
  chart.axes = axes_;
  chart.series = series_;
  chart.size = ui.narrow() ? 358 : 460;
  heading(ui, TextStyle::kHeading, 2, chart.name);
  draw_radar(ui, chart);
}

// One line per compared model over `axes_`; values(i) are the model's.
template <class Values>
void ComparePanel::slope(Ui& ui, const ScoreTable& table, std::string_view id,
                         std::string_view title, std::string_view note, const Values& values) {
  slopes_.clear();
  for (std::size_t i = 0; i < models_.size(); ++i) {
    SlopeLine& line = slopes_.emplace_back();
    line.label = short_model_name(table.models[models_[i]]);
    line.name = line.label;
    line.color = series_color(ui, i);
    for (std::size_t a = 0; a < axes_.size() && a < kMaxSlopeAxes; ++a) {
      line.values[a] = values(i)[a];
      line.name = ui.text.join({line.name, "; ", axes_[a], ": ", ui.number(line.values[a], 1)});
    }
  }
  SlopeChart chart;
  chart.id = id;
  chart.name = title;
  chart.axes = axes_;
  chart.lines = slopes_;
  chart.decimals = 1;
  heading(ui, TextStyle::kHeading, 2, title);
  label(ui, TextStyle::kSmall, ui.colors().muted, note, ui.px(900));
  space(ui, 4);
  draw_slope(ui, chart);
}

void ComparePanel::languages(ViewContext& context, const ScoreTable& table) {
  Ui& ui = context.ui;
  if (languages_.size() < 2) return;
  axes_.clear();
  for (std::string_view language : languages_) {
    axes_.push_back(facet_label(ui, Facet::kLanguage, language));
  }
  slope(ui, table, "languages", ui.t("leaderboard.compare.languages"),
        ui.t("leaderboard.compare.languages.note"),
        [&](std::size_t i) { return language_means_[i].data(); });
}

// How normalization (removing chance) changes the order of the models, over the common tasks.
void ComparePanel::scales(ViewContext& context, const ScoreTable& table) {
  Ui& ui = context.ui;
  if (scale_tasks_ == 0) return;
  axes_.clear();
  axes_.push_back(ui.t("leaderboard.compare.scales.raw"));
  axes_.push_back(ui.t("leaderboard.compare.scales.normalised"));
  slope(ui, table, "scales", ui.t("leaderboard.compare.scales"),
        ui.t("leaderboard.compare.scales.note", {{"n", ui.text.number(scale_tasks_)}}),
        [&](std::size_t i) { return scale_means_[i].data(); });
}

void ComparePanel::tasks(ViewContext& context, const ScoreTable& table,
                         const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  colors_.clear();
  for (std::size_t i = 0; i < models_.size(); ++i) colors_.push_back(series_color(ui, i));
  rows_.clear();
  double low = 0, high = 100;
  for (std::size_t t = 0; t < table.tasks.size(); ++t) {
    DotRow row;
    row.label = task_name(context.store, table.tasks[t]);
    row.name = row.label;
    bool any = false;
    for (std::size_t i = 0; i < models_.size(); ++i) {
      row.values[i] = rows.score(table, models_[i], t);
      any = any || !std::isnan(row.values[i]);
      low = std::fmin(low, row.values[i]);
      row.name = ui.text.join(
          {row.name, i == 0 ? ": " : "; ", short_model_name(table.models[models_[i]]), " ",
           std::isnan(row.values[i]) ? ui.t("missing.no_data") : ui.number(row.values[i], 1)});
    }
    if (!any) continue;
    const double d = row.values[0] - row.values[1];
    if (!std::isnan(d)) {
      const Task* task = context.store.tasks.find(table.tasks[t]);
      double margin = task_difference_margin(table, task, t, models_[0], models_[1]);
      if (rows.normalised() && task != nullptr) margin *= 100 / (100 - task->baseline);
      row.figure = std::isnan(margin)
                       ? signed_number(ui, d, 1)
                       : ui.text.join({signed_number(ui, d, 1), " ± ", ui.number(margin, 1)});
      row.name =
          ui.text.join({row.name, "; ", ui.t("leaderboard.compare.difference"), " ", row.figure});
    }
    rows_.push_back(row);
  }
  DotPlot plot;
  plot.id = "tasks";
  plot.name = ui.t("leaderboard.compare.tasks");
  plot.rows = rows_;
  plot.colors = colors_;
  plot.min = std::floor(low / 10) * 10;
  plot.max = high;
  heading(ui, TextStyle::kHeading, 2, plot.name);
  label(ui, TextStyle::kSmall, ui.colors().muted,
        ui.t("leaderboard.compare.tasks.note", {{"a", short_model_name(table.models[models_[0]])},
                                                {"b", short_model_name(table.models[models_[1]])}}),
        ui.px(900));
  draw_dot_plot(ui, plot);
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
  radar(context, table);
  space(ui, 8);
  languages(context, table);
  scales(context, table);
  space(ui, 8);
  tasks(context, table, rows);
  space(ui, 16);
}

}  // namespace tablero
