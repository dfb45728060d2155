#include "charts/bar_chart.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "charts/axis.h"
#include "charts/motion.h"

namespace tablero {

struct BarChart::Plot {
  ImDrawList* list;
  float left, right, top, base;
  float slot, bar;  // widths
  LinearScale y;
};

ImVec2 BarChart::measure_chart(Ui& ui, float width) {
  return {width, ui.px(height > 0 ? height : 220)};
}

void BarChart::draw_bar(Ui& ui, const Plot& plot, std::size_t row, float x) {
  const Palette& c = ui.colors();
  const Cell& cell = table().at(row, value);
  const Look look = look_of(looks, row);
  NodeDetail detail;
  detail.state = kStateToggle | (look.selected ? kStateChecked : 0u);
  const Press press =
      mark(ui, row, {x, plot.top - ui.px(40)}, {x + plot.slot, plot.base + ui.px(28)},
           row_name(ui, row, label, value), detail);
  if (!press.visible) return;
  const float x0 = std::round(x + (plot.slot - plot.bar) * 0.5f), x1 = x0 + std::round(plot.bar);
  float top = plot.base;
  if (cell.known()) {
    const Color fill = fill_of(ui, look, press.hovered);
    top = plot.base - glide(ui, press.id, plot.base - plot.y.at(cell.value));
    if (open_ended(cell.qualifier)) {
      const float fade = std::min(ui.px(26), (plot.base - top) * 0.5f);
      plot.list->AddRectFilled({x0, top + fade}, {x1, plot.base}, fill);
      const float over = ui.px(12);
      const Color clear = with_alpha(fill, 0);
      plot.list->AddRectFilledMultiColor({x0, top - over}, {x1, top + fade}, clear, clear, fill,
                                         fill);
      top -= over;
    } else {
      plot.list->AddRectFilled({x0, top}, {x1, plot.base}, fill, ui.px(4),
                               ImDrawFlags_RoundCornersTop);
    }
  } else {
    top = plot.base - ui.px(28);
    draw_hatch(plot.list, {x0, top}, {x1, plot.base}, c.hairline, ui.px(7));
  }
  const float center = (x0 + x1) * 0.5f;
  const TextStyle style = cell.known() ? TextStyle::kStrong : TextStyle::kTiny;
  const float width = std::min(measure(ui, style, cell.brief).x, plot.slot);
  draw_text_cut(ui, plot.list, {center - width * 0.5f, top - ui.line_height(style)}, style,
                cell.known() ? c.text : c.muted, cell.brief, plot.slot);
  const std::string_view name = table().at(row, label).text;
  const float label_width = std::min(measure(ui, TextStyle::kSmall, name).x, plot.slot);
  draw_text_cut(ui, plot.list, {center - label_width * 0.5f, plot.base + ui.px(8)},
                TextStyle::kSmall, c.muted, name, plot.slot);
  focus_ring(ui, press, ui.px(4));
}

void BarChart::draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) {
  double top = 1;
  for (std::size_t row = 0; row < table().size(); ++row) {
    top = std::fmax(top, table().at(row, value).value);
  }
  Plot plot{ImGui::GetWindowDrawList(),
            pos.x,
            pos.x + size.x,
            pos.y + ui.px(40),
            pos.y + size.y - ui.px(28),
            0,
            0,
            {}};
  plot.y = {0, top, plot.base, plot.top};
  plot.slot = size.x / std::max(static_cast<float>(table().size()), 1.0f);
  plot.bar = std::min(plot.slot * 0.6f, ui.px(96));
  const Ticks ticks = nice_ticks(0, plot.y.max, 4);
  for (int i = 0; i < ticks.count; ++i) {
    const float y = std::round(plot.y.at(ticks.values[i])) + 0.5f;
    plot.list->AddLine({plot.left, y}, {plot.right, y},
                       ticks.values[i] == 0 ? ui.colors().outline : ui.colors().hairline);
  }
  for (std::size_t row = 0; row < table().size(); ++row) {
    draw_bar(ui, plot, row, pos.x + plot.slot * static_cast<float>(row));
  }
}

}  // namespace tablero
