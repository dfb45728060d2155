// The charts of Panorama that lead to other tabs: events per year and kind, projects per goal,
// sponsors per tier and year, contribution totals, and the figures on which sources disagree.
#pragma once

#include "base/list.h"
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

  std::uint32_t data_ = 0;
  List<int> years_;           // of the editions, 0 last: events of the community
  List<std::string> kinds_;   // most frequent first
  List<int> event_counts_;    // years x kinds
  List<std::size_t> tiers_;   // that any edition shows, in the order of the enum
  List<int> sponsor_counts_;  // tiers x editions
  int sponsor_conflicts_ = 0;
};

}  // namespace tablero
