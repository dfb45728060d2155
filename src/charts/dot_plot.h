// Dot plot: one row per item, one dot per series on a common scale, and a figure at the end of the
// row. A missing value draws nothing and is named in words.
#pragma once

#include "charts/chart.h"

namespace tablero {

inline constexpr std::size_t kMaxDots = 4;

// Its table has the item's name, a column per series, and the difference of the first two.
class DotPlot : public Chart {
 public:
  using Chart::Chart;

  std::span<const Color> colors;  // one per series, at most kMaxDots

  Keyboard keyboard() const override { return Keyboard::kReadOut; }
  Missing missing() const override { return Missing::kGap; }

 protected:
  ImVec2 measure_chart(Ui& ui, float width) override;
  // From 0, or the ten below the lowest value, to 100.
  void draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) override;

 private:
  struct Plot;
  std::size_t series() const { return colors.size(); }
  void draw_row(Ui& ui, const Plot& plot, std::size_t row, float top);
  void draw_dots(Ui& ui, const Plot& plot, std::size_t row, float middle);
  std::string_view name_of(Ui& ui, std::size_t row) const;
};

// A sparkline for a row of a list, which tells its figures itself: the dots of `values` on one
// horizontal line that starts at `from` and is `width` CSS pixels long. NaN values are skipped.
void draw_dot_strip(Ui& ui, ImVec2 from, float width, std::span<const double> values, double min,
                    double max, Color color);

}  // namespace tablero
