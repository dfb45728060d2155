#include "views/team_sizes.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/number.h"
#include "charts/sentence.h"
#include "views/chart_frame.h"

namespace tablero {

void TeamSizes::refresh(const ViewContext& context) {
  if (data_ == context.store.generation() && filter_ == context.selection.generation) return;
  data_ = context.store.generation();
  filter_ = context.selection.generation;
  years_.clear();
  for (const Edition& e : context.store.editions.editions) years_.push_back(e.year);
  CodedColumn editions;
  editions.groups = static_cast<int>(years_.size());
  List<double> sizes, shown;
  for (std::size_t i = 0; i < context.store.projects.projects.size(); ++i) {
    const Project& p = context.store.projects.projects[i];
    const auto at = std::find(years_.begin(), years_.end(), p.edition) - years_.begin();
    editions.codes.push_back(static_cast<std::uint16_t>(at));
    sizes.push_back(p.team_size > 0 ? p.team_size : kNaN);
    if (context.selection.projects[i] != 0) shown.push_back(sizes.back());
  }
  bins_ = bin_values(shown, 12, true);
  group_by(editions, sizes, context.selection.projects, groups_);
}

void TeamSizes::draw(ViewContext& context) {
  Ui& ui = context.ui;
  refresh(context);
  if (bins_.count == 0) return;
  section_heading(ui, ui.t("projects.team"), ui.t("projects.team.note"));
  std::array<Bar, kMaxBins> told;
  for (int i = 0; i < bins_.count; ++i) {
    const std::string_view size =
        ui.t("projects.team.size", {{"n", ui.number(bins_.first + bins_.width * i, 0)}});
    const auto at = static_cast<std::size_t>(i);
    told[at] = count_bar(ui, at, size, bins_.values[i]);
  }
  Histogram chart;
  chart.id = "teams";
  chart.name = chart_sentence(ui, ui.t("projects.team"),
                              {told.data(), static_cast<std::size_t>(bins_.count)});
  chart.bins = &bins_;
  chart.unit_key = "count.projects";
  chart.value_key = "projects.team.size";
  draw_histogram(ui, chart);
  for (std::size_t i = 0; i < years_.size(); ++i) {
    const GroupStats& group = groups_[i];
    if (group.known == 0) continue;
    label(ui, TextStyle::kSmall, ui.colors().muted,
          ui.t("projects.team.mean", {{"year", ui.text.number(years_[i])},
                                      {"mean", ui.number(group.mean(), 1)},
                                      {"n", ui.number(group.known, 0)},
                                      {"m", ui.number(group.rows, 0)}}));
  }
  if (data_actions(context, "teams", chart.name, "projects.json")) {
    Csv csv({"team_size", "projects"});
    for (int i = 0; i < bins_.count; ++i) {
      csv.number(bins_.first + bins_.width * i).number(bins_.values[i]).end_row();
    }
    csv.text("no_data").number(bins_.missing).end_row();
    save_csv(context, "equipos", csv);
  }
}

}  // namespace tablero
