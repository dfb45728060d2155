// A square grid of correlations: blue for positive, rose for negative, stronger for larger; blank
// with a dash where there are too few pairs.
#pragma once

#include "charts/chart.h"

namespace tablero {

// Its table has a row and a column for each thing, -1 to 1, and their names in the first column.
// Cells are at most 26 design pixels wide; the pointer reads them.
class HeatGrid : public Chart {
 public:
  using Chart::Chart;

  Keyboard keyboard() const override { return Keyboard::kReadOut; }
  Missing missing() const override { return Missing::kDash; }

 protected:
  ImVec2 measure_chart(Ui& ui, float width) override;
  void draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) override;
  Role role() const override { return Role::kTable; }

 private:
  void draw_cell(Ui& ui, std::size_t row, std::size_t column, ImVec2 min);
  float label_ = 0, cell_ = 0;  // CSS pixels
};

// The color of a correlation on the present theme.
Color correlation_color(const Ui& ui, double value);

}  // namespace tablero
