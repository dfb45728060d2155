#include "views/leaderboard/controls.h"

#include <imgui.h>

#include <algorithm>
#include <array>

#include "base/list.h"
#include "model/leaderboard/csv.h"
#include "model/leaderboard/model_query.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/late.h"
#include "views/leaderboard/names.h"

namespace tablero {
namespace {

void menu_heading(Ui& ui, std::string_view text) {
  space(ui, 4);
  label(ui, TextStyle::kSmallStrong, ui.colors().muted, text, ui.px(380));
}

void choose(ViewContext& context, std::string_view board, std::string_view snapshot) {
  ViewState& s = context.state;
  s.board = board;
  s.snapshot = snapshot;
  // Columns, sort keys and the model whose dominated ones are gray belong to the previous table and
  // are reset; filters on models are kept.
  s.sort.clear();
  s.cols.clear();
  s.model.clear();
  ImGui::CloseCurrentPopup();
}

void snapshot_rows(ViewContext& context, bool own, std::string_view current) {
  Ui& ui = context.ui;
  const Results& results = context.store.results;
  for (const Snapshot& s : results.snapshots) {
    if (s.own_board != own) continue;
    if (check_row(ui, s.id, s.title.in(ui.lang), s.id == current, ui.px(460),
                  ui.count("count.models", s.model_count))) {
      choose(context, {},
             s.id == results.main_snapshot ? std::string_view() : std::string_view(s.id));
    }
  }
}

void facet_section(ViewContext& context, const LeaderboardRows& rows, std::size_t place) {
  Ui& ui = context.ui;
  const ColumnSpec& facet = *model_facets()[place];
  const List<std::string>& values = rows.facet_values(place);
  menu_heading(ui, facet_name(ui, facet));
  ImGui::PushID(static_cast<int>(place));
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (check_row(ui, values[i], facet_value_name(ui, facet, values[i]),
                  is_chosen(context.state.filter, facet.id, values[i]), ui.px(300),
                  ui.text.number(rows.facet_counts(place)[i]))) {
      toggle_chosen(context.state.filter, facet.id, values[i], values);
    }
  }
  ImGui::PopID();
}

void filter_menu(ViewContext& context, const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  const std::size_t n = context.state.filter.size();
  const std::string_view text =
      n == 0 ? ui.t("leaderboard.filters")
             : ui.t("filter.button.count", {{"n", ui.text.number(static_cast<long long>(n))}});
  if (!begin_dropdown(ui, "model-filters", text, ui.t("leaderboard.filters"), Icon::kFilter))
    return;
  label(ui, TextStyle::kTiny, ui.colors().muted, ui.t("leaderboard.filters.hint"), ui.px(300));
  for (std::size_t f = 0; f < model_facets().size(); ++f) facet_section(context, rows, f);
  end_dropdown(ui);
}

void toggle_column(ViewState& state, const LeaderboardRows& rows, std::string_view id) {
  List<std::string> cols;
  bool default_set = true;
  for (const LeaderboardColumn& c : rows.all_columns()) {
    if (!c.optional()) continue;
    const bool on = c.id == id ? !c.shown : c.shown;
    if (on) cols.emplace_back(c.id);
    default_set = default_set && on == c.by_default();
  }
  if (default_set || cols.empty()) cols.clear();
  state.cols = std::move(cols);
}

struct Switch {
  std::string_view id, text;
  bool* value = nullptr;  // null: of no use for this table
};

std::array<Switch, 2> switches(ViewContext& context, const ScoreTable& table) {
  const bool both_scales = !table.normalised.empty() && !table.raw.empty();
  ViewState& s = context.state;
  return {
      Switch{"raw", context.ui.t("leaderboard.scale.raw"), both_scales ? &s.raw_scores : nullptr},
      Switch{"heat", context.ui.t("leaderboard.heat.table"),
             table.tasks.empty() ? nullptr : &s.heat_by_table}};
}

void column_menu(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  const std::string_view name = ui.t("leaderboard.columns");
  if (!begin_dropdown(ui, "columns", name, name)) return;
  if (!context.state.cols.empty() && text_button(ui, "all", ui.t("leaderboard.columns.default"))) {
    context.state.cols.clear();
  }
  if (ui.narrow()) {
    for (const Switch& s : switches(context, table)) {
      if (s.value != nullptr && check_row(ui, s.id, s.text, *s.value, ui.px(300)))
        *s.value = !*s.value;
    }
    space(ui, 6);
  }
  for (const LeaderboardColumn& c : rows.all_columns()) {
    if (!c.optional()) continue;
    if (check_row(ui, c.id, column_name(context, table, c), c.shown, ui.px(300))) {
      toggle_column(context.state, rows, c.id);
      break;  // ids of the columns change with the state
    }
  }
  end_dropdown(ui);
}

void download_menu(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  const std::string_view name = ui.t("leaderboard.download");
  if (!begin_dropdown(ui, "download", name, name, Icon::kDownload)) return;
  const auto row = [&](std::string_view id) {
    return check_row(ui, id, ui.t(ui.text.join({"leaderboard.download.", id})), false, ui.px(300));
  };
  const bool view = row("view");
  const bool all = row("all");
  const bool picture = row("picture");
  if (view) {
    save_csv(
        context, ui.text.join({table.snapshot, "-vista"}),
        leaderboard_csv(ui.reader(), context.store, context.state, table, rows, CsvScope::kView));
  }
  if (all)
    save_csv(
        context, table.snapshot,
        leaderboard_csv(ui.reader(), context.store, context.state, table, rows, CsvScope::kAll));
  if (picture) ui.save_picture(ui.text.join({"tablero-", table.snapshot, ".png"}));
  if (view || all || picture) ImGui::CloseCurrentPopup();
  end_dropdown(ui);
}

// The columns and the mean of one language.
void language_tabs(ViewContext& context, const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  List<std::string>& cols = context.state.cols;
  if (rows.languages().size() < 2) return;
  Flow flow(ui, 8);
  const auto tab = [&](std::string_view key, const std::string& item) {
    const std::string_view text = ui.t(key);
    const bool on = item.empty() ? cols.empty() : cols.size() == 1 && cols[0] == item;
    flow.next(toggle_width(ui, text));
    if (!toggle(ui, key, text, on) || on) return;
    cols.clear();
    if (!item.empty()) cols.push_back(item);
  };
  tab("leaderboard.languages.all", {});
  for (const std::string& language : rows.languages()) {
    tab(ui.text.join({"leaderboard.mean:", language}), "lang:" + language);
  }
}

}  // namespace

void draw_board_picker(ViewContext& context, std::string_view title, std::string_view current) {
  Ui& ui = context.ui;
  const float room = ImGui::GetContentRegionAvail().x - ui.px(50);
  const std::string_view shown = fitted(ui, TextStyle::kBody, title, room);
  if (!begin_dropdown(ui, "board", shown, ui.t("leaderboard.snapshot"))) return;
  menu_heading(ui, ui.t("leaderboard.boards.own"));
  snapshot_rows(context, true, current);
  menu_heading(ui, ui.t("leaderboard.boards.same_tasks"));
  snapshot_rows(context, false, current);
  menu_heading(ui, ui.t("leaderboard.boards.related"));
  context.want_related = true;
  if (!context.store.ready(FileId::kRelated)) {
    Flow line(ui, 8);
    say_late_in_line(context, late_file(context, FileId::kRelated), line);
  }
  for (const RelatedBoard& board : context.store.related.boards) {
    if (board.columns.empty()) continue;
    if (check_row(ui, board.id, board.title.in(ui.lang), board.id == current, ui.px(460),
                  ui.count("count.rows", static_cast<long long>(board.row_count)))) {
      choose(context, board.id, {});
    }
  }
  end_dropdown(ui);
}

void draw_panel_switch(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  struct Panel {
    std::string_view id, key;
  };
  constexpr Panel kPanels[] = {{"", "leaderboard.panel.table"},
                               {"compare", "leaderboard.panel.compare"},
                               {"size", "leaderboard.panel.size"},
                               {"tasks", "leaderboard.panel.tasks"}};
  Flow flow(ui, 8);
  for (const Panel& p : kPanels) {
    if (table.tasks.empty() && p.id == "compare") continue;
    std::string_view text = ui.t(p.key);
    if (p.id == "compare" && !context.state.models.empty()) {
      text = ui.text.join(
          {text, " (", ui.text.number(static_cast<long long>(context.state.models.size())), ")"});
    }
    flow.next(toggle_width(ui, text));
    if (toggle(ui, p.key, text, context.state.panel == p.id)) context.state.panel = p.id;
  }
  flow.next(button_width(ui, ui.t("leaderboard.download"), Icon::kDownload) + ui.px(26));
  download_menu(context, table, rows);
}

void draw_table_controls(ViewContext& context, const ScoreTable& table,
                         const LeaderboardRows& rows) {
  Ui& ui = context.ui;
  language_tabs(context, rows);
  Flow flow(ui, 8);
  flow.next(ui.px(170));
  filter_menu(context, rows);
  flow.next(ui.px(120));
  column_menu(context, table, rows);
  if (!ui.narrow()) {
    for (const Switch& s : switches(context, table)) {
      if (s.value == nullptr) continue;
      flow.next(toggle_width(ui, s.text));
      if (toggle(ui, s.id, s.text, *s.value)) *s.value = !*s.value;
    }
  }
}

void draw_filter_chips(ViewContext& context) {
  Ui& ui = context.ui;
  List<std::string>& filter = context.state.filter;
  if (filter.empty()) return;
  Flow flow(ui, 8);
  std::size_t drop = filter.size();
  for (std::size_t i = 0; i < filter.size(); ++i) {
    const std::string_view item = filter[i];
    const std::size_t colon = item.find(':');
    if (colon == std::string_view::npos) continue;
    std::string_view name = item.substr(0, colon);
    std::string_view value = item.substr(colon + 1);
    for (const ColumnSpec* facet : model_facets()) {
      if (facet->id != item.substr(0, colon)) continue;
      name = facet_name(ui, *facet);
      value = facet_value_name(ui, *facet, value);
    }
    const std::string_view text = ui.text.join({name, ": ", value});
    flow.next(chip_width(ui, text));
    if (chip(ui, item, text, ui.t("filter.remove", {{"what", text}}))) drop = i;
  }
  if (drop < filter.size()) filter.erase(filter.begin() + static_cast<std::ptrdiff_t>(drop));
}

}  // namespace tablero
