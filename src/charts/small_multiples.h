// Small multiples: one little bar chart per item, all with the same columns and the same scale, so
// that their shapes can be compared at a glance.
#pragma once

#include "charts/chart.h"

namespace tablero {

// Its table has a row for each pair of panel and bar, all bars of the first panel first.
class SmallMultiples : public Chart {
 public:
  using Chart::Chart;

  std::size_t panel = 0, bar = 1, value = 2;   // columns; the bars' words are short: years
  std::span<const Look> looks;                 // per panel
  float panel_width = 150, panel_height = 96;  // design pixels; panels grow to fill the width

  Keyboard keyboard() const override { return Keyboard::kMarks; }
  Missing missing() const override { return Missing::kHatched; }

 protected:
  ImVec2 measure_chart(Ui& ui, float width) override;
  // Bars start at zero.
  void draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) override;

 private:
  struct Layout {
    int across;              // panels
    float panel, gap, tall;  // width, distance and height of a panel
    float title, foot;       // heights above and below its plot
    float slot, bar, plot_height;
    double top;  // value of the highest bar
  } layout_{};
  std::size_t bars() const { return table().empty() ? 1 : table().run(0, panel); }
  void draw_panel(Ui& ui, std::size_t first, ImVec2 min);
  void draw_bar(Ui& ui, std::size_t row, const Press& press, float base);
};

}  // namespace tablero
