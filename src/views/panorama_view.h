// Panorama: key figures with their qualifiers, the editions side by side, and links to every other
// tab.
#pragma once

#include "views/made_of.h"
#include "views/map/mini_map.h"
#include "views/panorama_charts.h"
#include "views/tab_view.h"

namespace tablero {

class PanoramaView : public TabView {
 public:
  void draw(ViewContext& context) override;
  Selection::Count count(const ViewContext& context) const override {
    return Selection::count(context.selection.editions);
  }
  void context_lost() override { map_.context_lost(); }

 private:
  void draw_key_figures(ViewContext& context);
  void draw_editions_chart(ViewContext& context);
  void draw_growth(ViewContext& context);

  PanoramaCharts charts_;
  MiniMap map_;
  MadeOf made_of_;
  Table key_figures_, editions_, growth_, cities_;
  List<Look> looks_;  // of the chart being drawn
};

}  // namespace tablero
