#include "views/event_charts.h"

#include <algorithm>
#include <array>

#include "base/sort.h"
#include "charts/sentence.h"
#include "views/chart_frame.h"
#include "views/facets.h"

namespace tablero {
namespace {

constexpr std::size_t kMaxBars = 24;
// Some editions have a talk months later, which would compress all others (outlier cut-off).
constexpr double kLastDay = 60;

}  // namespace

void EventCharts::refresh(const ViewContext& context) {
  if (data_ == context.store.generation() && filter_ == context.selection.generation) return;
  data_ = context.store.generation();
  filter_ = context.selection.generation;
  List<std::size_t> left;
  const auto& all = context.store.events.events;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (context.selection.events[i] != 0 && all[i].edition > 0) left.push_back(i);
  }
  sort(left, [&](std::size_t a, std::size_t b) { return all[a].date.key() < all[b].date.key(); });
  paces_.clear();
  years_.clear();
  kinds_.clear();
  for (const std::size_t i : left) {
    const Event& e = all[i];
    if (std::find(years_.begin(), years_.end(), e.edition) == years_.end()) {
      years_.push_back(e.edition);
    }
    if (std::find(kinds_.begin(), kinds_.end(), e.kind) == kinds_.end()) kinds_.push_back(e.kind);
  }
  sort(years_);
  counts_.assign(kinds_.size(), List<int>(years_.size(), 0));
  for (const int year : years_) paces_.push_back({year, 0, {}, {}});
  later_ = 0;
  for (const std::size_t i : left) {
    const Event& e = all[i];
    const auto year = static_cast<std::size_t>(std::find(years_.begin(), years_.end(), e.edition) -
                                               years_.begin());
    const auto kind =
        static_cast<std::size_t>(std::find(kinds_.begin(), kinds_.end(), e.kind) - kinds_.begin());
    ++counts_[kind][year];
    if (e.date.day == 0) continue;
    Pace& pace = paces_[year];
    const auto day = static_cast<double>(days_from_epoch(e.date));
    if (pace.day.empty()) pace.first = day;
    if (day - pace.first > kLastDay) {
      ++later_;
      continue;
    }
    pace.day.push_back(day - pace.first);
    pace.total.push_back(static_cast<double>(pace.total.size()) + 1);
  }
  List<std::pair<int, std::size_t>> order;
  for (std::size_t k = 0; k < kinds_.size(); ++k) {
    int sum = 0;
    for (const int n : counts_[k]) sum -= n;
    order.emplace_back(sum, k);
  }
  sort(order);
  List<std::string> kinds;
  List<List<int>> counts;
  for (const auto& [sum, k] : order) {
    kinds.push_back(kinds_[k]);
    counts.push_back(counts_[k]);
  }
  kinds_ = std::move(kinds);
  counts_ = std::move(counts);
}

void EventCharts::draw_pace(ViewContext& context) {
  Ui& ui = context.ui;
  section_heading(ui, ui.t("events.pace"), ui.t("events.pace.note"));
  lines_.clear();
  std::array<Bar, kMaxLines> totals;
  for (std::size_t i = 0; i < paces_.size() && i < kMaxLines; ++i) {
    const Pace& pace = paces_[i];
    if (pace.day.empty()) continue;
    const std::string_view year = ui.text.number(pace.year);
    const auto count = static_cast<int>(pace.total.back());
    LineSeries& line = lines_.emplace_back();
    line.id = static_cast<std::uint32_t>(pace.year);
    line.label = year;
    line.name = ui.text.join({year, ": ", ui.count("count.events", count), ", ",
                              ui.count("count.days", std::lround(pace.day.back()) + 1)});
    line.x = pace.day;
    line.y = pace.total;
    line.color = ui.colors().series[i % ui.colors().series.size()];
    line.selected = has_edition(context.state, pace.year);
    totals[lines_.size() - 1] = count_bar(ui, i, year, count);
  }
  LineChart chart;
  chart.id = "pace";
  chart.name = chart_sentence(ui, ui.t("events.pace"), {totals.data(), lines_.size()});
  chart.lines = lines_;
  chart.x_key = "events.day";
  chart.steps = true;
  const int pressed = draw_line_chart(ui, chart, scratch_);
  if (pressed >= 0) {
    toggle_edition(context.state, static_cast<int>(lines_[static_cast<std::size_t>(pressed)].id));
  }
  if (later_ > 0) {
    label(ui, TextStyle::kTiny, ui.colors().muted, ui.count("events.pace.later", later_));
  }
  if (data_actions(context, "pace", chart.name, "events.json")) {
    Csv csv({"edition", "day", "events"});
    for (const Pace& pace : paces_) {
      for (std::size_t i = 0; i < pace.day.size(); ++i) {
        csv.number(pace.year).number(pace.day[i]).number(pace.total[i]).end_row();
      }
    }
    save_csv(context, "ritmo", csv);
  }
}

void EventCharts::draw_kinds(ViewContext& context) {
  Ui& ui = context.ui;
  section_heading(ui, ui.t("events.kinds"), ui.t("events.kinds.note"));
  columns_.clear();
  for (const int year : years_) columns_.push_back(ui.text.number(year));
  panels_.clear();
  std::array<Bar, kMaxBars> totals;
  const bool any_chosen = !facet_values(context.state, Facet::kKind).empty();
  for (std::size_t k = 0; k < kinds_.size() && k < kMaxBars; ++k) {
    SmallPanel& panel = panels_.emplace_back();
    panel.label = facet_label(ui, Facet::kKind, kinds_[k]);
    panel.counts = counts_[k];
    panel.selected = has_facet(context.state, Facet::kKind, kinds_[k]);
    panel.dimmed = any_chosen && !panel.selected;
    int total = 0;
    for (const int n : counts_[k]) total += n;
    totals[k] = count_bar(ui, k, panel.label, total);
  }
  SmallMultiples chart;
  chart.id = "kinds";
  chart.name = chart_sentence(ui, ui.t("events.kinds"), {totals.data(), panels_.size()});
  chart.columns = columns_;
  chart.panels = panels_;
  const SmallPress pressed = draw_small_multiples(ui, chart);
  if (data_actions(context, "kinds", chart.name, "events.json")) {
    Csv csv({"kind", "edition", "events"});
    for (std::size_t k = 0; k < kinds_.size(); ++k) {
      for (std::size_t y = 0; y < years_.size(); ++y) {
        csv.text(kinds_[k]).number(years_[y]).number(counts_[k][y]).end_row();
      }
    }
    save_csv(context, "tipos", csv);
  }
  if (pressed.panel >= 0) {
    toggle_facet(context.state, Facet::kKind, kinds_[static_cast<std::size_t>(pressed.panel)]);
  }
}

void EventCharts::draw(ViewContext& context) {
  Ui& ui = context.ui;
  refresh(context);
  if (years_.empty()) return;
  const int columns = ui.size.x < ui.px(1000) ? 1 : 2;
  if (!ImGui::BeginTable("event-charts", columns, ImGuiTableFlags_SizingStretchSame)) return;
  ImGui::TableNextColumn();
  draw_pace(context);
  ImGui::TableNextColumn();
  draw_kinds(context);
  ImGui::EndTable();
}

}  // namespace tablero
