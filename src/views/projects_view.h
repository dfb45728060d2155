// Proyectos: cards of the projects (winners first, then by edition), corpora by domain and
// language, papers.
#pragma once

#include "base/list.h"
#include "charts/chart.h"
#include "views/card_grid.h"
#include "views/made_of.h"
#include "views/tab_view.h"
#include "views/team_sizes.h"

namespace tablero {

class ProjectsView : public TabView {
 public:
  void draw(ViewContext& context) override;
  Selection::Count count(const ViewContext& context) const override {
    return Selection::count(context.selection.projects);
  }

 private:
  void refresh(const ViewContext& context);
  void draw_projects(ViewContext& context);
  void draw_facet_bars(ViewContext& context, Facet facet, const Table& table);
  void draw_corpora(ViewContext& context);
  void draw_papers(ViewContext& context);

  MadeOf made_of_;
  Table domains_, languages_;              // of the corpora
  List<Look> looks_;                       // of the chart being drawn
  List<int> projects_, corpora_, papers_;  // indices, in the order shown
  Table project_list_, corpus_list_;       // their rows in that order
  TeamSizes teams_;
  CardGrid project_grid_, corpus_grid_, paper_grid_;
};

}  // namespace tablero
