// Charts that summarize Charlas: how fast each edition progressed, and its mix of kinds.
#pragma once

#include "base/list.h"
#include "charts/line_chart.h"
#include "charts/small_multiples.h"
#include "views/view_context.h"

namespace tablero {

class EventCharts {
 public:
  // Both charts respect the filters; a press sets the edition or the kind.
  void draw(ViewContext& context);

 private:
  // The dated events of an edition, one after the other.
  struct Pace {
    int year = 0;
    double first = 0;         // its first day, days since 1970
    List<double> day, total;  // days since the edition's first event; events until then
  };
  void refresh(const ViewContext& context);
  void draw_pace(ViewContext& context);
  void draw_kinds(ViewContext& context);

  std::uint32_t data_ = 0, filter_ = 0;
  List<Pace> paces_;
  long long later_ = 0;      // dated events too late to be drawn
  List<int> years_;          // with events that pass the filters
  List<std::string> kinds_;  // most frequent first
  List<List<int>> counts_;   // per kind, one per year
  List<LineSeries> lines_;   // of this frame
  List<SmallPanel> panels_;
  List<std::string_view> columns_;
  List<std::size_t> scratch_;
};

}  // namespace tablero
