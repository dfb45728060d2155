#include "views/leaderboard/size_panel.h"

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
  figures_ = size_figures(context.ui.reader(), context.store, context.state, table, rows);
}

void SizePanel::picker(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  const std::string_view name = column_name(context, table, figures_.shown);
  if (begin_dropdown(ui, "score", name, ui.t("leaderboard.size.score"))) {
    bool first = true;
    for (const LeaderboardColumn& c : rows.all_columns()) {
      if (!holds_scores(c.kind())) continue;
      if (check_row(ui, c.id, column_name(context, table, c), c.id == figures_.shown.id,
                    ui.px(300))) {
        context.state.score = first ? std::string_view() : c.id;
        ImGui::CloseCurrentPopup();
      }
      first = false;
    }
    end_dropdown(ui);
  }
}

void SizePanel::unknown_list(Ui& ui) {
  if (figures_.unknown == 0) return;
  heading(ui, TextStyle::kStrong, 2,
          ui.count("leaderboard.size.unknown_list", static_cast<long long>(figures_.unknown)));
  for (std::size_t row = 0; row < figures_.table.size(); ++row) {
    if (figures_.table.row(row).marked) continue;
    label(ui, TextStyle::kSmall, ui.colors().muted,
          ui.text.join({figures_.table.at(row, 0).text, ": ", figures_.table.at(row, 2).text}));
  }
}

// Emphasizes the selected model: the others that it dominates are set back. Returns its row, or -1.
int SizePanel::look(ViewContext& context) {
  Ui& ui = context.ui;
  const std::string& model = context.state.model;
  looks_.clear();
  looks_.resize(figures_.table.size());
  int selected = -1;
  for (std::size_t row = 0; row < figures_.table.size() && !model.empty(); ++row) {
    if (figures_.table.row(row).marked && figures_.table.row(row).id == model) {
      selected = static_cast<int>(row);
    }
  }
  if (selected < 0) return -1;
  const auto pick = static_cast<std::size_t>(selected);
  looks_[pick].selected = true;
  int dominated = 0;
  for (std::size_t row = 0; row < figures_.table.size(); ++row) {
    looks_[row].dimmed =
        figures_.table.row(row).marked &&
        dominates(figures_.table.at(pick, 1).value, figures_.table.at(pick, 2).value,
                  figures_.table.at(row, 1).value, figures_.table.at(row, 2).value);
    dominated += looks_[row].dimmed ? 1 : 0;
  }
  label(ui, TextStyle::kSmall, ui.colors().text,
        ui.t("leaderboard.size.dominates",
             {{"name", figures_.table.at(pick, 0).text}, {"n", ui.text.number(dominated)}}),
        ui.px(900));
  return selected;
}

void SizePanel::draw(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  update(context, table, rows);
  picker(context, table, rows);
  update(context, table, rows);
  if (figures_.table.size() == figures_.unknown) {
    label(ui, TextStyle::kBody, ui.colors().muted, ui.t("leaderboard.size.none"), ui.px(700));
    unknown_list(ui);
    return;
  }
  begin_section(ui);
  label(ui, TextStyle::kSmall, ui.colors().muted, ui.t("leaderboard.size.note"), ui.px(900));
  const int selected = look(context);
  Scatter chart(figures_.table, Leads::kEmphasis);
  chart.looks = {looks_.data(), looks_.size()};
  chart.front = {figures_.front.data(), figures_.front.size()};
  chart.height = ui.narrow() ? 360 : 440;
  if (const ChartMark mark = chart.draw(ui)) {
    context.state.model =
        mark.row == selected ? std::string() : std::string(figures_.table.row(mark.at()).id);
  }
  chart_actions(context, chart);
  unknown_list(ui);
  space(ui, 16);
}

}  // namespace tablero
