#include "views/claim_card.h"

#include <algorithm>

#include "ui/pen.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/figure_tile.h"
#include "views/project_card.h"

namespace tablero {
namespace {

constexpr float kPad = 18;

void claim_sources(ViewContext& context, Pen& pen, const SourceIds& ids) {
  Ui& ui = context.ui;
  for (const std::string& id : ids) {
    const Source* source = context.store.sources.find(id);
    if (source == nullptr) continue;
    if (source->url.empty()) {
      pen.word(TextStyle::kSmall, ui.colours().muted, source->title);
    } else {
      pen.link(id, source->title, source->url);
    }
    pen.end_line();
  }
}

void claim_content(ViewContext& context, Pen& pen, const FigureGroup& group, const Claim& claim) {
  Ui& ui = context.ui;
  const Palette& c = ui.colours();
  if (claim.shown) {
    pen.tag(ui.t("claim.shown"), c.accent, c.on_accent);
  } else {
    pen.tag(ui.t("claim.not_shown"), c.raised, c.muted);
  }
  pen.word(TextStyle::kTiny, c.muted, claim.id);
  pen.end_line();
  pen.gap(6);
  const TextStyle size = claim.value.known() ? TextStyle::kHeading : TextStyle::kStrong;
  pen.text(size, claim.shown ? c.text : c.muted,
           format_amount(ui.text, ui.strings, ui.lang, claim.value, claim.qualifier));
  if (group.conflict != nullptr) {
    pen.text(TextStyle::kSmall, c.text, ui.t(ui.text.join({"metric.", claim.metric})));
  }
  if (claim.qualifier == Qualifier::derived) {
    pen.gap(2);
    pen.text(TextStyle::kTiny, c.muted, ui.t("source.derived"));
  }
  if (claim.as_of.known()) {
    pen.gap(2);
    pen.text(TextStyle::kTiny, c.muted, format_date(ui.text, ui.strings, claim.as_of));
  }
  if (!claim.caution.empty()) {
    pen.gap(4);
    pen.text(TextStyle::kSmall, c.text, claim.caution.in(ui.lang));
  }
  pen.gap(6);
  claim_sources(context, pen, claim.sources);
  pen.gap(4);
  ImGui::PushID(claim.id.c_str());
  if (pen.text_button("report", ui.t("report.button"))) report_error(context, claim.id);
  ImGui::PopID();
  pen.end_line();
}

void group_head(ViewContext& context, Pen& pen, const FigureGroup& group) {
  Ui& ui = context.ui;
  const Palette& c = ui.colours();
  pen.text(TextStyle::kTiny, c.muted,
           group.edition > 0 ? ui.t("events.edition", {{"year", ui.text.number(group.edition)}})
                             : ui.t("claim.cumulative"));
  pen.gap(2);
  pen.heading(TextStyle::kStrong, 3,
              group.conflict != nullptr
                  ? std::string_view(group.conflict->topic.in(ui.lang))
                  : ui.t(ui.text.join({"metric.", group.claims.front()->metric})));
  if (group.conflict != nullptr) {
    pen.gap(4);
    pen.text(TextStyle::kSmall, c.text,
             ui.t("claim.conflict", {{"reason", group.conflict->reason.in(ui.lang)}}));
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
  const int columns = columns_for(ui, width, group.claims.size());
  const float gap = ui.px(20);
  const float column =
      (width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  for (std::size_t first = 0; first < group.claims.size();
       first += static_cast<std::size_t>(columns)) {
    float row = 0;
    for (std::size_t i = first;
         i < group.claims.size() && i < first + static_cast<std::size_t>(columns); ++i) {
      const ImVec2 at(pos.x + static_cast<float>(i - first) * (column + gap), y);
      ImGui::PushID(group.claims[i]->id.c_str());
      Pen pen(ui, at, column, draw);
      claim_content(context, pen, group, *group.claims[i]);
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
  ImGui::PushID(group.claims.front()->id.c_str());
  NodeDetail detail;
  ui.sem.push(ui_id("figure"), Role::kListItem, claim_sentence(ui, *group.claims.front()),
              to_rect(pos, pos + size), detail);
  draw_card_face(ui, pos, size);
  if (group.conflict != nullptr) {
    ImGui::GetWindowDrawList()->AddRectFilled(pos, {pos.x + ui.px(4), pos.y + size.y},
                                              ui.colours().accent, ui.px(10),
                                              ImDrawFlags_RoundCornersLeft);
  }
  figure_content(context, group, pos + ImVec2(pad, pad), size.x - 2 * pad, true);
  ui.sem.pop();
  ImGui::PopID();
}

}  // namespace tablero
