#include "views/claim_card.h"

#include <algorithm>

#include "model/figure_names.h"
#include "ui/pen.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/figure_tile.h"
#include "views/project_card.h"

namespace tablero {
namespace {

constexpr float kPad = 18;

void statement_sources(ViewContext& context, Pen& pen, const SourceIds& ids) {
  Ui& ui = context.ui;
  for (const std::string& id : ids) {
    const Source* source = context.store.sources.find(id);
    if (source == nullptr) continue;
    if (source->url.empty()) {
      pen.word(TextStyle::kSmall, ui.colors().muted, source->title);
    } else {
      pen.link(id, source->title, source->url);
    }
    pen.end_line();
  }
}

// Whether it is the one that is shown, and its id.
void statement_head(Ui& ui, Pen& pen, bool shown, std::string_view id) {
  const Palette& c = ui.colors();
  if (shown) {
    pen.tag(ui.t("claim.shown"), c.accent, c.on_accent);
  } else {
    pen.tag(ui.t("claim.not_shown"), c.raised, c.muted);
  }
  pen.word(TextStyle::kTiny, c.muted, id);
  pen.end_line();
  pen.gap(6);
}

void statement_content(ViewContext& context, Pen& pen, const FigureGroup& group,
                       const Statement& s) {
  Ui& ui = context.ui;
  const Palette& c = ui.colors();
  const std::string_view id = statement_id(ui, group, s);
  if (group.plain()) {
    pen.word(TextStyle::kTiny, c.muted, id);
    pen.end_line();
  } else {
    statement_head(ui, pen, s.shown, id);
  }
  const bool number = s.value != nullptr && s.value->known();
  const Color ink = s.shown || group.plain() ? c.text : c.muted;
  pen.text(number ? TextStyle::kHeading : TextStyle::kStrong, ink,
           s.value == nullptr ? ui.t(ui.text.join({"tier.", s.metric}))
                              : format_amount(ui.text, ui.strings, ui.lang, *s.value, s.qualifier));
  if (!s.where.empty())
    pen.text(TextStyle::kSmall, c.text, ui.t(ui.text.join({"where.", s.where})));
  if (group.conflict != nullptr || group.country != nullptr) {
    pen.text(TextStyle::kSmall, c.text, ui.t(ui.text.join({"metric.", s.metric})));
  }
  if (s.qualifier == Qualifier::kDerived) {
    pen.gap(2);
    pen.text(TextStyle::kTiny, c.muted, ui.t("source.derived"));
  }
  if (s.as_of.known()) {
    pen.gap(2);
    pen.text(TextStyle::kTiny, c.muted, format_date(ui.text, ui.strings, s.as_of));
  }
  if (s.note != nullptr && !s.note->empty()) {
    pen.gap(4);
    pen.text(TextStyle::kSmall, c.text, s.note->in(ui.lang));
  }
  pen.gap(6);
  statement_sources(context, pen, *s.sources);
  pen.gap(4);
  if (pen.text_button("report", ui.t("report.button"))) report_error(context, id);
  pen.end_line();
}

void group_head(ViewContext& context, Pen& pen, const FigureGroup& group) {
  Ui& ui = context.ui;
  const Palette& c = ui.colors();
  pen.text(TextStyle::kTiny, c.muted,
           group.edition > 0 ? ui.t("events.edition", {{"year", ui.text.number(group.edition)}})
                             : ui.t(group.country != nullptr ? "claim.country"
                                    : group.community        ? "claim.community"
                                                             : "claim.cumulative"));
  pen.gap(2);
  pen.heading(TextStyle::kStrong, 3, figure_group_title(ui, group));
  if (group.disagrees()) {
    pen.gap(4);
    pen.text(TextStyle::kSmall, c.text,
             group.sponsor != nullptr
                 ? ui.t("claim.sponsor.reason")
                 : ui.t("claim.conflict", {{"reason", group.conflict->reason.in(ui.lang)}}));
  }
  pen.gap(12);
}

// Columns for the claims: as many as fit, at least 210 design pixels each.
int columns_for(const Ui& ui, float width, std::size_t claims) {
  const int fit = std::max(static_cast<int>((width + ui.px(20)) / ui.px(230)), 1);
  return std::min(fit, static_cast<int>(claims));
}

// The whole card; returns its height without the padding.
float figure_content(ViewContext& context, const FigureGroup& group, ImVec2 pos, float width,
                     bool draw) {
  Ui& ui = context.ui;
  Pen head(ui, pos, width, draw);
  group_head(context, head, group);
  float y = head.y();
  const std::size_t count = group.statements.size();
  const int columns = columns_for(ui, width, count);
  const float gap = ui.px(20);
  const float column =
      (width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  for (std::size_t first = 0; first < count; first += static_cast<std::size_t>(columns)) {
    float row = 0;
    for (std::size_t i = first; i < count && i < first + static_cast<std::size_t>(columns); ++i) {
      const ImVec2 at(pos.x + static_cast<float>(i - first) * (column + gap), y);
      ImGui::PushID(static_cast<int>(i));
      Pen pen(ui, at, column, draw);
      statement_content(context, pen, group, group.statements[i]);
      ImGui::PopID();
      row = std::max(row, pen.height());
    }
    y += row + ui.px(14);
  }
  return y - pos.y - ui.px(14);
}

}  // namespace

float figure_card_height(ViewContext& context, const FigureGroup& group, float width) {
  const float pad = context.ui.px(kPad);
  return figure_content(context, group, {0, 0}, width - 2 * pad, false) + 2 * pad;
}

void draw_figure_card(ViewContext& context, const FigureGroup& group, ImVec2 pos, ImVec2 size) {
  Ui& ui = context.ui;
  const float pad = ui.px(kPad);
  const std::string_view title = figure_group_title(ui, group);
  const Statement& first = group.statements.front();
  ImGui::PushID(first.id.data(), first.id.data() + first.id.size());
  ImGui::PushID(group.edition);
  ui.sem.push(ui_id("figure"), Role::kListItem,
              group.sponsor != nullptr || group.country != nullptr
                  ? title
                  : ui.text.join({title, ": ",
                                  format_amount(ui.text, ui.strings, ui.lang, *first.value,
                                                first.qualifier)}),
              to_rect(pos, pos + size));
  draw_card_face(ui, pos, size);
  if (group.disagrees()) {
    ImGui::GetWindowDrawList()->AddRectFilled(pos, {pos.x + ui.px(4), pos.y + size.y},
                                              ui.colors().accent, ui.px(10),
                                              ImDrawFlags_RoundCornersLeft);
  }
  figure_content(context, group, pos + ImVec2(pad, pad), size.x - 2 * pad, true);
  ui.sem.pop();
  ImGui::PopID();
  ImGui::PopID();
}

}  // namespace tablero
