#include "views/leaderboard_view.h"

#include <imgui.h>

#include <algorithm>

#include "ui/widgets.h"
#include "views/late.h"
#include "views/leaderboard/controls.h"
#include "views/shell.h"

namespace tablero {
namespace {

constexpr double kRankSlice = 0.005;  // seconds of a frame

}  // namespace

void LeaderboardView::draw_head(ViewContext& context, std::string_view title, std::string_view id) {
  Ui& ui = context.ui;
  heading(ui, TextStyle::kTitle, 1, ui.t("leaderboard.title"));
  draw_board_picker(context, title, id);
}

void LeaderboardView::draw_notes(ViewContext& context, const Snapshot& snapshot) {
  Ui& ui = context.ui;
  const Color muted = ui.colors().muted;
  const float wrap = ui.px(900);
  const ScoreTable* table = context.store.scores(snapshot.id);
  if (table != nullptr && !rows_.ranked_tasks().empty()) {
    label(ui, TextStyle::kSmall, muted,
          ui.t("leaderboard.method",
               {{"n", ui.text.number(static_cast<long long>(rows_.ranked_tasks().size()))},
                {"b", ui.number(rows_.ranking().resamples, 0)}}),
          wrap);
  }
  Flow flow(ui, 16);
  bool& unfolded = context.state.notes;
  const std::string_view more =
      ui.t(unfolded ? "leaderboard.notes.hide" : "leaderboard.notes.show");
  flow.next(measure(ui, TextStyle::kSmall, more).x);
  if (text_button(ui, "notes", more)) unfolded = !unfolded;
  if (!snapshot.url.empty()) {
    const std::string_view source = ui.t("figure.source_link");
    flow.next(measure(ui, TextStyle::kSmall, source).x + ui.px(20));
    link(ui, "source", source, snapshot.url, TextStyle::kSmall);
  }
  if (!unfolded) return;
  const std::string_view scale = ui.t(snapshot.scale == ScoreScale::kBoard ? "leaderboard.board"
                                      : rows_.normalised()                 ? "leaderboard.formula"
                                                                           : "leaderboard.raw");
  label(ui, TextStyle::kSmall, muted,
        ui.text.join(
            {ui.t(ui.text.join(
                 {"exactness.", kExactnessNames[static_cast<std::size_t>(snapshot.exactness)]})),
             " ", scale}),
        wrap);
  label(ui, TextStyle::kSmall, muted, ui.t("leaderboard.rank_rule"), wrap);
  if (!snapshot.caveat.empty())
    label(ui, TextStyle::kSmall, muted, snapshot.caveat.in(ui.lang), wrap);
}

void LeaderboardView::draw_table_panel(ViewContext& context, const ScoreTable& table) {
  Ui& ui = context.ui;
  draw_table_controls(context, table, rows_);
  draw_filter_chips(context);
  if (rows_.order().empty()) {
    draw_empty_state(context);
    return;
  }
  space(ui, 2);
  const float least = ui.size.y * (ui.narrow() ? 0.75f : 0.45f);
  table_.draw(context, table, rows_, std::max(ImGui::GetContentRegionAvail().y, least));
}

void LeaderboardView::draw_snapshot(ViewContext& context, const Snapshot& snapshot) {
  const ScoreTable* table = context.store.scores(snapshot.id);
  if (table == nullptr) {
    const Fault* fault = context.store.scores_fault(snapshot.id);
    if (fault == nullptr) context.want_scores = snapshot.id;
    const std::string_view path = context.ui.text.join({"data/leaderboard/", snapshot.file});
    say_late(context, late_file(context, path, fault));
    return;
  }
  rows_.update(context.store, context.state, *table);
  Ui& ui = context.ui;
  // The ranks of a large board take longer than a frame: computed in time slices.
  const double until = ui.platform.now() + kRankSlice;
  while (rows_.rank_step()) {
    if (ui.platform.now() < until) continue;
    ui.animate();
    break;
  }
  draw_panel_switch(context, *table, rows_);
  draw_notes(context, snapshot);
  const std::string_view panel = context.state.panel;
  if (panel == "compare" && !table->tasks.empty()) {
    compare_.draw(context, *table, rows_);
  } else if (panel == "size") {
    size_.draw(context, *table, rows_);
  } else if (panel == "tasks") {
    tasks_.draw(context, *table, rows_);
  } else {
    draw_table_panel(context, *table);
  }
}

void LeaderboardView::draw(ViewContext& context) {
  const Results& results = context.store.results;
  context.want_related = !context.state.board.empty();
  if (context.want_related && !context.store.ready(FileId::kRelated)) {
    draw_head(context, context.ui.t("leaderboard.boards.related"), context.state.board);
    say_late(context, late_file(context, FileId::kRelated));
    return;
  }
  if (const RelatedBoard* board = context.store.related.find(context.state.board);
      board != nullptr && !board->columns.empty()) {
    draw_head(context, board->title.in(context.ui.lang), board->id);
    related_.draw(context, *board);
    return;
  }
  const std::string& wanted =
      context.state.snapshot.empty() ? results.main_snapshot : context.state.snapshot;
  const Snapshot* snapshot = results.find(wanted);
  if (snapshot == nullptr) snapshot = results.find(results.main_snapshot);
  if (snapshot == nullptr) return;
  draw_head(context, snapshot->title.in(context.ui.lang), snapshot->id);
  draw_snapshot(context, *snapshot);
}

template <>
std::unique_ptr<TabView> make_tab<View::kLeaderboard>() {
  return std::make_unique<LeaderboardView>();
}

}  // namespace tablero
