#include "views/event_charts.h"

#include "charts/small_multiples.h"
#include "model/tables/events.h"
#include "views/chart_frame.h"
#include "views/facets.h"

namespace tablero {

void EventCharts::draw_pace(ViewContext& context) {
  Ui& ui = context.ui;
  section_heading(ui, ui.t("events.pace"), ui.t("events.pace.note"));
  looks_.clear();
  for (std::size_t row = 0; row < pace_.size(); row += pace_.run(row, 0)) {
    // An edition has the same color whether others are left or not.
    std::size_t place = 0;
    while (kinds_.at(place, 1).code != pace_.at(row, 0).code) ++place;
    const auto& series = ui.colors().series;
    const int year = pace_.at(row, 0).year();
    looks_.push_back({series[place % series.size()], has_edition(context.state, year), false});
  }
  LineChart chart(pace_, Leads::kFilter, scratch_);
  chart.looks = {looks_.data(), looks_.size()};
  chart.steps = true;
  const ChartMark mark = chart.draw(ui);
  if (later_ > 0) {
    label(ui, TextStyle::kTiny, ui.colors().muted, ui.count("events.pace.later", later_));
  }
  chart_actions(context, chart);
  if (mark) toggle_edition(context.state, pace_.at(mark.at(), 0).year());
}

void EventCharts::draw_kinds(ViewContext& context) {
  Ui& ui = context.ui;
  section_heading(ui, ui.t("events.kinds"), ui.t("events.kinds.note"));
  looks_.clear();
  const bool any_chosen = !facet_values(context.state, Facet::kKind).empty();
  for (std::size_t row = 0; row < kinds_.size(); row += kinds_.run(row, 0)) {
    const bool selected = has_facet(context.state, Facet::kKind, kinds_.at(row, 0).code);
    looks_.push_back({0, selected, any_chosen && !selected});
  }
  SmallMultiples chart(kinds_, Leads::kFilter);
  chart.looks = {looks_.data(), looks_.size()};
  const ChartMark mark = chart.draw(ui);
  chart_actions(context, chart);
  if (mark) toggle_facet(context.state, Facet::kKind, std::string(kinds_.at(mark.at(), 0).code));
}

void EventCharts::draw(ViewContext& context) {
  Ui& ui = context.ui;
  if (made_of_.changed(context)) {
    pace_ = pace_table(ui.reader(), context.store, context.selection);
    later_ = later_than_pace(context.store, context.selection);
    kinds_ = kinds_table(ui.reader(), context.store, context.selection);
  }
  if (kinds_.empty()) return;
  const int columns = ui.size.x < ui.px(1000) ? 1 : 2;
  if (!ImGui::BeginTable("event-charts", columns, ImGuiTableFlags_SizingStretchSame)) return;
  ImGui::TableNextColumn();
  draw_pace(context);
  ImGui::TableNextColumn();
  draw_kinds(context);
  ImGui::EndTable();
}

}  // namespace tablero
