#include "charts/histogram.h"

#include <algorithm>
#include <cmath>

namespace tablero {

struct Histogram::Plot {
  float base, height, slot;
  double top;
};

ImVec2 Histogram::measure_chart(Ui& ui, float width) {
  return {width, ui.px(height > 0 ? height : 180)};
}

void Histogram::draw_bin(Ui& ui, const Plot& plot, const Press& press, std::size_t row) {
  const Palette& c = ui.colors();
  const Cell &from = table().at(row, bin), &cell = table().at(row, value);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float top =
      plot.base - plot.height * static_cast<float>(cell.value) / static_cast<float>(plot.top);
  const ImVec2 min(std::round(press.min.x) + 1, top), max(std::round(press.max.x), plot.base);
  if (!from.known()) {
    draw_hatch(list, min, max, c.hairline, ui.px(7));
  } else if (cell.value > 0) {
    list->AddRectFilled(min, max, press.hovered ? mix(c.primary, c.text, 0.12f) : c.primary);
  }
  const float center = (press.min.x + press.max.x) * 0.5f;
  const float width = measure(ui, TextStyle::kSmallStrong, cell.brief).x;
  draw_text(ui, list, {center - width * 0.5f, top - ui.line_height(TextStyle::kSmall)},
            TextStyle::kSmallStrong, cell.value > 0 ? c.text : c.muted, cell.brief);
  const float label_width = std::min(measure(ui, TextStyle::kSmall, from.brief).x, plot.slot);
  draw_text_cut(ui, list, {center - label_width * 0.5f, plot.base + ui.px(7)}, TextStyle::kSmall,
                c.muted, from.brief, plot.slot);
  focus_ring(ui, press, ui.px(3));
}

void Histogram::draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) {
  Plot plot{pos.y + size.y - ui.px(30), size.y - ui.px(58), 0, 1};
  int slots = 0;
  float apart = 0;
  for (std::size_t row = 0; row < table().size(); ++row) {
    if (!table().row(row).marked) continue;
    ++slots;
    plot.top = std::fmax(plot.top, table().at(row, value).value);
    if (!table().at(row, bin).known()) apart = ui.px(18);
  }
  plot.slot = std::min((size.x - apart) / static_cast<float>(std::max(slots, 1)), ui.px(90));
  ImGui::GetWindowDrawList()->AddLine(
      {pos.x, plot.base}, {pos.x + plot.slot * static_cast<float>(slots) + apart, plot.base},
      ui.colors().outline);
  float x = pos.x;
  for (std::size_t row = 0; row < table().size(); ++row) {
    if (!table().row(row).marked) continue;
    if (!table().at(row, bin).known()) x += apart;
    const Press press =
        mark(ui, row, {x, pos.y}, {x + plot.slot, pos.y + size.y}, row_name(ui, row, bin, value));
    if (press.visible) draw_bin(ui, plot, press, row);
    x += plot.slot;
  }
}

}  // namespace tablero
