#include "views/team_sizes.h"

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "charts/histogram.h"
#include "model/tables/projects.h"
#include "views/chart_frame.h"

namespace tablero {

void TeamSizes::refresh(const ViewContext& context) {
  if (!made_of_.changed(context)) return;
  years_.clear();
  for (const Edition& e : context.store.editions.editions) years_.push_back(e.year);
  CodedColumn editions;
  editions.groups = static_cast<int>(years_.size());
  List<double> sizes;
  for (std::size_t i = 0; i < context.store.projects.projects.size(); ++i) {
    const Project& p = context.store.projects.projects[i];
    const auto at = std::find(years_.begin(), years_.end(), p.edition) - years_.begin();
    editions.codes.push_back(static_cast<std::uint16_t>(at));
    sizes.push_back(p.team_size > 0 ? p.team_size : kNaN);
  }
  table_ = teams_table(context.ui.reader(), context.store, context.selection);
  group_by(editions, sizes, context.selection.projects, groups_);
}

void TeamSizes::draw(ViewContext& context) {
  Ui& ui = context.ui;
  refresh(context);
  if (table_.empty()) return;
  section_heading(ui, ui.t("projects.team"), ui.t("projects.team.note"));
  Histogram chart(table_, Leads::kNowhere);
  (void)chart.draw(ui);
  for (std::size_t i = 0; i < years_.size(); ++i) {
    const GroupStats& group = groups_[i];
    if (group.known == 0) continue;
    label(ui, TextStyle::kSmall, ui.colors().muted,
          ui.t("projects.team.mean", {{"year", ui.text.number(years_[i])},
                                      {"mean", ui.number(group.mean(), 1)},
                                      {"n", ui.number(group.known, 0)},
                                      {"m", ui.number(group.rows, 0)}}));
  }
  chart_actions(context, chart);
}

}  // namespace tablero
