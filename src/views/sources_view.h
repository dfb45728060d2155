// Fuentes: every figure with all claims about it side by side, the growth milestones, the figures
// of countries, the sponsors on whose tier the pages disagree, the data files and all sources.
#pragma once

#include "base/list.h"
#include "model/figure_groups.h"
#include "model/table.h"
#include "views/card_grid.h"
#include "views/tab_view.h"

namespace tablero {

class SourcesView : public TabView {
 public:
  void draw(ViewContext& context) override;
  Selection::Count count(const ViewContext& context) const override {
    return Selection::count(context.selection.sources);
  }

 private:
  void refresh(const ViewContext& context);
  void draw_figures(ViewContext& context);
  void draw_files(ViewContext& context);
  void draw_sources(ViewContext& context);

  std::uint32_t data_ = 0, filter_ = 0;
  List<FigureGroup> groups_;
  Table claims_;
  List<int> files_, sources_;
  CardGrid figure_grid_, file_grid_, source_grid_;
};

}  // namespace tablero
