#include "views/panorama_view.h"

#include <imgui.h>

#include "charts/bar_chart.h"
#include "charts/step_chart.h"
#include "model/figure_names.h"
#include "model/tables/editions.h"
#include "model/tables/panorama.h"
#include "model/tables/places.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/figure_tile.h"
#include "views/late.h"

namespace tablero {
namespace {

std::string_view edition_dates(Ui& ui, const Edition& edition) {
  if (!edition.dates.start.known()) return ui.t("date.unknown");
  const std::string_view start = format_date_short(ui.text, ui.strings, edition.dates.start);
  if (!edition.dates.end.known()) return start;
  return ui.text.join({start, " – ", format_date_short(ui.text, ui.strings, edition.dates.end)});
}

void draw_edition_card(ViewContext& context, const Edition& edition) {
  Ui& ui = context.ui;
  const std::string_view year = ui.text.number(edition.year);
  begin_card(ui, ui.text.join({"edition", year}));
  ui.sem.push(ui_id("group"), Role::kGroup, edition.title, {});
  label(ui, TextStyle::kTiny, ui.colors().muted, edition_dates(ui, edition));
  heading(ui, TextStyle::kHeading, 3, year);
  label(ui, TextStyle::kBody, ui.colors().text, edition.theme);
  space(ui, 4);
  int lines = 0;
  for (const Claim& claim : edition.claims) {
    if (!claim.shown || !claim.value.known() || lines == 5) continue;
    ++lines;
    if (text_button(ui, claim.id, claim_sentence(ui, claim))) show_source(context, claim.id);
  }
  space(ui, 4);
  for (const Link& l : edition.links) {
    if (l.kind == "recap" || (edition.links.size() == 1)) {
      link(ui, l.kind, ui.t("panorama.edition.link"), l.url, TextStyle::kSmall);
      break;
    }
  }
  ui.sem.pop();
  end_card(ui);
}

void draw_edition_cards(ViewContext& context) {
  Ui& ui = context.ui;
  section_heading(ui, ui.t("panorama.each_edition"));
  const int columns = ui.narrow() ? 1 : (ui.size.x < ui.px(1000) ? 2 : 3);
  if (!ImGui::BeginTable("cards", columns, ImGuiTableFlags_SizingStretchSame)) return;
  const Editions& editions = context.store.editions;
  for (std::size_t i = editions.editions.size(); i-- > 0;) {
    if (i < context.selection.editions.size() && context.selection.editions[i] == 0) continue;
    ImGui::TableNextColumn();
    draw_edition_card(context, editions.editions[i]);
  }
  ImGui::EndTable();
}

}  // namespace

void PanoramaView::draw_key_figures(ViewContext& context) {
  Ui& ui = context.ui;
  const float gap = ui.px(16);
  const float available = ImGui::GetContentRegionAvail().x;
  const int columns = available < ui.px(560) ? 2 : 4;
  const float width =
      (available - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  int drawn = 0;
  for (std::size_t row = 0; row < key_figures_.size(); ++row) {
    const Claim* claim = context.store.editions.claim(key_figures_.row(row).id);
    if (claim == nullptr) continue;
    if (drawn % columns != 0) ImGui::SameLine(0, gap);
    draw_figure_tile(context, *claim, key_figures_.at(row, 0).text, width);
    ++drawn;
    if (drawn % columns == 0) ImGui::Dummy({0, gap - ImGui::GetStyle().ItemSpacing.y * 2});
  }
  if (drawn == 0) {
    label(ui, TextStyle::kBody, ui.colors().muted, ui.t("panorama.no_figures"));
  }
}

void PanoramaView::draw_editions_chart(ViewContext& context) {
  Ui& ui = context.ui;
  using M = EditionMetric;
  constexpr M kMetrics[] = {M::kEvents, M::kParticipants, M::kCountries, M::kProjects,
                            M::kSpeakersListed};
  section_heading(ui, ui.t("panorama.editions"));
  EditionMetric& chosen = context.state.metric;
  Flow flow(ui, 6);
  for (const M m : kMetrics) {
    const std::string_view name = ui.t(ui.text.join({"metric.", metric_name(m)}));
    flow.next(toggle_width(ui, name));
    if (toggle(ui, metric_name(m), name, chosen == m)) chosen = m;
  }
  const std::string_view metric = metric_name(chosen);
  if (editions_.head().source != metric) {
    editions_ = editions_table(ui.reader(), context.store, metric);
  }
  looks_.clear();
  for (const Edition& edition : context.store.editions.editions) {
    const bool selected = has_edition(context.state, edition.year);
    looks_.push_back({0, selected, !context.state.editions.empty() && !selected});
  }
  BarChart chart(editions_, Leads::kFilter);
  chart.value = 3;
  chart.looks = {looks_.data(), looks_.size()};
  chart.height = 250;
  if (const ChartMark mark = chart.draw(ui)) {
    toggle_edition(context.state, context.store.editions.editions[mark.at()].year);
  }
  label(ui, TextStyle::kTiny, ui.colors().muted, ui.t("panorama.editions.note"));
  chart_actions(context, chart);
}

void PanoramaView::draw_growth(ViewContext& context) {
  Ui& ui = context.ui;
  section_heading(ui, ui.t("panorama.growth"), ui.t("panorama.growth.note"));
  StepChart chart(growth_, Leads::kNowhere);
  chart.date = 1;
  chart.value = 3;
  chart.height = 250;
  (void)chart.draw(ui);
  chart_actions(context, chart);
}

void PanoramaView::draw(ViewContext& context) {
  Ui& ui = context.ui;
  if (made_of_.changed(context)) {
    editions_ = {};
    key_figures_ = key_figures_table(ui.reader(), context.store, context.state);
    growth_ = growth_table(ui.reader(), context.store);
    cities_ = cities_table(ui.reader(), context.store, context.selection);
  }
  tab_heading(ui, key_figures_.head().title, ui.t("panorama.subtitle"));
  space(ui, 8);
  draw_key_figures(context);
  space(ui, 20);
  const int columns = ui.size.x < ui.px(900) ? 1 : 2;
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(columns == 1 ? 0 : ui.px(18), ui.px(14)));
  const bool open = ImGui::BeginTable("charts", columns, ImGuiTableFlags_SizingStretchSame);
  if (open) {
    ImGui::TableNextColumn();
    draw_editions_chart(context);
    ImGui::TableNextColumn();
    if (part_ready(context, ui.t("panorama.growth"), FileId::kCommunity)) draw_growth(context);
    ImGui::TableNextColumn();
    if (part_ready(context, ui.t("panorama.events"), FileId::kEvents)) charts_.draw_events(context);
    ImGui::TableNextColumn();
    if (part_ready(context, ui.t("panorama.goals"), FileId::kProjects)) charts_.draw_goals(context);
    ImGui::TableNextColumn();
    section_heading(ui, ui.t("panorama.map"), ui.t("panorama.map.note"));
    map_.draw(context);
    chart_actions(context, cities_.head(), {&cities_, 1});
    ImGui::TableNextColumn();
    if (part_ready(context, ui.t("panorama.sponsors"), FileId::kSponsors)) {
      charts_.draw_sponsors(context);
    }
    ImGui::TableNextColumn();
    charts_.draw_contributions(context);
    ImGui::EndTable();
  }
  ImGui::PopStyleVar();
  space(ui, 20);
  draw_edition_cards(context);
  space(ui, 20);
  charts_.draw_conflicts(context);
  space(ui, 24);
}

template <>
std::unique_ptr<TabView> make_tab<View::kPanorama>() {
  return std::make_unique<PanoramaView>();
}

}  // namespace tablero
