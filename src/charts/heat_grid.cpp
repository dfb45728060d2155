#include "charts/heat_grid.h"

#include <algorithm>
#include <cmath>

namespace tablero {

Color correlation_color(const Ui& ui, double value) {
  const Palette& c = ui.colors();
  const Color end = value >= 0 ? c.series[0] : c.series[1];
  return mix(c.section, end, static_cast<float>(std::min(std::fabs(value), 1.0)));
}

ImVec2 HeatGrid::measure_chart(Ui& ui, float width) {
  const auto rows = static_cast<float>(std::max<std::size_t>(table().size(), 1));
  label_ = ui.px(ui.narrow() ? 96 : 150);
  cell_ = std::min(ui.px(26), (width - label_) / rows);
  return {label_ + cell_ * rows, cell_ * rows + ui.px(4)};
}

void HeatGrid::draw_cell(Ui& ui, std::size_t row, std::size_t column, ImVec2 min) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Cell& cell = table().at(row, column);
  const ImVec2 max(min.x + cell_ - 1, min.y + cell_ - 1);
  NodeDetail detail;
  detail.position = static_cast<int>(column);
  const std::string_view name = table().columns()[column].name;
  ui.sem.add(ImGui::GetID(static_cast<int>(column)), Role::kCell,
             ui.text.join({name, " ", cell.text}), to_rect(min, max), detail);
  if (cell.known()) {
    list->AddRectFilled(min, max, correlation_color(ui, cell.value), ui.px(2));
  } else {
    const ImVec2 middle = (min + max) * 0.5f;
    list->AddLine({middle.x - ui.px(3), middle.y}, {middle.x + ui.px(3), middle.y},
                  ui.colors().muted);
  }
  if (ImGui::IsWindowHovered() &&
      to_rect(min, max).contains(ImGui::GetMousePos().x, ImGui::GetMousePos().y)) {
    list->AddRect(min, max, ui.colors().text, ui.px(2));
    tooltip(ui, ui.text.join({table().at(row, 0).text, " · ", name, ": ", cell.text}));
  }
}

void HeatGrid::draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) {
  for (std::size_t row = 0; row < table().size(); ++row) {
    const float top = pos.y + cell_ * static_cast<float>(row);
    const std::string_view name = table().at(row, 0).text;
    draw_text_cut(ui, ImGui::GetWindowDrawList(),
                  {pos.x, top + (cell_ - ui.font_size(TextStyle::kTiny)) * 0.5f}, TextStyle::kTiny,
                  ui.colors().muted, name, label_ - ui.px(8));
    ImGui::PushID(static_cast<int>(row));
    ui.sem.push(ui_id("row"), Role::kRow, name, {pos.x, top, size.x, cell_});
    for (std::size_t c = 1; c < table().columns().size(); ++c) {
      draw_cell(ui, row, c, {pos.x + label_ + cell_ * static_cast<float>(c - 1), top});
    }
    ui.sem.pop();
    ImGui::PopID();
  }
}

}  // namespace tablero
