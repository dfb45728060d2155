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

// Whether it is the one that is shown, and its id.
void claim_head(Ui& ui, Pen& pen, bool shown, std::string_view id) {
  const Palette& c = ui.colours();
  if (shown) {
    pen.tag(ui.t("claim.shown"), c.accent, c.on_accent);
  } else {
    pen.tag(ui.t("claim.not_shown"), c.raised, c.muted);
  }
  pen.word(TextStyle::kTiny, c.muted, id);
  pen.end_line();
  pen.gap(6);
}

void claim_foot(ViewContext& context, Pen& pen, const SourceIds& sources, std::string_view id) {
  pen.gap(6);
  claim_sources(context, pen, sources);
  pen.gap(4);
  if (pen.text_button("report", context.ui.t("report.button"))) report_error(context, id);
  pen.end_line();
}

void tier_content(ViewContext& context, Pen& pen, const Sponsor& sponsor,
                  const TierStatement& tier) {
  Ui& ui = context.ui;
  const Palette& c = ui.colours();
  claim_head(ui, pen, tier.shown, sponsor.id);
  pen.text(TextStyle::kStrong, tier.shown ? c.text : c.muted,
           ui.t(ui.text.join({"tier.", kTierNames[static_cast<std::size_t>(tier.tier)]})));
  pen.text(TextStyle::kSmall, c.text, ui.t(ui.text.join({"where.", tier.where})));
  claim_foot(context, pen, tier.sources, sponsor.id);
}

void claim_content(ViewContext& context, Pen& pen, const FigureGroup& group, const Claim& claim) {
  Ui& ui = context.ui;
  const Palette& c = ui.colours();
  if (group.plain()) {
    pen.word(TextStyle::kTiny, c.muted, claim.id);
    pen.end_line();
  } else {
    claim_head(ui, pen, claim.shown, claim.id);
  }
  const TextStyle size = claim.value.known() ? TextStyle::kHeading : TextStyle::kStrong;
  pen.text(size, claim.shown || group.plain() ? c.text : c.muted,
           format_amount(ui.text, ui.strings, ui.lang, claim.value, claim.qualifier));
  if (group.conflict != nullptr || group.country != nullptr) {
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
  claim_foot(context, pen, claim.sources, claim.id);
}

std::string_view group_title(Ui& ui, const FigureGroup& group) {
  if (group.sponsor != nullptr) return ui.t("claim.sponsor", {{"name", group.sponsor->name}});
  if (group.conflict != nullptr) return group.conflict->topic.in(ui.lang);
  if (group.country != nullptr) return group.country->name.in(ui.lang);
  return ui.t(ui.text.join({"metric.", group.claims.front()->metric}));
}

void group_head(ViewContext& context, Pen& pen, const FigureGroup& group) {
  Ui& ui = context.ui;
  const Palette& c = ui.colours();
  pen.text(TextStyle::kTiny, c.muted,
           group.edition > 0 ? ui.t("events.edition", {{"year", ui.text.number(group.edition)}})
                             : ui.t(group.country != nullptr ? "claim.country"
                                    : group.community        ? "claim.community"
                                                             : "claim.cumulative"));
  pen.gap(2);
  pen.heading(TextStyle::kStrong, 3, group_title(ui, group));
  if (group.disagrees()) {
    pen.gap(4);
    pen.text(TextStyle::kSmall, c.text,
             group.sponsor != nullptr
                 ? ui.t("claim.sponsor.reason")
                 : ui.t("claim.conflict", {{"reason", group.conflict->reason.in(ui.lang)}}));
  }
  pen.gap(12);
}

// How many statements stand side by side; of a sponsor those about its edition.
std::size_t statement_count(const FigureGroup& group) {
  if (group.sponsor == nullptr) return group.claims.size();
  std::size_t count = 0;
  for (const TierStatement& tier : group.sponsor->tiers)
    count += tier.edition == group.edition ? 1 : 0;
  return count;
}

const TierStatement& tier_at(const FigureGroup& group, std::size_t i) {
  const TierStatement* tier = group.sponsor->tiers.data();
  for (;; ++tier) {
    if (tier->edition == group.edition && i-- == 0) return *tier;
  }
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
  const std::size_t count = statement_count(group);
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
      if (group.sponsor != nullptr) {
        tier_content(context, pen, *group.sponsor, tier_at(group, i));
      } else {
        claim_content(context, pen, group, *group.claims[i]);
      }
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
  const bool sponsor = group.sponsor != nullptr;
  ImGui::PushID(sponsor ? group.sponsor->id.c_str() : group.claims.front()->id.c_str());
  ImGui::PushID(group.edition);
  ui.sem.push(ui_id("figure"), Role::kListItem,
              sponsor || group.country != nullptr ? group_title(ui, group)
                                                  : claim_sentence(ui, *group.claims.front()),
              to_rect(pos, pos + size));
  draw_card_face(ui, pos, size);
  if (group.disagrees()) {
    ImGui::GetWindowDrawList()->AddRectFilled(pos, {pos.x + ui.px(4), pos.y + size.y},
                                              ui.colours().accent, ui.px(10),
                                              ImDrawFlags_RoundCornersLeft);
  }
  figure_content(context, group, pos + ImVec2(pad, pad), size.x - 2 * pad, true);
  ui.sem.pop();
  ImGui::PopID();
  ImGui::PopID();
}

}  // namespace tablero
