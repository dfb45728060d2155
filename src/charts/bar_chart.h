// Upright bars with direct labels. A bar whose figure is only a lower bound ("more than 500") is
// drawn open-ended: its top fades out instead of ending at a line. Missing values show a hatched
// stub with the word for their kind, never a bar of zero.
#pragma once

#include "charts/chart.h"

namespace tablero {

class BarChart : public Chart {
 public:
  using Chart::Chart;

  std::size_t label = 0, value = 1;  // columns
  std::span<const Look> looks;       // per row

  Keyboard keyboard() const override { return Keyboard::kMarks; }
  Missing missing() const override { return Missing::kHatched; }

 protected:
  ImVec2 measure_chart(Ui& ui, float width) override;
  void draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) override;

 private:
  struct Plot;
  void draw_bar(Ui& ui, const Plot& plot, std::size_t row, float x);
};

}  // namespace tablero
