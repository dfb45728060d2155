#include "views/panorama_view.h"

#include <imgui.h>

#include <array>

#include "charts/bar_chart.h"
#include "charts/sentence.h"
#include "charts/step_chart.h"
#include "ui/widgets.h"
#include "views/chart_frame.h"
#include "views/figure_tile.h"

namespace tablero {
namespace {

constexpr std::array<std::string_view, 4> kKeyMetrics = {"participants", "countries", "projects",
                                                         "events"};
constexpr std::size_t kMaxBars = 16;
constexpr std::size_t kMaxPoints = 32;

// The edition, if the filter leaves exactly one, otherwise null.
const Edition* single_edition(const ViewContext& context) {
  return context.state.editions.size() == 1
             ? context.store.editions.find(context.state.editions.front())
             : nullptr;
}

void draw_key_figures(ViewContext& context) {
  Ui& ui = context.ui;
  const Edition* edition = single_edition(context);
  const float gap = ui.px(16);
  const float available = ImGui::GetContentRegionAvail().x;
  const int columns = available < ui.px(560) ? 2 : 4;
  const float width =
      (available - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  int drawn = 0;
  for (std::string_view metric : kKeyMetrics) {
    const Claim* claim =
        edition != nullptr ? edition->shown(metric) : context.store.editions.shown_total(metric);
    if (claim == nullptr) continue;
    if (drawn % columns != 0) ImGui::SameLine(0, gap);
    draw_figure_tile(context, *claim, ui.t(ui.text.join({"metric.", metric})), width);
    ++drawn;
    if (drawn % columns == 0) ImGui::Dummy({0, gap - ImGui::GetStyle().ItemSpacing.y * 2});
  }
  if (drawn == 0) {
    label(ui, TextStyle::kBody, ui.colors().muted, ui.t("panorama.no_figures"));
  }
}

std::size_t edition_bars(ViewContext& context, std::string_view metric,
                         std::array<Bar, kMaxBars>& bars) {
  Ui& ui = context.ui;
  std::size_t count = 0;
  for (const Edition& edition : context.store.editions.editions) {
    if (count == kMaxBars) break;
    Bar& bar = bars[count++];
    bar.id = static_cast<std::uint32_t>(edition.year);
    bar.label = ui.text.number(edition.year);
    bar.selected = has_edition(context.state, edition.year);
    bar.dimmed = !context.state.editions.empty() && !bar.selected;
    bar.value = {};
    bar.qualifier = Qualifier::kExact;
    const Claim* claim = edition.shown(metric);
    if (claim != nullptr) {
      bar.value = claim->value;
      bar.qualifier = claim->qualifier;
    }
    bar.figure = format_amount_short(ui.text, ui.strings, ui.lang, bar.value, bar.qualifier);
    bar.name = ui.text.join(
        {bar.label, ": ", format_amount(ui.text, ui.strings, ui.lang, bar.value, bar.qualifier)});
  }
  return count;
}

void save_editions(ViewContext& context, std::string_view metric) {
  Csv csv({"edition", "metric", "claim", "value", "qualifier", "sources"});
  for (const Edition& edition : context.store.editions.editions) {
    const Claim* claim = edition.shown(metric);
    csv.number(edition.year).text(metric).text(claim != nullptr ? claim->id : "");
    csv.amount(claim != nullptr ? claim->value : Amount{},
               claim != nullptr ? claim->qualifier : Qualifier::kExact);
    csv.sources(claim != nullptr ? claim->sources : SourceIds{}).end_row();
  }
  save_csv(context, metric, csv);
}

void save_growth(ViewContext& context) {
  Csv csv({"id", "date", "metric", "value", "qualifier", "sources"});
  for (const Milestone& m : context.store.community.milestones) {
    csv.text(m.id).text(m.date.known() ? m.date.iso() : "no_data").text(m.metric);
    csv.amount(m.value, m.qualifier).sources(m.sources).end_row();
  }
  save_csv(context, "crecimiento", csv);
}

void draw_editions_chart(ViewContext& context) {
  Ui& ui = context.ui;
  constexpr std::array<std::string_view, 5> kMetrics = {"events", "participants", "countries",
                                                        "projects", "speakers_listed"};
  section_heading(ui, ui.t("panorama.editions"));
  ImGuiStorage* storage = ImGui::GetStateStorage();
  int* chosen = storage->GetIntRef(ui_id("metric"), 1);
  Flow flow(ui, 6);
  for (std::size_t i = 0; i < kMetrics.size(); ++i) {
    const std::string_view name = ui.t(ui.text.join({"metric.", kMetrics[i]}));
    flow.next(toggle_width(ui, name));
    if (toggle(ui, kMetrics[i], name, *chosen == static_cast<int>(i)))
      *chosen = static_cast<int>(i);
  }
  const std::string_view metric = kMetrics[static_cast<std::size_t>(*chosen) % kMetrics.size()];
  std::array<Bar, kMaxBars> bars;
  const std::size_t count = edition_bars(context, metric, bars);
  BarChart chart;
  chart.id = "editions";
  chart.bars = std::span<const Bar>(bars.data(), count);
  chart.name = chart_sentence(
      ui, ui.t("panorama.editions.chart", {{"metric", ui.t(ui.text.join({"metric.", metric}))}}),
      chart.bars);
  chart.height = 250;
  int hovered = -1;
  const int pressed = draw_bar_chart(ui, chart, &hovered);
  if (pressed >= 0) {
    toggle_edition(context.state, static_cast<int>(bars[static_cast<std::size_t>(pressed)].id));
  }
  if (hovered >= 0) tooltip(ui, bars[static_cast<std::size_t>(hovered)].name);
  label(ui, TextStyle::kTiny, ui.colors().muted, ui.t("panorama.editions.note"));
  if (data_actions(context, "editions", chart.name, metric)) save_editions(context, metric);
}

void draw_growth(ViewContext& context) {
  Ui& ui = context.ui;
  section_heading(ui, ui.t("panorama.growth"), ui.t("panorama.growth.note"));
  std::array<StepPoint, kMaxPoints> points;
  std::array<Bar, kMaxPoints> told;
  std::size_t count = 0;
  double last = -1;
  for (const Milestone& m : context.store.community.milestones) {
    const bool members = m.metric == "community_members" || m.metric == "discord_members";
    // A repeated round number is not growth.
    if (!members || !m.date.known() || !m.value.known() || m.value.value == last) continue;
    if (count == kMaxPoints) break;
    last = m.value.value;
    Bar& bar = told[count];
    StepPoint& p = points[count++];
    p.id = static_cast<std::uint32_t>(count);
    p.date = m.date;
    p.value = m.value.value;
    p.qualifier = m.qualifier;
    p.figure = format_amount_short(ui.text, ui.strings, ui.lang, m.value, m.qualifier);
    p.name = ui.text.join({format_date(ui.text, ui.strings, m.date), ": ",
                           format_amount(ui.text, ui.strings, ui.lang, m.value, m.qualifier), " (",
                           ui.t(ui.text.join({"metric.", m.metric})), ")"});
    bar.label = format_date(ui.text, ui.strings, m.date);
    bar.value = m.value;
    bar.figure = p.figure;
  }
  StepChart chart;
  chart.id = "growth";
  chart.name = chart_sentence(ui, ui.t("panorama.growth.chart"), {told.data(), count});
  chart.points = std::span<const StepPoint>(points.data(), count);
  chart.height = 250;
  draw_step_chart(ui, chart);
  if (data_actions(context, "growth", chart.name, "community.json")) save_growth(context);
}

void draw_map(ViewContext& context, MiniMap& map) {
  Ui& ui = context.ui;
  section_heading(ui, ui.t("panorama.map"), ui.t("panorama.map.note"));
  map.draw(context);
  if (data_actions(context, "map", ui.t("panorama.map"), "cities.json")) {
    Csv csv({"city", "country", "lon", "lat", "editions"});
    const auto& cities = context.store.cities.cities;
    for (std::size_t i = 0; i < cities.size(); ++i) {
      if (context.selection.cities[i] == 0) continue;
      csv.text(cities[i].name).text(cities[i].country).number(cities[i].lon).number(cities[i].lat);
      std::string years;
      for (const CityEdition& e : cities[i].editions) {
        if (!years.empty()) years += ' ';
        years += std::to_string(e.year);
      }
      csv.text(years).end_row();
    }
    save_csv(context, "ciudades", csv);
  }
}

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

void PanoramaView::draw(ViewContext& context) {
  Ui& ui = context.ui;
  const Edition* edition = single_edition(context);
  heading(ui, TextStyle::kTitle, 1,
          edition != nullptr ? std::string_view(edition->title) : ui.t("panorama.title"));
  label(ui, TextStyle::kBody, ui.colors().muted, ui.t("panorama.subtitle"), ui.px(720));
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
    draw_map(context, map_);
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

}  // namespace tablero
