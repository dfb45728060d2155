// The heat-shaded table of one snapshot: sticky place and model, sortable headers, a card per cell,
// and a cell cursor for the keyboard, as a roving tabindex (arrows, Home and End along the row,
// page keys, Enter opens the card).
#pragma once

#include "model/leaderboard/rows.h"
#include "views/view_context.h"

struct ImRect;

namespace tablero {

class LeaderboardTable {
 public:
  // Draws over the remaining width, `height` CSS pixels tall at most.
  void draw(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows,
            float height);

 private:
  struct Cell;
  bool under_pointer(const ImRect& rect, int column) const;
  void row(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows, int index);
  void cell(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows, int index,
            int column);
  void draw_value(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows,
                  const Cell& at, std::string_view text);
  std::string_view cell_text(ViewContext& context, const ScoreTable& table,
                             const LeaderboardRows& rows, const Cell& at, bool spoken);
  void move_cursor(ViewContext& context, const LeaderboardRows& rows, int page);
  void keep_cursor_visible(ViewContext& context);
  void open_card(ViewContext& context, const ScoreTable& table, const LeaderboardRows& rows);

  int cursor_row_ = 0, cursor_column_ = 1;
  bool scroll_to_cursor_ = false, announce_ = false, open_card_ = false;
  bool cursor_focused_ = false;
  float frozen_width_ = 0, frozen_height_ = 0;
  std::uint32_t card_model_ = 0;
  int card_column_ = 1;
};

}  // namespace tablero
