// Horizontal bars: one row per mark with its label, the bar and its figure at the end. For rankings
// and categories with long names. On narrow charts the label stands above its bar.
#pragma once

#include "charts/chart.h"

namespace tablero {

// Rows that lead nowhere are read out and cannot be pressed.
class RowBars : public Chart {
 public:
  using Chart::Chart;

  std::size_t label = 0, value = 1;  // columns
  std::span<const Look> looks;       // per row
  double max = 0;                    // value of a full bar; 0: the largest one
  double threshold = 0;              // > 0: a dashed line at this value
  float label_width = 200;           // design pixels; wider labels are cut and shown whole on hover

  Keyboard keyboard() const override {
    return leads() == Leads::kNowhere ? Keyboard::kReadOut : Keyboard::kMarks;
  }
  Missing missing() const override { return Missing::kHatched; }

 protected:
  ImVec2 measure_chart(Ui& ui, float width) override;
  void draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) override;

 private:
  void draw_row(Ui& ui, std::size_t row, const Press& press);
  void draw_bar(Ui& ui, const Cell& cell, const Look& look, const Press& press, ImVec2 from,
                ImVec2 to);
  void draw_threshold(Ui& ui, ImVec2 pos);

  struct Layout {
    float row, bar_height;
    float bar_left, bar_width;  // of the longest possible bar
    bool stacked;               // label above the bar
    double max;
    int rows;  // marked
  } layout_{};
};

}  // namespace tablero
