// Upright bars cut into parts: one bar per group (an edition), one part per kind, with the total
// above and a legend of the kinds below. A press on a part names group and kind, one in the legend
// only the kind.
#pragma once

#include "charts/chart.h"

namespace tablero {

// Its table has a row for each pair, all kinds of the first group first, bottom first.
class StackedBars : public Chart {
 public:
  using Chart::Chart;

  std::size_t group = 0, kind = 1, value = 2;  // columns
  std::span<const Color> colors;               // one per kind
  std::span<const std::uint8_t> group_dimmed;  // one per group
  std::span<const std::uint8_t> kind_dimmed;   // one per kind

  Keyboard keyboard() const override { return Keyboard::kMarks; }
  Missing missing() const override { return Missing::kNever; }

 protected:
  // The legend is not included.
  ImVec2 measure_chart(Ui& ui, float width) override;
  void draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) override;
  // One press for each kind, wrapping; a swatch and its word.
  void draw_legend(Ui& ui) override;

 private:
  struct Plot;
  std::size_t kinds() const { return table().empty() ? 0 : table().run(0, group); }
  double total_of(std::size_t bar) const;
  void draw_part(Ui& ui, const Press& press, std::size_t row);
  void draw_group(Ui& ui, const Plot& plot, std::size_t bar);
};

}  // namespace tablero
