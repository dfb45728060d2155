// Pen: lays out cards and rows at positions computed by the caller, for virtualized lists (only
// what is visible is submitted). The same function measures (draw = false) and draws, so that the
// heights always agree.
#pragma once

#include <imgui.h>

#include <string_view>

#include "ui/icons.h"
#include "ui/ui.h"

namespace tablero {

class Pen {
 public:
  // Starts at `pos` with `width` CSS pixels; with `draw` false nothing is drawn or recorded.
  Pen(Ui& ui, ImVec2 pos, float width, bool draw);

  float x() const { return left_; }
  float y() const { return y_; }
  float width() const { return width_; }
  bool drawing() const { return draw_; }
  // Height used so far.
  float height() const { return y_ - top_; }

  // Wrapped text over the width, with a semantics node.
  void text(TextStyle style, Color color, std::string_view text);
  void heading(TextStyle style, int level, std::string_view text);
  // Empty space of `design` pixels.
  void gap(float design);
  // A thin rule over the width.
  void rule();
  // Narrows what follows by `design` pixels on the left (negative: back).
  void indent(float design);

  // Items of a line that wraps: words in a tinted pill, links, buttons. end_line() closes the line.
  void tag(std::string_view text, Color fill, Color ink);
  void word(TextStyle style, Color color, std::string_view text);
  void link(std::string_view id, std::string_view text, std::string_view url);
  bool text_button(std::string_view id, std::string_view text);
  // A pill that toggles a filter; `selected` shows its state. True when pressed.
  bool tag_button(std::string_view id, std::string_view text, std::string_view name, Color fill,
                  Color ink, bool selected);
  void end_line();

 private:
  ImVec2 place(float width, float height);
  void note(Role role, int level, std::string_view text, ImVec2 pos, ImVec2 size);

  Ui& ui_;
  ImDrawList* list_;
  float left_, top_, width_, y_;
  bool draw_;
  float line_x_ = 0, line_height_ = 0;
  bool in_line_ = false;
};

}  // namespace tablero
