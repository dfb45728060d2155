// Radar chart: one polygon per series over at least three axes. Its one merit is that it shows a
// profile at a glance; put the exact values into a table or dot plot beside it.
#pragma once

#include "charts/chart.h"

namespace tablero {

// Its table has a row per series: its name, and a column per axis, 0 to 100. `height` is its side
// with the labels. A value that is not known leaves a gap in the outline.
class Radar : public Chart {
 public:
  using Chart::Chart;

  std::span<const Color> colors;  // one per series

  Keyboard keyboard() const override { return Keyboard::kReadOut; }
  Missing missing() const override { return Missing::kGap; }

 protected:
  ImVec2 measure_chart(Ui& ui, float width) override;
  // Each series is a node with its values.
  void draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) override;

 private:
  std::size_t axes() const { return table().columns().size() - 1; }
  void draw_labels(Ui& ui, ImVec2 center, float radius);
  void draw_outline(Ui& ui, std::size_t series, ImVec2 center, float radius);
};

}  // namespace tablero
