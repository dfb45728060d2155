// A compact table of counts (a heat map): rows by columns, cells shaded by magnitude. A zero is
// written; a cell that was not asked shows a dash. Cells with a count can be pressed.
#pragma once

#include "charts/chart.h"

namespace tablero {

// Its table has a row for each cell, all cells of the first row first.
class CountTable : public Chart {
 public:
  using Chart::Chart;

  std::size_t line = 0, column = 1, value = 2;  // columns: the words of rows and columns, the count
  std::span<const Look> looks;                  // per cell

  Keyboard keyboard() const override { return Keyboard::kMarks; }
  Missing missing() const override { return Missing::kDash; }

 protected:
  ImVec2 measure_chart(Ui& ui, float width) override;
  void draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) override;
  Role role() const override { return Role::kTable; }
  NodeDetail detail() const override;

 private:
  struct Layout {
    float head, cell, row, width;
    double largest;
  } layout_{};
  std::size_t across() const { return table().empty() ? 1 : table().run(0, line); }
  void draw_headers(Ui& ui, ImVec2 pos);
  void draw_cell(Ui& ui, std::size_t row, ImVec2 min, ImVec2 max);
  void draw_line(Ui& ui, std::size_t first, ImVec2 pos);
};

}  // namespace tablero
