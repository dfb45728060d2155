// Lines on common axes, each with its name at its end. A value that is not known is a gap; a line
// with more points than the chart is wide is reduced without a visible difference (reduce.h).
#pragma once

#include "base/list.h"
#include "charts/axis.h"
#include "charts/chart.h"

namespace tablero {

inline constexpr std::size_t kMaxLines = 12;

// Keeps memory between frames.
struct LineScratch {
  List<double> x, y;
  List<std::size_t> kept;
};

// Its table has a row per point, those of a line one after the other with ascending x. The last
// point's note ends the name of the line. A mark is a line: its first row.
class LineChart : public Chart {
 public:
  LineChart(const Table& table, Leads leads, LineScratch& scratch)
      : Chart(table, leads), scratch_(scratch) {}

  std::size_t line = 0, x = 1, y = 2;  // columns: the line's word, and the point
  std::span<const Look> looks;         // per line; the first kMaxLines are drawn
  bool steps = false;  // step interpolation: a value holds until the next (counts that only grow)

  Keyboard keyboard() const override { return Keyboard::kMarks; }
  Missing missing() const override { return Missing::kGap; }

 protected:
  ImVec2 measure_chart(Ui& ui, float width) override;
  // y starts at zero.
  void draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) override;

 private:
  struct Plot {
    ImVec2 pos;
    float base;
    LinearScale x, y;
  };
  struct Series {
    std::size_t first = 0, end = 0;  // rows
    std::size_t known = 0;           // one past the last row with a value
    float top = 0;                   // of the name
  };
  void find_lines();
  void lay_out(Ui& ui, ImVec2 pos, ImVec2 size);
  void place_labels(Ui& ui);
  void draw_axes(Ui& ui);
  void draw_series(Ui& ui, std::size_t index, bool focused);
  void draw_one(Ui& ui, std::size_t index);
  void draw_nearest(Ui& ui);
  ImVec2 place(std::size_t row) const;

  LineScratch& scratch_;
  Plot plot_{};
  Series lines_[kMaxLines];
  std::size_t count_ = 0;
};

}  // namespace tablero
