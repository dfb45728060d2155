#include "charts/heat_grid.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace tablero {

Color correlation_color(const Ui& ui, double value) {
  const Palette& c = ui.colors();
  const Color end = value >= 0 ? c.series[0] : c.series[1];
  return mix(c.section, end, static_cast<float>(std::min(std::fabs(value), 1.0)));
}

HeatGridHover draw_heat_grid(Ui& ui, const HeatGrid& grid) {
  HeatGridHover hover;
  const std::size_t n = grid.labels.size();
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float label_width = ui.px(ui.narrow() ? 96 : 150);
  const float cell =
      std::min(ui.px(26), (width - label_width) / static_cast<float>(std::max<std::size_t>(n, 1)));
  const float side = cell * static_cast<float>(n);
  ImGui::Dummy({label_width + side, side + ui.px(4)});
  ui.sem.push(ui_id(grid.id), Role::kTable, grid.name,
              {start.x, start.y, label_width + side, side});
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 origin(start.x + label_width, start.y);
  const ImVec2 mouse = ImGui::GetMousePos();
  for (std::size_t r = 0; r < n; ++r) {
    const float top = origin.y + cell * static_cast<float>(r);
    draw_text_cut(ui, list, {start.x, top + (cell - ui.font_size(TextStyle::kTiny)) * 0.5f},
                  TextStyle::kTiny, ui.colors().muted, grid.labels[r], label_width - ui.px(8));
    ui.sem.push(ui_id(grid.id) + static_cast<std::uint32_t>(r + 1) * 2654435761u, Role::kRow,
                grid.labels[r], {start.x, top, label_width + side, cell});
    for (std::size_t k = 0; k < n; ++k) {
      const double v = grid.values[r * n + k];
      const ImVec2 min(origin.x + cell * static_cast<float>(k), top);
      const ImVec2 max(min.x + cell - 1, min.y + cell - 1);
      NodeDetail detail;
      detail.position = static_cast<int>(k) + 1;
      ui.sem.add(ui_id(grid.id) + static_cast<std::uint32_t>(r * n + k + 7) * 40503u, Role::kCell,
                 ui.text.join({grid.labels[k], " ", ui.number(v, 2)}), to_rect(min, max), detail);
      if (std::isnan(v)) {
        const ImVec2 middle((min.x + max.x) * 0.5f, (min.y + max.y) * 0.5f);
        list->AddLine({middle.x - ui.px(3), middle.y}, {middle.x + ui.px(3), middle.y},
                      ui.colors().muted);
      } else {
        list->AddRectFilled(min, max, correlation_color(ui, v), ui.px(2));
      }
      if (ImGui::IsWindowHovered() && ImRect(min, max).Contains(mouse)) {
        hover = {static_cast<int>(r), static_cast<int>(k)};
        list->AddRect(min, max, ui.colors().text, ui.px(2));
      }
    }
    ui.sem.pop();
  }
  ui.sem.pop();
  return hover;
}

}  // namespace tablero
