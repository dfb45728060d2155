// Charts that summarize Charlas: how fast each edition progressed, and its mix of kinds.
#pragma once

#include "base/list.h"
#include "charts/line_chart.h"
#include "views/made_of.h"

namespace tablero {

class EventCharts {
 public:
  // Both charts respect the filters; a press sets the edition or the kind.
  void draw(ViewContext& context);

 private:
  void draw_pace(ViewContext& context);
  void draw_kinds(ViewContext& context);

  MadeOf made_of_;
  Table pace_, kinds_;
  int later_ = 0;     // dated events too late to be drawn
  List<Look> looks_;  // of the chart being drawn
  LineScratch scratch_;
};

}  // namespace tablero
