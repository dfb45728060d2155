// What a chart owes its reader, as a type: a kind that lacks a part does not compile. Its figures
// are a Table, which cannot be without a sentence (model/table.h): marks, their names and the CSV
// all come from it. An object is made for one frame, borrows its table and keeps nothing; what a
// press does is up to the view.
#pragma once

#include <string_view>

#include "model/table.h"
#include "ui/shown_chart.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace tablero {

// The mark that was pressed: its row in the chart's table, -1 when none was. In a legend, where a
// word stands for all its marks, also the word's column.
struct ChartMark {
  int row = -1, column = -1;

  explicit operator bool() const { return row >= 0; }
  std::size_t at() const { return static_cast<std::size_t>(row); }
};

// How the mark of a row looks in this frame; what is left out is as usual.
struct Look {
  Color color = 0;  // 0: the main data color
  bool selected = false;
  bool dimmed = false;
};

class Chart {
 public:
  // `table` must outlive the frame. `leads`: what a press on a mark does.
  Chart(const Table& table, Leads leads) : table_(table), leads_(leads) {}
  Chart(const Table&&, Leads) = delete;
  virtual ~Chart() = default;
  Chart(const Chart&) = delete;
  Chart& operator=(const Chart&) = delete;

  float width = 0;   // CSS pixels; 0: what is left of the line
  float height = 0;  // design pixels; 0: as high as its kind usually is

  const Table& table() const { return table_; }
  Leads leads() const { return leads_; }

  // Draws it at the cursor: its node with the sentence, its marks, and room for them.
  [[nodiscard]] ChartMark draw(Ui& ui);

  // What each kind has to say.
  virtual Keyboard keyboard() const = 0;
  virtual Missing missing() const = 0;

 protected:
  // The size of the chart drawn over `width`, CSS pixels.
  virtual ImVec2 measure_chart(Ui& ui, float width) = 0;
  // Draws into the rectangle and calls mark() for everything that stands for a row.
  virtual void draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) = 0;
  // What stands below the chart and is not part of its picture for readers.
  virtual void draw_legend(Ui& /*ui*/) {}
  // The chart's own node.
  virtual Role role() const { return Role::kImage; }
  virtual NodeDetail detail() const { return {}; }

  // The mark of a row: a node called `name` that the keyboard reaches as keyboard() says. `part`
  // tells several targets of a row apart.
  Press target(Ui& ui, std::size_t row, ImVec2 min, ImVec2 max, std::string_view name,
               NodeDetail detail = {}, int part = 0);
  // The same with a tooltip that says what is read out.
  Press mark(Ui& ui, std::size_t row, ImVec2 min, ImVec2 max, std::string_view name,
             NodeDetail detail = {}, int part = 0);
  // The node of a row without a place of its own, such as a line through the whole chart: without
  // press and tooltip, whatever keyboard() says.
  void read_out(Ui& ui, std::size_t row, const Rect& rect, std::string_view name);
  // "`label`: figure (note)": a row by the cells of two columns.
  std::string_view row_name(Ui& ui, std::size_t row, std::size_t label, std::size_t value) const;
  void pressed(ChartMark mark) { pressed_ = mark; }

 private:
  const Table& table_;
  Leads leads_;
  ChartMark pressed_;
};

// The look of a row; the usual one when none is given.
inline Look look_of(std::span<const Look> looks, std::size_t row) {
  return row < looks.size() ? looks[row] : Look{};
}

// The color of a mark on the present theme: its own or the main one, changed by what it looks like.
Color fill_of(const Ui& ui, const Look& look, bool hovered);

// Whether the figure is only a lower bound, so that its mark has no sharp end.
bool open_ended(Qualifier q);

// Hatching at 45 degrees for "no data", clipped to the rectangle.
void draw_hatch(ImDrawList* list, ImVec2 min, ImVec2 max, Color color, float spacing);

}  // namespace tablero
