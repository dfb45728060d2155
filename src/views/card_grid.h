// Virtualized grid of cards with individual heights: only the visible ones are submitted (and one
// screen above and below, so that keyboard focus can move on). Heights are measured once per
// layout.
#pragma once

#include <imgui.h>

#include <cstdint>

#include "base/list.h"
#include "ui/ui.h"

namespace tablero {

class CardGrid {
 public:
  // Cache key: what heights depend on besides width and text size (data, filters, language).
  struct Key {
    std::uint32_t data = 0, filter = 0, extra = 0;
    bool operator==(const Key&) const = default;
  };

  // Lays out `count` cards in columns of at least `min_width` design pixels, at most `max_columns`,
  // over the remaining width. `height`(i, width) returns a card's height in CSS pixels; it is only
  // called when something changed.
  template <class Height>
  void layout(Ui& ui, Key key, int count, float min_width, int max_columns, float gap,
              Height height) {
    if (!changed(ui, key, count, min_width, max_columns, gap)) return;
    const TextArena::Mark mark = ui.text.mark();
    float y = 0;
    for (int first = 0; first < count_; first += columns_) {
      float row = 0;
      for (int i = first; i < first + columns_ && i < count_; ++i) {
        const float h = height(i, column_width_);
        row = h > row ? h : row;
        ui.text.rewind(mark);
      }
      tops_.push_back(y);
      y += row + gap_;
    }
    tops_.push_back(y);
  }

  // Calls `draw`(i, min, size) for the cards near the visible part and moves the cursor below the
  // grid.
  template <class Draw>
  void draw(Ui& ui, Draw draw_card) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const int rows = static_cast<int>(tops_.size()) - 1;
    for (int row = first_row(ui, start.y); row < rows; ++row) {
      const float top = tops_[static_cast<std::size_t>(row)];
      // Always at least two rows, as the first may be a heading: the Tab key must reach what
      // follows, however far away it is.
      if (row > 1 && start.y + top > last_y(ui)) break;
      const float height = tops_[static_cast<std::size_t>(row) + 1] - top - gap_;
      for (int c = 0; c < columns_ && row * columns_ + c < count_; ++c) {
        const float x = start.x + static_cast<float>(c) * (column_width_ + gap_);
        draw_card(row * columns_ + c, ImVec2(x, start.y + top), ImVec2(column_width_, height));
      }
    }
    finish(start);
  }

  // Distance of card `i` from the grid's top, CSS pixels.
  float top_of(int i) const { return tops_[static_cast<std::size_t>(i / columns_)]; }

 private:
  bool changed(Ui& ui, Key key, int count, float min_width, int max_columns, float gap);
  int first_row(const Ui& ui, float start_y) const;
  static float last_y(const Ui& ui);
  void finish(ImVec2 start) const;

  Key key_;
  float width_ = -1, scale_ = 0;
  bool coarse_ = false;
  int count_ = 0, columns_ = 1;
  float column_width_ = 0, gap_ = 0;
  List<float> tops_;  // of each row from the grid's top, and the end
};

}  // namespace tablero
