#include "views/panorama_charts.h"

#include <algorithm>
#include <array>

#include "base/list.h"
#include "base/sort.h"
#include "charts/count_table.h"
#include "charts/row_bars.h"
#include "charts/sentence.h"
#include "charts/stacked_bars.h"
#include "charts/strip.h"
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
  const Store& store = context.store;
  if (data_ == store.generation()) return;
  data_ = store.generation();
  years_.clear();
  for (const Edition& e : store.editions.editions) years_.push_back(e.year);
  years_.push_back(0);
  List<std::pair<int, std::string>> kinds;
  for (const Event& e : store.events.events) {
    auto it =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& k) { return k.second == e.kind; });
    if (it == kinds.end()) it = kinds.insert(kinds.end(), {0, e.kind});
    --it->first;  // negative: most frequent first after sorting
  }
  sort(kinds);
  kinds_.clear();
  for (auto& k : kinds) kinds_.push_back(std::move(k.second));
  event_counts_.assign(years_.size() * kinds_.size(), 0);
  for (const Event& e : store.events.events) {
    const auto year = std::find(years_.begin(), years_.end(), e.edition) - years_.begin();
    const auto kind = std::find(kinds_.begin(), kinds_.end(), e.kind) - kinds_.begin();
    if (year == static_cast<std::ptrdiff_t>(years_.size())) continue;
    ++event_counts_[static_cast<std::size_t>(year) * kinds_.size() +
                    static_cast<std::size_t>(kind)];
  }
  tiers_.clear();
  sponsor_conflicts_ = 0;
  const std::size_t editions = store.editions.editions.size();
  for (std::size_t tier = 0; tier < kTierNames.size(); ++tier) {
    List<int> row(editions, 0);
    bool any = false;
    for (const Sponsor& s : store.sponsors.sponsors) {
      for (std::size_t e = 0; e < editions; ++e) {
        for (const Tier t : s.shown_in(store.editions.editions[e].year)) {
          if (static_cast<std::size_t>(t) != tier) continue;
          ++row[e];
          any = true;
        }
      }
    }
    if (tier == 0) sponsor_counts_.clear();
    if (!any) continue;
    tiers_.push_back(tier);
    sponsor_counts_.insert(sponsor_counts_.end(), row.begin(), row.end());
  }
  for (const Sponsor& s : store.sponsors.sponsors)
    sponsor_conflicts_ += s.conflicts.empty() ? 0 : 1;
}

void PanoramaCharts::draw_events(ViewContext& context) {
  Ui& ui = context.ui;
  refresh(context);
  section_heading(ui, ui.t("panorama.events"), ui.t("panorama.events.note"));
  std::array<std::string_view, kMaxMarks> groups, kinds;
  std::array<Color, kMaxMarks> colors{};
  std::array<std::uint8_t, kMaxMarks> group_dim{}, kind_dim{};
  std::array<Bar, kMaxMarks> totals;
  const std::size_t n = std::min(years_.size(), kMaxMarks), k = std::min(kinds_.size(), kMaxMarks);
  const List<std::string>& chosen = facet_values(context.state, Facet::kKind);
  for (std::size_t i = 0; i < k; ++i) {
    kinds[i] = facet_label(ui, Facet::kKind, kinds_[i]);
    const auto& series = ui.colors().series;
    colors[i] =
        i < series.size() ? series[i] : mix(series[i % series.size()], ui.colors().text, 0.4f);
    kind_dim[i] = !chosen.empty() && !has_facet(context.state, Facet::kKind, kinds_[i]) ? 1 : 0;
  }
  for (std::size_t g = 0; g < n; ++g) {
    groups[g] = years_[g] > 0 ? ui.text.number(years_[g]) : ui.t("events.community.short");
    group_dim[g] = dims(context.state, years_[g]) ? 1 : 0;
    int total = 0;
    for (std::size_t i = 0; i < k; ++i) total += event_counts_[g * kinds_.size() + i];
    totals[g] = count_bar(ui, g, groups[g], total);
  }
  StackedBars chart;
  chart.id = "events";
  chart.groups = {groups.data(), n};
  chart.kinds = {kinds.data(), k};
  chart.colors = {colors.data(), k};
  chart.counts = event_counts_;
  chart.group_dimmed = {group_dim.data(), n};
  chart.kind_dimmed = {kind_dim.data(), k};
  chart.name = chart_sentence(ui, ui.t("panorama.events"), {totals.data(), n});
  const StackedPress press = draw_stacked_bars(ui, chart);
  if (press.pressed) {
    ViewState& state = context.state;
    state.view = View::kCharlas;
    state.facets[static_cast<std::size_t>(Facet::kKind)] = {
        kinds_[static_cast<std::size_t>(press.kind)]};
    if (press.group >= 0 && years_[static_cast<std::size_t>(press.group)] > 0) {
      state.editions = {years_[static_cast<std::size_t>(press.group)]};
    }
  }
  if (data_actions(context, "events", chart.name, "events.json")) {
    Csv csv({"edition", "kind", "events"});
    for (std::size_t g = 0; g < n; ++g) {
      for (std::size_t i = 0; i < k; ++i) {
        csv.text(years_[g] > 0 ? std::to_string(years_[g]) : "community").text(kinds_[i]);
        csv.number(event_counts_[g * kinds_.size() + i]).end_row();
      }
    }
    save_csv(context, "eventos", csv);
  }
}

void PanoramaCharts::draw_goals(ViewContext& context) {
  Ui& ui = context.ui;
  const List<Selection::Choice>& goals = context.selection.choices(Facet::kSdg);
  section_heading(ui, ui.t("panorama.goals"), ui.t("panorama.goals.note"));
  std::array<Bar, kMaxMarks> bars;
  const std::size_t n = std::min(goals.size(), kMaxMarks);
  for (std::size_t i = 0; i < n; ++i) {
    bars[i] = count_bar(ui, i, facet_label(ui, Facet::kSdg, goals[i].value), goals[i].count);
    bars[i].color = sdg_color(sdg_number(goals[i].value));
    bars[i].selected = false;
  }
  RowBars chart;
  chart.id = "goals";
  chart.bars = {bars.data(), n};
  chart.name = chart_sentence(ui, ui.t("panorama.goals"), chart.bars);
  chart.label_width = 230;
  const int pressed = draw_row_bars(ui, chart);
  if (data_actions(context, "goals", chart.name, "projects.json")) {
    Csv csv({"sdg", "name", "projects"});
    for (const Selection::Choice& goal : goals) {
      csv.text(goal.value)
          .text(ui.t(ui.text.join({"sdg.", goal.value})))
          .number(goal.count)
          .end_row();
    }
    save_csv(context, "ods", csv);
  }
  if (pressed >= 0) {
    context.state.view = View::kProyectos;
    context.state.facets[static_cast<std::size_t>(Facet::kSdg)] = {
        goals[static_cast<std::size_t>(pressed)].value};
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
  std::array<std::string_view, kMaxMarks> rows, columns;
  std::array<std::uint8_t, kMaxMarks> row_on{}, column_on{};
  std::array<Bar, kMaxMarks> totals;
  const auto& editions = context.store.editions.editions;
  const std::size_t n = std::min(tiers_.size(), kMaxMarks),
                    m = std::min(editions.size(), kMaxMarks);
  for (std::size_t r = 0; r < n; ++r) {
    const std::string_view tier = kTierNames[tiers_[r]];
    rows[r] = facet_label(ui, Facet::kTier, tier);
    row_on[r] = has_facet(context.state, Facet::kTier, tier) ? 1 : 0;
  }
  for (std::size_t c = 0; c < m; ++c) {
    columns[c] = ui.text.number(editions[c].year);
    column_on[c] = has_edition(context.state, editions[c].year) ? 1 : 0;
    int total = 0;
    for (std::size_t r = 0; r < n; ++r) total += sponsor_counts_[r * m + c];
    totals[c] = count_bar(ui, c, columns[c], total);
  }
  CountTable table;
  table.id = "sponsors";
  table.rows = {rows.data(), n};
  table.columns = {columns.data(), m};
  table.counts = sponsor_counts_;
  table.row_selected = {row_on.data(), n};
  table.column_selected = {column_on.data(), m};
  table.name = chart_sentence(ui, ui.t("panorama.sponsors"), {totals.data(), m});
  const CountPress press = draw_count_table(ui, table);
  if (press.row >= 0) {
    const auto r = static_cast<std::size_t>(press.row), c = static_cast<std::size_t>(press.column);
    auto& tier = context.state.facets[static_cast<std::size_t>(Facet::kTier)];
    const bool same = row_on[r] != 0 && column_on[c] != 0;
    tier.clear();
    context.state.editions.clear();
    if (!same) {
      tier.emplace_back(kTierNames[tiers_[r]]);
      context.state.editions.push_back(editions[c].year);
    }
  }
  label(ui, TextStyle::kTiny, ui.colors().muted,
        ui.count("panorama.sponsors.conflicts", sponsor_conflicts_));
  draw_sponsor_names(context);
  if (data_actions(context, "sponsors", table.name, "sponsors.json")) {
    Csv csv({"sponsor", "edition", "tier", "shown", "where", "sources"});
    for (const Sponsor& s : context.store.sponsors.sponsors) {
      for (const TierStatement& t : s.tiers) {
        csv.text(s.name).number(t.edition).text(kTierNames[static_cast<std::size_t>(t.tier)]);
        csv.text(t.shown ? "yes" : "no").text(t.where).sources(t.sources).end_row();
      }
    }
    save_csv(context, "patrocinios", csv);
  }
}

// Totals of different units share no scale: shown as big figures, not bars.
void PanoramaCharts::draw_contributions(ViewContext& context) {
  Ui& ui = context.ui;
  constexpr std::array<std::string_view, 5> kMetrics = {"questions_collected", "stereotypes",
                                                        "instructions", "instruction_corpora",
                                                        "evaluation_dataset_donations"};
  section_heading(ui, ui.t("panorama.contributions"), ui.t("panorama.contributions.note"));
  const float gap = ui.px(14);
  const float available = ImGui::GetContentRegionAvail().x;
  const int columns = available < ui.px(300) ? 1 : 2;
  const float width =
      (available - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  std::array<const Claim*, kMaxMarks> claims{};
  std::size_t n = 0;
  for (std::size_t i = context.store.editions.editions.size(); i-- > 0;) {
    const Edition& e = context.store.editions.editions[i];
    if (dims(context.state, e.year)) continue;
    for (const std::string_view metric : kMetrics) {
      const Claim* claim = e.shown(metric);
      if (claim == nullptr || n == kMaxMarks) continue;
      if (n % static_cast<std::size_t>(columns) != 0) ImGui::SameLine(0, gap);
      const std::string_view name = ui.t(ui.text.join({"metric.", metric}));
      draw_figure_tile(context, *claim, ui.text.join({name, ", ", ui.text.number(e.year)}), width);
      claims[n++] = claim;
      if (n % static_cast<std::size_t>(columns) == 0) space(ui, 4);
    }
  }
  if (n == 0) label(ui, TextStyle::kBody, ui.colors().muted, ui.t("missing.no_data"));
  if (text_button(ui, "rankings", ui.t("panorama.contributions.open"), TextStyle::kSmallStrong)) {
    context.state.view = View::kContribuciones;
  }
  if (data_actions(context, "contributions", ui.t("panorama.contributions"),
                   "contributions.json")) {
    Csv csv({"metric", "claim", "value", "qualifier", "sources"});
    for (std::size_t i = 0; i < n; ++i) {
      csv.text(claims[i]->metric).text(claims[i]->id);
      csv.amount(claims[i]->value, claims[i]->qualifier).sources(claims[i]->sources).end_row();
    }
    save_csv(context, "contribuciones", csv);
  }
}

void PanoramaCharts::draw_conflicts(ViewContext& context) {
  Ui& ui = context.ui;
  section_heading(ui, ui.t("panorama.conflicts"), ui.t("panorama.conflicts.note"));
  if (data_actions(context, "conflicts", ui.t("panorama.conflicts"), "editions.json")) {
    Csv csv({"claim", "metric", "value", "qualifier", "shown", "sources"});
    for (const Conflict& conflict : context.store.editions.conflicts) {
      for (const std::string& id : conflict.claims) {
        const Claim* claim = context.store.editions.claim(id);
        if (claim == nullptr) continue;
        csv.text(id).text(claim->metric).amount(claim->value, claim->qualifier);
        csv.text(claim->shown ? "yes" : "no").sources(claim->sources).end_row();
      }
    }
    save_csv(context, "discrepancias", csv);
  }
  const int columns = ui.size.x < ui.px(760) ? 1 : (ui.size.x < ui.px(1100) ? 2 : 3);
  if (!ImGui::BeginTable("conflicts", columns, ImGuiTableFlags_SizingStretchSame)) return;
  const Editions& editions = context.store.editions;
  for (const Conflict& conflict : editions.conflicts) {
    ImGui::TableNextColumn();
    std::array<Bar, kMaxMarks> marks;
    std::size_t n = 0;
    for (const std::string& id : conflict.claims) {
      const Claim* claim = editions.claim(id);
      if (claim == nullptr || n == kMaxMarks) continue;
      Bar& mark = marks[n];
      mark = count_bar(ui, n, ui.t(ui.text.join({"metric.", claim->metric})), 0);
      ++n;
      mark.value = claim->value;
      mark.qualifier = claim->qualifier;
      mark.selected = claim->shown;
      mark.figure =
          format_amount_short(ui.text, ui.strings, ui.lang, claim->value, claim->qualifier);
      mark.name = ui.text.join({claim_sentence(ui, *claim), " (",
                                ui.t(claim->shown ? "claim.shown" : "claim.not_shown"), ")"});
    }
    label(ui, TextStyle::kSmallStrong, ui.colors().text, conflict.topic.in(ui.lang));
    Strip strip;
    strip.id = conflict.claims.front();
    strip.marks = {marks.data(), n};
    strip.name = chart_sentence(ui, conflict.topic.in(ui.lang), strip.marks);
    const int pressed = draw_strip(ui, strip, ImGui::GetContentRegionAvail().x - ui.px(16));
    if (pressed >= 0) show_source(context, conflict.claims[static_cast<std::size_t>(pressed)]);
    label(ui, TextStyle::kTiny, ui.colors().muted, conflict.reason.in(ui.lang),
          ImGui::GetContentRegionAvail().x - ui.px(16));
    space(ui, 14);
  }
  ImGui::EndTable();
}

}  // namespace tablero
