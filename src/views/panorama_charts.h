// The charts of Panorama that lead to other tabs: events per year and kind, projects per goal,
// sponsors per tier and year, contribution totals, and the figures on which sources disagree.
#pragma once

#include "base/list.h"
#include "charts/chart.h"
#include "views/made_of.h"
#include "views/view_context.h"

namespace tablero {

class PanoramaCharts {
 public:
  void draw_events(ViewContext& context);
  void draw_goals(ViewContext& context);
  void draw_sponsors(ViewContext& context);
  void draw_contributions(ViewContext& context);
  void draw_conflicts(ViewContext& context);

 private:
  void refresh(const ViewContext& context);
  void draw_sponsor_names(ViewContext& context);

  MadeOf made_of_;
  Table events_, goals_, sponsors_, tiers_, contributions_;
  List<Table> conflicts_;
  int sponsor_conflicts_ = 0;
  List<Look> looks_;  // of the chart being drawn
};

}  // namespace tablero
