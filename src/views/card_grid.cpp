#include "views/card_grid.h"

#include <algorithm>

namespace tablero {

bool CardGrid::changed(Ui& ui, Key key, int count, float min_width, int max_columns, float gap) {
  const float width = ImGui::GetContentRegionAvail().x;
  const float scale = ui.environment.text_scale;
  if (key == key_ && count == count_ && width == width_ && scale == scale_ &&
      coarse_ == ui.environment.coarse_pointer) {
    return false;
  }
  key_ = key;
  count_ = count;
  width_ = width;
  scale_ = scale;
  coarse_ = ui.environment.coarse_pointer;
  gap_ = ui.px(gap);
  columns_ =
      std::clamp(static_cast<int>((width + gap_) / (ui.px(min_width) + gap_)), 1, max_columns);
  column_width_ = (width - gap_ * static_cast<float>(columns_ - 1)) / static_cast<float>(columns_);
  tops_.clear();
  return true;
}

int CardGrid::first_row(const Ui& ui, float start_y) const {
  const float y = ImGui::GetWindowDrawList()->GetClipRectMin().y - ui.size.y - start_y;
  const auto after = std::upper_bound(tops_.begin(), tops_.end(), y);
  // Never past the last row: a list without items would be empty for screen readers.
  return std::clamp(static_cast<int>(after - tops_.begin()) - 1, 0,
                    std::max(static_cast<int>(tops_.size()) - 2, 0));
}

float CardGrid::last_y(const Ui& ui) {
  return ImGui::GetWindowDrawList()->GetClipRectMax().y + ui.size.y;
}

void CardGrid::finish(ImVec2 start) const {
  const float height = tops_.empty() ? 0 : tops_.back();
  ImGui::SetCursorScreenPos(start);
  ImGui::Dummy({width_, height});
}

}  // namespace tablero
