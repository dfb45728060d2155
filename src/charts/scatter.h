// Scatter plot with a logarithmic x axis, direct labels where they fit, and a step line along the
// Pareto front.
#pragma once

#include "charts/chart.h"

namespace tablero {

// Marked rows have both values, x above 0. The columns' names are the titles of the axes; a row's
// note ends its name.
class Scatter : public Chart {
 public:
  using Chart::Chart;

  std::size_t label = 0, x = 1, y = 2;  // columns
  std::span<const Look> looks;          // per row
  std::span<const std::uint8_t>
      front;  // per row: part of the front, filled strongly, labeled first

  Keyboard keyboard() const override { return Keyboard::kMarks; }
  Missing missing() const override { return Missing::kBeside; }

 protected:
  ImVec2 measure_chart(Ui& ui, float width) override;
  // Of several points in reach of the pointer the nearest is pressed, at equal distance the one
  // drawn last.
  void draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) override;

 private:
  struct Frame;
  bool on_front(std::size_t row) const { return row < front.size() && front[row] != 0; }
  Frame frame_of(Ui& ui, ImVec2 pos, ImVec2 size) const;
  ImVec2 place(const Frame& frame, std::size_t row) const;
  void draw_axes(Ui& ui, const Frame& frame);
  void draw_front(Ui& ui, const Frame& frame);
  int nearest(Ui& ui, const Frame& frame) const;
  void draw_point(Ui& ui, const Frame& frame, std::size_t row, int lit);
  void draw_labels(Ui& ui, const Frame& frame, int lit);
  std::string_view name_of(Ui& ui, std::size_t row) const;
};

}  // namespace tablero
