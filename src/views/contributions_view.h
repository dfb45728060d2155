// Contribuciones: the published rankings of the campaigns with totals, thresholds, podium and bars,
// the lists of countries, and the campaigns whose ranking lives elsewhere.
#pragma once

#include "base/list.h"
#include "model/table.h"
#include "views/made_of.h"
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
  void draw_ranking(ViewContext& context, std::size_t index, bool* claims_told);

  MadeOf made_of_;
  List<List<int>> rows_;  // per campaign the rows that match the search
  List<Table> tables_;    // per campaign
};

}  // namespace tablero
