// Slope chart: the same things on two or more upright axes with one scale, joined by lines. A
// missing value breaks the line and is named in the line's name.
#pragma once

#include "charts/chart.h"

namespace tablero {

inline constexpr std::size_t kMaxSlopes = 16, kMaxSlopeAxes = 8;

// Its table has a row per line: its name, and a column per axis. The first kMaxSlopes and
// kMaxSlopeAxes of them are drawn.
class Slope : public Chart {
 public:
  using Chart::Chart;

  std::span<const Color> colors;  // one per line

  Keyboard keyboard() const override { return Keyboard::kMarks; }
  Missing missing() const override { return Missing::kGap; }

 protected:
  ImVec2 measure_chart(Ui& ui, float width) override;
  // Names and figures are drawn beside the first and the last axis, only figures at those between,
  // each only where it overlaps no other; the tooltip has all of them.
  void draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) override;

 private:
  struct Plot;
  std::size_t axes() const;
  std::size_t lines() const;
  const Cell& cell(std::size_t line, std::size_t axis) const { return table().at(line, axis + 1); }
  Plot lay_out(Ui& ui, ImVec2 pos, ImVec2 size) const;
  void draw_axes(Ui& ui, const Plot& plot);
  void draw_line(Ui& ui, const Plot& plot, std::size_t line, bool focused);
  void draw_figures(Ui& ui, const Plot& plot);
  std::string_view name_of(Ui& ui, std::size_t line) const;
};

}  // namespace tablero
