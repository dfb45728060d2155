// A month as a calendar, Monday first; days with events are filled and can be pressed.
#pragma once

#include "charts/chart.h"
#include "data/date.h"

namespace tablero {

// Its table has a row for each day of one month that has something, ascending; at least one.
class Calendar : public Chart {
 public:
  using Chart::Chart;

  std::size_t day = 0, value = 1;  // columns

  Keyboard keyboard() const override { return Keyboard::kMarks; }
  Missing missing() const override { return Missing::kNever; }

 protected:
  ImVec2 measure_chart(Ui& ui, float width) override;
  void draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) override;
  Role role() const override { return Role::kGroup; }

 private:
  Date month() const { return table().at(0, day).date; }
  // Days of the last week of the month before.
  int lead() const { return weekday({month().year, month().month, 1}); }
  void draw_day(Ui& ui, std::size_t row, ImVec2 min, ImVec2 max);
};

}  // namespace tablero
