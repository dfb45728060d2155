#include "views/contributions_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/list.h"
#include "base/number.h"
#include "charts/row_bars.h"
#include "model/figure_names.h"
#include "model/tables/contributions.h"
#include "ui/pen.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/figure_tile.h"
#include "views/late.h"
#include "views/project_card.h"
#include "views/shell.h"

namespace tablero {
namespace {

void podium_step(Ui& ui, Pen& pen, const ContributionRow& row, std::string_view figure) {
  const Palette& c = ui.colors();
  pen.text(TextStyle::kTiny, c.muted,
           ui.t("contributions.place", {{"n", ui.text.number(row.rank)}}));
  pen.gap(2);
  pen.text(TextStyle::kTitle, c.text, figure);
  pen.gap(2);
  pen.text(TextStyle::kStrong, c.text, row.name);
}

// The first three places as a podium with steps of different height; side by side where they fit.
void draw_podium(ViewContext& context, const Campaign& campaign, const Table& table) {
  Ui& ui = context.ui;
  if (campaign.rows.size() < 3) return;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float available = ImGui::GetContentRegionAvail().x;
  const bool narrow = available < ui.px(520);
  const float gap = ui.px(12), pad = ui.px(14);
  const float width = narrow ? available : (available - 2 * gap) / 3;
  std::array<float, 3> heights{};
  float tallest = 0;
  const auto figure = [&](std::size_t i) { return table.at(i, kRankedCount).text; };
  for (std::size_t i = 0; i < 3; ++i) {
    Pen pen(ui, {0, 0}, width - 2 * pad, false);
    podium_step(ui, pen, campaign.rows[i], figure(i));
    heights[i] = pen.height() + 2 * pad;
    tallest = std::max(tallest, heights[i]);
  }
  float y = start.y;
  ui.sem.push(ui_id("podium"), Role::kList, campaign.name, {});
  for (std::size_t i = 0; i < 3; ++i) {
    const float height = narrow ? heights[i] : tallest;
    const ImVec2 pos(narrow ? start.x : start.x + static_cast<float>(i) * (width + gap), y);
    ImGui::PushID(static_cast<int>(i));
    ui.sem.push(ui_id("podium"), Role::kListItem, campaign.rows[i].name,
                to_rect(pos, pos + ImVec2(width, height)));
    draw_card_face(ui, pos, {width, height});
    ImGui::GetWindowDrawList()->AddRectFilled(
        pos, {pos.x + width, pos.y + ui.px(4)}, ui.theme.metal(static_cast<int>(i) + 1).edge,
        ui.px(ui.theme.metrics.radius), ImDrawFlags_RoundCornersTop);
    Pen pen(ui, {pos.x + pad, pos.y + pad}, width - 2 * pad, true);
    podium_step(ui, pen, campaign.rows[i], figure(i));
    ui.sem.pop();
    ImGui::PopID();
    if (narrow) y += height + gap;
  }
  ui.sem.pop();
  ImGui::Dummy({available, narrow ? y - start.y : tallest});
}

// Published totals, our sum, people and threshold; each claim leads to its source.
// `claims_told`: that their file is late has been said.
void draw_totals(ViewContext& context, const Campaign& campaign, bool* claims_told) {
  Ui& ui = context.ui;
  const Palette& c = ui.colors();
  const std::string_view unit = ui.t(ui.text.join({"unit.", campaign.unit}));
  if (campaign.sum_of_rows > 0) {
    label(ui, TextStyle::kBody, c.text,
          ui.t("contributions.sum",
               {{"n", ui.number(campaign.sum_of_rows, 0)},
                {"unit", unit},
                {"people", ui.number(static_cast<double>(campaign.rows.size()), 0)}}),
          ui.px(720));
  }
  if (!campaign.claims.empty() && !*claims_told) {
    *claims_told = !file_ready(context, FileId::kEditions);
  }
  for (const std::string& id : campaign.claims) {
    const Claim* claim = context.store.editions.claim(id);
    if (claim == nullptr) continue;
    if (text_button(ui, id,
                    ui.t("contributions.published", {{"claim", claim_sentence(ui, *claim)}}))) {
      show_source(context, id);
    }
  }
  if (campaign.threshold.known()) {
    label(ui, TextStyle::kSmall, c.muted,
          ui.t("contributions.threshold", {{"n", ui.number(campaign.threshold.value, 0)}}),
          ui.px(720));
  }
  if (!campaign.note.empty()) {
    label(ui, TextStyle::kSmall, c.muted, campaign.note.in(ui.lang), ui.px(720));
  }
}

void draw_countries(ViewContext& context, const Campaign& campaign, const List<int>& rows,
                    const Table& table) {
  Ui& ui = context.ui;
  const Palette& c = ui.colors();
  heading(ui, TextStyle::kStrong, 3, table.head().title);
  if (!campaign.note.empty()) {
    label(ui, TextStyle::kSmall, c.muted, campaign.note.in(ui.lang), ui.px(720));
  }
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ui.sem.push(ui_id("countries"), Role::kGroup, campaign.name, {});
  Pen pen(ui, start, width, true);
  for (const int i : rows) {
    const ContributionRow& row = campaign.rows[static_cast<std::size_t>(i)];
    const std::string_view text = table.at(static_cast<std::size_t>(i), kRankedName).text;
    CountryCode code;
    const bool known = parse_country(row.country, code);
    if (pen.tag_button(row.country, text, text, c.primary_soft, c.text,
                       known && has_country(context.state, code)) &&
        known) {
      toggle_country(context.state, code);
    }
  }
  pen.end_line();
  ImGui::Dummy({width, pen.height()});
  ui.sem.set_open_rect(to_rect(start, start + ImVec2(width, pen.height())));
  ui.sem.pop();
  space(ui, 10);
}

void draw_external(ViewContext& context) {
  Ui& ui = context.ui;
  bool first = true;
  for (const ExternalCampaign& e : context.store.contributions.external) {
    if (!context.state.editions.empty() && !has_edition(context.state, e.edition)) continue;
    if (first)
      section_heading(ui, ui.t("contributions.external"), ui.t("contributions.external.note"));
    first = false;
    link(ui, e.id, ui.text.join({e.name, " (", ui.text.number(e.edition), ")"}), e.url,
         TextStyle::kSmall);
    if (e.threshold.known()) {
      label(ui, TextStyle::kTiny, ui.colors().muted,
            ui.t("contributions.external.threshold",
                 {{"n", ui.number(e.threshold.value, 0)},
                  {"unit", ui.t(ui.text.join({"unit.", e.threshold_unit}))}}));
    }
  }
}

}  // namespace

void ContributionsView::refresh(const ViewContext& context) {
  if (!made_of_.changed(context)) return;
  rows_.clear();
  tables_.clear();
  std::size_t flag = 0;
  const List<std::uint8_t>& flags = context.selection.contributions;
  for (const Campaign& campaign : context.store.contributions.campaigns) {
    List<int>& list = rows_.emplace_back();
    tables_.push_back(campaign_table(context.ui.reader(), context.store, campaign,
                                     {flags.data() + flag, campaign.rows.size()}));
    for (std::size_t i = 0; i < campaign.rows.size(); ++i, ++flag) {
      if (flags[flag] != 0) list.push_back(static_cast<int>(i));
    }
  }
}

void ContributionsView::draw_ranking(ViewContext& context, std::size_t index, bool* claims_told) {
  Ui& ui = context.ui;
  const Campaign& campaign = context.store.contributions.campaigns[index];
  ImGui::PushID(campaign.id.c_str());
  heading(ui, TextStyle::kHeading, 2,
          ui.text.join({campaign.name, ", ", ui.text.number(campaign.edition)}));
  draw_totals(context, campaign, claims_told);
  space(ui, 6);
  // During a search the podium is hidden, because it would push the matches down.
  if (rows_[index].size() == campaign.rows.size()) {
    draw_podium(context, campaign, tables_[index]);
    space(ui, 8);
  }
  RowBars chart(tables_[index], Leads::kNowhere);
  chart.label = kRankedName;
  chart.value = kRankedCount;
  for (const ContributionRow& row : campaign.rows)
    chart.max = std::fmax(chart.max, row.count.value);
  chart.threshold = campaign.threshold.known() ? campaign.threshold.value : 0;
  chart.label_width = 260;
  (void)chart.draw(ui);
  chart_actions(context, chart);
  space(ui, 28);
  ImGui::PopID();
}

void ContributionsView::draw(ViewContext& context) {
  Ui& ui = context.ui;
  refresh(context);
  tab_heading(ui, ui.t("tab.contribuciones"), ui.t("contributions.subtitle"));
  space(ui, 12);
  const List<Campaign>& campaigns = context.store.contributions.campaigns;
  bool any = false, any_countries = false, claims_told = false;
  for (std::size_t i = 0; i < campaigns.size(); ++i) {
    any = any || !rows_[i].empty();
    any_countries = any_countries || (campaigns[i].by_country && !rows_[i].empty());
    if (!campaigns[i].by_country && !rows_[i].empty()) draw_ranking(context, i, &claims_told);
  }
  if (!any) {
    draw_empty_state(context);
    return;
  }
  if (any_countries) {
    section_heading(ui, ui.t("contributions.countries"), ui.t("contributions.countries.note"));
    file_ready(context, FileId::kCountries);  // codes stand for the names until then
  }
  for (std::size_t i = 0; i < campaigns.size(); ++i) {
    if (!campaigns[i].by_country || rows_[i].empty()) continue;
    ImGui::PushID(campaigns[i].id.c_str());
    draw_countries(context, campaigns[i], rows_[i], tables_[i]);
    ImGui::PopID();
  }
  space(ui, 16);
  draw_external(context);
  space(ui, 32);
}

template <>
std::unique_ptr<TabView> make_tab<View::kContribuciones>() {
  return std::make_unique<ContributionsView>();
}

}  // namespace tablero
