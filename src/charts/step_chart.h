// Growth over time: points with direct labels joined by steps (a published figure holds until the
// next).
#pragma once

#include "charts/chart.h"

namespace tablero {

// Its marked rows are ordered by date, all dates and values known.
class StepChart : public Chart {
 public:
  using Chart::Chart;

  std::size_t date = 0, value = 1;  // columns

  Keyboard keyboard() const override { return Keyboard::kMarks; }
  // Rows without a value are no growth: they have no mark.
  Missing missing() const override { return Missing::kBeside; }

 protected:
  ImVec2 measure_chart(Ui& ui, float width) override;
  void draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) override;

 private:
  struct Plot;
  // The next marked row from `row` on; size() after the last.
  std::size_t marked_from(std::size_t row) const;
  ImVec2 place(const Plot& plot, std::size_t row) const;
  void draw_axes(Ui& ui, const Plot& plot);
  void draw_line(Ui& ui, const Plot& plot);
};

}  // namespace tablero
