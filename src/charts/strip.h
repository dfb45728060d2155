// Values on one axis that starts at zero, for figures that disagree: a dot per mark, filled for the
// claim that is shown, hollow for the others, an arrow where it is only a lower bound.
#pragma once

#include "charts/chart.h"

namespace tablero {

class Strip : public Chart {
 public:
  using Chart::Chart;

  std::size_t label = 0, value = 1;  // columns
  std::span<const Look> looks;       // selected: the shown claim

  Keyboard keyboard() const override { return Keyboard::kMarks; }
  // The sentence counts the marks without a value.
  Missing missing() const override { return Missing::kBeside; }

 protected:
  ImVec2 measure_chart(Ui& ui, float width) override;
  void draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) override;

 private:
  void draw_dot(Ui& ui, const Cell& cell, bool shown, const Press& press, ImVec2 at);
};

}  // namespace tablero
