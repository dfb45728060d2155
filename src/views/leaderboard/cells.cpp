#include "views/leaderboard/cells.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>

#include "ui/widgets.h"
#include "views/leaderboard/names.h"

namespace tablero {
namespace {

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

void draw_cell(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows,
               const LeaderboardColumn& column, std::size_t model, const ImRect& rect,
               bool hovered) {
  Ui& ui = context.ui;
  const std::string_view text =
      cell_text(ui, context.store, table, rows, column, model, CellText::kShown);
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
