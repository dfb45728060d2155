// Histogram: how many values fall into each of equal bins. Missing values are counted in a bin of
// their own, hatched and a little apart, never silently left out.
#pragma once

#include "charts/chart.h"

namespace tablero {

// Its table has a row per bin (query/bins.h); the row without a value has the missing ones.
class Histogram : public Chart {
 public:
  using Chart::Chart;

  std::size_t bin = 0, value = 1;  // columns

  Keyboard keyboard() const override { return Keyboard::kMarks; }
  Missing missing() const override { return Missing::kHatched; }

 protected:
  ImVec2 measure_chart(Ui& ui, float width) override;
  void draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) override;

 private:
  struct Plot;
  void draw_bin(Ui& ui, const Plot& plot, const Press& press, std::size_t row);
};

}  // namespace tablero
