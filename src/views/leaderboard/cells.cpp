#include "views/leaderboard/cells.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>

#include "ui/widgets.h"
#include "views/leaderboard/names.h"

namespace tablero {
namespace {

// Over how many of how many tasks a mean is.
struct Coverage {
  int covered = 0, total = 0;

  bool partial() const { return covered > 0 && covered < total; }
};

Coverage coverage(const LeaderboardRows& rows, ColumnKind kind, std::size_t model) {
  if (kind == ColumnKind::kChosenMean) return {rows.chosen_covered(model), rows.chosen_tasks()};
  return {rows.covered(model), static_cast<int>(rows.ranked_tasks().size())};
}

std::string_view rank_text(Ui& ui, const Ranking& ranking, std::size_t m, CellText form) {
  const bool spoken = form == CellText::kSpoken;
  if (ranking.rank[m] == 0) return spoken ? ui.t("missing.no_data") : "–";
  if (!spoken || ranking.low[m] == 0) return ui.text.number(ranking.rank[m]);
  return ui.t("card.rank", {{"rank", ui.text.number(ranking.rank[m])},
                            {"low", ui.text.number(ranking.low[m])},
                            {"high", ui.text.number(ranking.high[m])}});
}

std::string_view score_text(Ui& ui, double value, CellText form) {
  if (std::isnan(value)) return form == CellText::kSpoken ? ui.t("missing.no_data") : "–";
  return ui.number(value, 1);
}

std::string_view mean_text(Ui& ui, double value, const Coverage& over, CellText form) {
  const std::string_view text = score_text(ui, value, form);
  if (form != CellText::kSpoken || !over.partial()) return text;
  return ui.t(
      "leaderboard.mean.partial",
      {{"v", text}, {"n", ui.text.number(over.covered)}, {"m", ui.text.number(over.total)}});
}

// Where a cell is drawn.
struct Place {
  ImRect rect;
  float top;  // of its text
  bool hovered;
};

void draw_rank(Ui& ui, const Place& at, const Ranking& ranking, std::size_t m,
               std::string_view text) {
  const Palette& c = ui.colors();
  const ImRect& r = at.rect;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const int group = ranking.group[m];
  if (group > 0) {
    list->AddRectFilled({r.Min.x, r.Min.y + 1}, {r.Min.x + ui.px(4), r.Max.y - 1},
                        group % 2 == 1 ? c.primary : c.outline, ui.px(2));
  }
  const bool two_lines = ui.narrow() && group > 0;
  draw_text(ui, list, {r.Min.x + ui.px(12), at.top - ui.px(two_lines ? 8 : 0)},
            TextStyle::kSmallStrong, c.text, text);
  if (group == 0) return;
  const std::string_view range =
      ui.text.join({ui.text.number(ranking.low[m]), "–", ui.text.number(ranking.high[m])});
  const float x =
      two_lines ? r.Min.x + ui.px(12) : r.Max.x - ui.px(6) - measure(ui, TextStyle::kTiny, range).x;
  draw_text(ui, list, {x, at.top + ui.px(two_lines ? 9 : 1)}, TextStyle::kTiny, c.muted, range);
}

void draw_model(Ui& ui, const Place& at, bool compared, std::string_view text) {
  const Palette& c = ui.colors();
  const ImRect& r = at.rect;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool pin = compared || at.hovered;
  draw_text_cut(ui, list, {r.Min.x + ui.px(8), at.top}, TextStyle::kSmallStrong, c.text, text,
                r.GetWidth() - ui.px(14) - (pin ? ui.px(22) : 0));
  if (!pin) return;
  const ImVec2 center(r.Max.x - ui.px(13), (r.Min.y + r.Max.y) * 0.5f);
  draw_icon(list, Icon::kPin, center, ui.px(13), compared ? c.primary : c.muted);
}

void draw_word(Ui& ui, const Place& at, std::string_view text) {
  draw_text_cut(ui, ImGui::GetWindowDrawList(), {at.rect.Min.x + ui.px(8), at.top},
                TextStyle::kSmall, ui.colors().muted, text, at.rect.GetWidth() - ui.px(12));
}

float right_edge(const Ui& ui, const ImRect& r) { return r.Max.x - ui.px(ui.narrow() ? 7 : 10); }

void draw_figure(Ui& ui, const Place& at, TextStyle style, Color ink, std::string_view text) {
  const float x = right_edge(ui, at.rect) - measure(ui, style, text).x;
  draw_text(ui, ImGui::GetWindowDrawList(), {x, at.top}, style, ink, text);
}

void draw_mean(Ui& ui, const Place& at, Color ink, const Coverage& over, std::string_view text) {
  if (!over.partial()) {
    draw_figure(ui, at, TextStyle::kSmallStrong, ink, text);
    return;
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Color muted = ui.colors().muted;
  const std::string_view part =
      ui.text.join({" ", ui.text.number(over.covered), "/", ui.text.number(over.total)});
  const float width = measure(ui, TextStyle::kTiny, part).x;
  const float rise = ui.px(ui.narrow() ? 8 : 0);
  float right = right_edge(ui, at.rect);
  draw_text(ui, list, {right - width, at.top + ui.px(1) + rise}, TextStyle::kTiny, muted, part);
  if (!ui.narrow()) right -= width;
  draw_text(ui, list, {right - measure(ui, TextStyle::kSmallStrong, text).x, at.top - rise},
            TextStyle::kSmallStrong, muted, text);
}

// Shades the cell where its column has a range; the color of its text.
Color shade(Ui& ui, const ImRect& r, double value, double low, double high) {
  const Palette& c = ui.colors();
  if (std::isnan(value)) return c.muted;
  if (high <= low) return c.text;
  const auto t = static_cast<float>((value - low) / (high - low));
  const Color fill = ui.theme.ramp_at(t * 0.85f);
  ImGui::GetWindowDrawList()->AddRectFilled({r.Min.x + 1, r.Min.y + 1}, {r.Max.x - 1, r.Max.y - 1},
                                            fill, ui.px(4));
  return Theme::text_on(fill);
}

}  // namespace

std::string_view cell_text(ViewContext& context, const ScoreTable& table,
                           const LeaderboardRows& rows, const LeaderboardColumn& column,
                           std::size_t model, CellText form) {
  Ui& ui = context.ui;
  const double value = rows.number(table, column, model);
  switch (column.kind()) {
    case ColumnKind::kRank:
      return rank_text(ui, rows.ranking(), model, form);
    case ColumnKind::kModel:
      return short_model_name(table.models[model]);
    case ColumnKind::kNumber:
    case ColumnKind::kWord:
      return attribute_text(ui, *column.spec, rows.model(model));
    case ColumnKind::kMean:
    case ColumnKind::kChosenMean:
      return mean_text(ui, value, coverage(rows, column.kind(), model), form);
    case ColumnKind::kTask:
      if (rows.normalised() &&
          at_or_below_chance(context.store.tasks.find(table.tasks[column.index]), value)) {
        return ui.t(form == CellText::kSpoken ? "leaderboard.chance.spoken" : "leaderboard.chance");
      }
      break;
    case ColumnKind::kPublished:
      break;
  }
  return score_text(ui, value, form);
}

void draw_cell(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows,
               const LeaderboardColumn& column, std::size_t model, const ImRect& rect,
               bool hovered) {
  Ui& ui = context.ui;
  const std::string_view text = cell_text(context, table, rows, column, model, CellText::kShown);
  const float top = (rect.Min.y + rect.Max.y - ui.font_size(TextStyle::kSmall)) * 0.5f;
  const Place at{rect, top, hovered};
  double low = 0, high = 0;
  rows.heat_range(column, low, high);
  const Color ink = shade(ui, rect, rows.number(table, column, model), low, high);
  switch (column.kind()) {
    case ColumnKind::kRank:
      draw_rank(ui, at, rows.ranking(), model, text);
      return;
    case ColumnKind::kModel:
      draw_model(ui, at, is_compared(context.state, table.models[model]), text);
      return;
    case ColumnKind::kWord:
      draw_word(ui, at, text);
      return;
    case ColumnKind::kMean:
    case ColumnKind::kChosenMean:
      draw_mean(ui, at, ink, coverage(rows, column.kind(), model), text);
      return;
    case ColumnKind::kNumber:
      draw_figure(ui, at, TextStyle::kSmall, ui.colors().muted, text);
      return;
    case ColumnKind::kPublished:
    case ColumnKind::kTask:
      draw_figure(ui, at, TextStyle::kSmall, ink, text);
      return;
  }
}

}  // namespace tablero
