// A histogram over months: one thin bar per month that has something, on a time axis.
#pragma once

#include "charts/chart.h"

namespace tablero {

// Its table has a row per month, ascending, with a count above 0.
class TimeBars : public Chart {
 public:
  using Chart::Chart;

  std::size_t month = 0, value = 1;  // columns
  std::span<const int> hidden;       // per row: how many a filter hides, drawn pale

  Keyboard keyboard() const override { return Keyboard::kMarks; }
  Missing missing() const override { return Missing::kNever; }

 protected:
  ImVec2 measure_chart(Ui& ui, float width) override;
  void draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) override;

 private:
  struct Plot;
  void draw_axis(Ui& ui, const Plot& plot);
};

}  // namespace tablero
