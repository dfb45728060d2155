// Contribuciones: the published rankings of the campaigns with totals, thresholds, podium and bars,
// the lists of countries, and the campaigns whose ranking lives elsewhere.
#pragma once

#include "base/list.h"
#include "charts/bar_chart.h"
#include "views/tab_view.h"

namespace tablero {

class ContributionsView : public TabView {
 public:
  void draw(ViewContext& context) override;
  Selection::Count count(const ViewContext& context) const override {
    return Selection::count(context.selection.contributions);
  }

 private:
  void refresh(const ViewContext& context);
  void draw_ranking(ViewContext& context, const Campaign& campaign, const List<int>& rows);
  void draw_bars(ViewContext& context, const Campaign& campaign, const List<int>& rows);

  std::uint32_t data_ = 0, filter_ = 0;
  List<List<int>> rows_;  // per campaign the rows that match the search
  List<Bar> bars_;        // of the ranking being drawn
};

}  // namespace tablero
