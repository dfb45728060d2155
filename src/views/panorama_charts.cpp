#include "views/panorama_charts.h"

#include <algorithm>
#include <array>

#include "charts/count_table.h"
#include "charts/row_bars.h"
#include "charts/stacked_bars.h"
#include "charts/strip.h"
#include "model/tables/editions.h"
#include "model/tables/panorama.h"
#include "ui/pen.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/facets.h"
#include "views/figure_tile.h"

namespace tablero {
namespace {

constexpr std::size_t kMaxMarks = 24;

bool dims(const ViewState& state, int year) {
  return !state.editions.empty() && !has_edition(state, year);
}

}  // namespace

void PanoramaCharts::refresh(const ViewContext& context) {
  if (!made_of_.changed(context)) return;
  const Store& store = context.store;
  const Reader reader = context.ui.reader();
  events_ = events_table(reader, store);
  goals_ = goals_table(reader, context.selection);
  sponsors_ = sponsors_table(reader, store);
  tiers_ = tiers_table(reader, store);
  contributions_ = contribution_figures_table(reader, store, context.state);
  conflicts_ = conflict_tables(reader, store);
  sponsor_conflicts_ = 0;
  for (const Sponsor& s : store.sponsors.sponsors)
    sponsor_conflicts_ += s.conflicts.empty() ? 0 : 1;
}

void PanoramaCharts::draw_events(ViewContext& context) {
  Ui& ui = context.ui;
  refresh(context);
  section_heading(ui, ui.t("panorama.events"), ui.t("panorama.events.note"));
  std::array<Color, kMaxMarks> colors{};
  std::array<std::uint8_t, kMaxMarks> group_dim{}, kind_dim{};
  const std::size_t kinds = std::min(events_.empty() ? 0 : events_.run(0, 0), kMaxMarks);
  const List<std::string>& chosen = facet_values(context.state, Facet::kKind);
  for (std::size_t i = 0; i < kinds; ++i) {
    const auto& series = ui.colors().series;
    colors[i] =
        i < series.size() ? series[i] : mix(series[i % series.size()], ui.colors().text, 0.4f);
    const std::string_view kind = events_.at(i, 1).code;
    kind_dim[i] = !chosen.empty() && !has_facet(context.state, Facet::kKind, kind) ? 1 : 0;
  }
  for (std::size_t g = 0; kinds > 0 && g < events_.size() / kinds && g < kMaxMarks; ++g) {
    group_dim[g] = dims(context.state, events_.at(g * kinds, 0).year()) ? 1 : 0;
  }
  StackedBars chart(events_, Leads::kTab);
  chart.colors = colors;
  chart.group_dimmed = group_dim;
  chart.kind_dimmed = kind_dim;
  if (const ChartMark mark = chart.draw(ui)) {
    ViewState& state = context.state;
    state.view = View::kCharlas;
    state.facets[static_cast<std::size_t>(Facet::kKind)] = {
        std::string(events_.at(mark.at(), 1).code)};
    const int year = events_.at(mark.at(), 0).year();
    // In the legend a kind stands for all editions.
    if (mark.column < 0 && year > 0) state.editions = {year};
  }
  chart_actions(context, chart);
}

void PanoramaCharts::draw_goals(ViewContext& context) {
  Ui& ui = context.ui;
  refresh(context);
  section_heading(ui, ui.t("panorama.goals"), ui.t("panorama.goals.note"));
  looks_.clear();
  for (std::size_t row = 0; row < goals_.size(); ++row) {
    looks_.push_back({sdg_color(sdg_number(goals_.at(row, 0).code))});
  }
  RowBars chart(goals_, Leads::kTab);
  chart.value = 2;
  chart.looks = {looks_.data(), looks_.size()};
  chart.label_width = 230;
  const ChartMark mark = chart.draw(ui);
  chart_actions(context, chart);
  if (mark) {
    context.state.view = View::kProyectos;
    context.state.facets[static_cast<std::size_t>(Facet::kSdg)] = {
        std::string(goals_.at(mark.at(), 0).code)};
  }
}

void PanoramaCharts::draw_sponsor_names(ViewContext& context) {
  Ui& ui = context.ui;
  if (facet_values(context.state, Facet::kTier).empty()) return;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ui.sem.push(ui_id("names"), Role::kList, ui.t("panorama.sponsors"), {});
  Pen pen(ui, start, width, true);
  const auto& all = context.store.sponsors.sponsors;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (context.selection.sponsors[i] == 0) continue;
    if (all[i].url.empty()) {
      pen.word(TextStyle::kSmall, ui.colors().text, all[i].name);
    } else {
      pen.link(all[i].id, all[i].name, all[i].url);
    }
  }
  pen.end_line();
  ImGui::Dummy({width, pen.height()});
  ui.sem.set_open_rect(to_rect(start, start + ImVec2(width, pen.height())));
  ui.sem.pop();
}

void PanoramaCharts::draw_sponsors(ViewContext& context) {
  Ui& ui = context.ui;
  refresh(context);
  section_heading(ui, ui.t("panorama.sponsors"), ui.t("panorama.sponsors.note"));
  looks_.clear();
  for (std::size_t row = 0; row < sponsors_.size(); ++row) {
    const bool chosen = has_facet(context.state, Facet::kTier, sponsors_.at(row, 0).code) &&
                        has_edition(context.state, sponsors_.at(row, 1).year());
    looks_.push_back({0, chosen, false});
  }
  CountTable chart(sponsors_, Leads::kFilter);
  chart.looks = {looks_.data(), looks_.size()};
  if (const ChartMark mark = chart.draw(ui)) {
    auto& tier = context.state.facets[static_cast<std::size_t>(Facet::kTier)];
    tier.clear();
    context.state.editions.clear();
    if (!looks_[mark.at()].selected) {
      tier.emplace_back(sponsors_.at(mark.at(), 0).code);
      context.state.editions.push_back(sponsors_.at(mark.at(), 1).year());
    }
  }
  label(ui, TextStyle::kTiny, ui.colors().muted,
        ui.count("panorama.sponsors.conflicts", sponsor_conflicts_));
  draw_sponsor_names(context);
  chart_actions(context, chart, &tiers_);
}

// Totals of different units share no scale: shown as big figures, not bars.
void PanoramaCharts::draw_contributions(ViewContext& context) {
  Ui& ui = context.ui;
  refresh(context);
  section_heading(ui, contributions_.head().title, ui.t("panorama.contributions.note"));
  const float gap = ui.px(14);
  const float available = ImGui::GetContentRegionAvail().x;
  const int columns = available < ui.px(300) ? 1 : 2;
  const float width =
      (available - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const auto n = static_cast<int>(contributions_.size());
  for (int i = 0; i < n; ++i) {
    const auto row = static_cast<std::size_t>(i);
    const Claim* claim = context.store.editions.claim(contributions_.row(row).id);
    if (claim == nullptr) continue;
    if (i % columns != 0) ImGui::SameLine(0, gap);
    draw_figure_tile(
        context, *claim,
        ui.text.join({contributions_.at(row, 1).text, ", ", contributions_.at(row, 0).text}),
        width);
    if ((i + 1) % columns == 0) space(ui, 4);
  }
  if (n == 0) label(ui, TextStyle::kBody, ui.colors().muted, ui.t("missing.no_data"));
  if (text_button(ui, "rankings", ui.t("panorama.contributions.open"), TextStyle::kSmallStrong)) {
    context.state.view = View::kContribuciones;
  }
  chart_actions(context, contributions_.head(), {&contributions_, 1});
}

void PanoramaCharts::draw_conflicts(ViewContext& context) {
  Ui& ui = context.ui;
  refresh(context);
  section_heading(ui, ui.t("panorama.conflicts"), ui.t("panorama.conflicts.note"));
  chart_actions(context,
                {"conflicts", "discrepancias", "editions.json", ui.t("panorama.conflicts")},
                {conflicts_.data(), conflicts_.size()});
  const int columns = ui.size.x < ui.px(760) ? 1 : (ui.size.x < ui.px(1100) ? 2 : 3);
  if (!ImGui::BeginTable("conflicts", columns, ImGuiTableFlags_SizingStretchSame)) return;
  for (std::size_t i = 0; i < conflicts_.size(); ++i) {
    const Table& table = conflicts_[i];
    ImGui::TableNextColumn();
    label(ui, TextStyle::kSmallStrong, ui.colors().text, table.head().title);
    looks_.clear();
    for (std::size_t row = 0; row < table.size(); ++row) {
      looks_.push_back({0, table.at(row, 3).code == "yes", false});
    }
    Strip strip(table, Leads::kSource);
    strip.label = 1;
    strip.value = 2;
    strip.looks = {looks_.data(), looks_.size()};
    strip.width = ImGui::GetContentRegionAvail().x - ui.px(16);
    if (const ChartMark mark = strip.draw(ui)) show_source(context, table.row(mark.at()).id);
    label(ui, TextStyle::kTiny, ui.colors().muted,
          context.store.editions.conflicts[i].reason.in(ui.lang),
          ImGui::GetContentRegionAvail().x - ui.px(16));
    space(ui, 14);
  }
  ImGui::EndTable();
}

}  // namespace tablero
