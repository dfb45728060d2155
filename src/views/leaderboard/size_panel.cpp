#include "views/leaderboard/size_panel.h"

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "charts/scatter.h"
#include "query/pareto.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/leaderboard/names.h"

namespace tablero {

void SizePanel::update(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows) {
  const bool other = made_of_.changed(context);
  if (!other && generation_ == rows.generation() && table_ == &table &&
      score_ == context.state.score)
    return;
  score_ = context.state.score;
  generation_ = rows.generation();
  table_ = &table;
  bool found = false;
  for (const LeaderboardColumn& c : rows.all_columns()) {
    if (!holds_scores(c.kind()) || (found && c.id != score_)) continue;
    shown_ = c;
    found = true;
    if (c.id == score_) break;
  }
  List<std::uint32_t> models;
  List<double> sizes, scores;
  // Models without a size after the others: they have no mark.
  for (const bool sized : {true, false}) {
    for (const std::uint32_t m : rows.order()) {
      const double score = found ? rows.number(table, shown_, m) : kNaN;
      // A mean over fewer tasks is not comparable.
      const bool partial = shown_.kind() == ColumnKind::kMean && rows.ranking().rank[m] == 0;
      if (std::isnan(score) || partial || (rows.size(m) > 0) != sized) continue;
      models.push_back(m);
      scores.push_back(score);
      if (sized) sizes.push_back(rows.size(m));
    }
  }
  unknown_ = models.size() - sizes.size();
  front_ = pareto_front({sizes.data(), sizes.size()}, {scores.data(), sizes.size()});
  figures_ = make_table(context, table, models, sizes, scores);
}

// Model, size and score; of the models the first ones have a size.
Table SizePanel::make_table(ViewContext& context, const ScoreTable& table,
                            const List<std::uint32_t>& models, const List<double>& sizes,
                            const List<double>& scores) const {
  TableBuilder b(context.ui.reader());
  const Wording& w = b.words();
  const std::string_view title =
      w.t("leaderboard.size.chart", {{"n", w.text.number(static_cast<long long>(sizes.size()))}});
  b.head({"size", "tamano", source_of(context.store, table), title});
  b.column({"model", w.t("leaderboard.column.model")});
  b.column({"params_b", w.t("leaderboard.size.axis"), CellKind::kNumber});
  b.column({"score", column_name(context, table, shown_), CellKind::kShare});
  for (std::size_t i = 0; i < models.size(); ++i) {
    const std::string& id = table.models[models[i]];
    const bool sized = i < sizes.size(), best = sized && front_[i] != 0;
    b.row(id, sized, best ? w.t("leaderboard.size.on_front") : std::string_view());
    b.word(id, short_model_name(id));
    const double size = sized ? sizes[i] : kNaN;
    const std::string_view text = size_text(context.ui, size);
    b.number(size, text, text).number(scores[i], 1);
  }
  return b.done(title);
}

void SizePanel::picker(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  const std::string_view name = column_name(context, table, shown_);
  if (begin_dropdown(ui, "score", name, ui.t("leaderboard.size.score"))) {
    bool first = true;
    for (const LeaderboardColumn& c : rows.all_columns()) {
      if (!holds_scores(c.kind())) continue;
      if (check_row(ui, c.id, column_name(context, table, c), c.id == shown_.id, ui.px(300))) {
        context.state.score = first ? std::string_view() : c.id;
        ImGui::CloseCurrentPopup();
      }
      first = false;
    }
    end_dropdown(ui);
  }
}

void SizePanel::unknown_list(Ui& ui) {
  if (unknown_ == 0) return;
  heading(ui, TextStyle::kStrong, 2,
          ui.count("leaderboard.size.unknown_list", static_cast<long long>(unknown_)));
  for (std::size_t row = 0; row < figures_.size(); ++row) {
    if (figures_.row(row).marked) continue;
    label(ui, TextStyle::kSmall, ui.colors().muted,
          ui.text.join({figures_.at(row, 0).text, ": ", figures_.at(row, 2).text}));
  }
}

// Emphasizes the selected model: the others that it dominates are set back. Returns its row, or -1.
int SizePanel::look(ViewContext& context) {
  Ui& ui = context.ui;
  const std::string& model = context.state.model;
  looks_.clear();
  looks_.resize(figures_.size());
  int selected = -1;
  for (std::size_t row = 0; row < figures_.size() && !model.empty(); ++row) {
    if (figures_.row(row).marked && figures_.row(row).id == model) {
      selected = static_cast<int>(row);
    }
  }
  if (selected < 0) return -1;
  const auto pick = static_cast<std::size_t>(selected);
  looks_[pick].selected = true;
  int dominated = 0;
  for (std::size_t row = 0; row < figures_.size(); ++row) {
    looks_[row].dimmed = figures_.row(row).marked &&
                         dominates(figures_.at(pick, 1).value, figures_.at(pick, 2).value,
                                   figures_.at(row, 1).value, figures_.at(row, 2).value);
    dominated += looks_[row].dimmed ? 1 : 0;
  }
  label(ui, TextStyle::kSmall, ui.colors().text,
        ui.t("leaderboard.size.dominates",
             {{"name", figures_.at(pick, 0).text}, {"n", ui.text.number(dominated)}}),
        ui.px(900));
  return selected;
}

void SizePanel::draw(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  update(context, table, rows);
  picker(context, table, rows);
  update(context, table, rows);
  if (figures_.size() == unknown_) {
    label(ui, TextStyle::kBody, ui.colors().muted, ui.t("leaderboard.size.none"), ui.px(700));
    unknown_list(ui);
    return;
  }
  begin_section(ui);
  label(ui, TextStyle::kSmall, ui.colors().muted, ui.t("leaderboard.size.note"), ui.px(900));
  const int selected = look(context);
  Scatter chart(figures_, Leads::kEmphasis);
  chart.looks = {looks_.data(), looks_.size()};
  chart.front = {front_.data(), front_.size()};
  chart.height = ui.narrow() ? 360 : 440;
  if (const ChartMark mark = chart.draw(ui)) {
    context.state.model =
        mark.row == selected ? std::string() : std::string(figures_.row(mark.at()).id);
  }
  chart_actions(context, chart);
  unknown_list(ui);
  space(ui, 16);
}

}  // namespace tablero
