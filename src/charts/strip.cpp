#include "charts/strip.h"

#include <algorithm>
#include <cmath>

#include "charts/axis.h"

namespace tablero {

ImVec2 Strip::measure_chart(Ui& ui, float width) {
  return {width, ui.px(18) + 2 * ui.line_height(TextStyle::kTiny)};
}

void Strip::draw_dot(Ui& ui, const Cell& cell, bool shown, const Press& press, ImVec2 at) {
  const Palette& c = ui.colors();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float radius = ui.px(press.hovered ? 6.5f : 5.5f);
  if (open_ended(cell.qualifier)) {
    const float tip = ui.px(14);
    list->AddLine(at, {at.x + tip, at.y}, c.primary, 1.5f);
    list->AddTriangleFilled({at.x + tip, at.y - ui.px(3)}, {at.x + tip, at.y + ui.px(3)},
                            {at.x + tip + ui.px(4), at.y}, c.primary);
  }
  list->AddCircleFilled(at, radius + 1.5f, c.surface);
  if (shown) {
    list->AddCircleFilled(at, radius, c.primary);
  } else {
    list->AddCircleFilled(at, radius, c.surface);
    list->AddCircle(at, radius, c.muted, 0, 1.5f);
  }
  focus_ring(ui, press, ui.px(6));
}

void Strip::draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) {
  const float y = pos.y + size.y * 0.5f;
  ImDrawList* list = ImGui::GetWindowDrawList();
  double top = 1;
  for (std::size_t row = 0; row < table().size(); ++row) {
    top = std::fmax(top, table().at(row, value).value);
  }
  const LinearScale x{0, top, pos.x + ui.px(8), pos.x + size.x - ui.px(30)};
  list->AddLine({pos.x, y}, {pos.x + size.x, y}, ui.colors().hairline, 2);
  list->AddLine({x.from, y - ui.px(5)}, {x.from, y + ui.px(5)}, ui.colors().outline);
  LabelLine above(ui.px(6)), below(ui.px(6));
  for (std::size_t row = 0; row < table().size(); ++row) {
    const Cell& cell = table().at(row, value);
    if (!cell.known()) continue;
    const bool shown = look_of(looks, row).selected;
    const ImVec2 at(x.at(cell.value), y);
    const float reach = ui.px(10);
    const Press press = mark(ui, row, {at.x - reach, at.y - reach}, {at.x + reach, at.y + reach},
                             row_name(ui, row, label, value));
    if (!press.visible) continue;
    draw_dot(ui, cell, shown, press, at);
    const TextStyle style = TextStyle::kTiny;
    const float wide = measure(ui, style, cell.brief).x;
    const float left =
        std::clamp(at.x - wide * 0.5f, pos.x, std::max(pos.x + size.x - wide, pos.x));
    LabelLine& line = shown ? above : below;
    if (line.fits(left, wide)) {
      draw_text(ui, list, {left, shown ? pos.y : pos.y + size.y - ui.font_size(style) * 1.2f},
                style, shown ? ui.colors().text : ui.colors().muted, cell.brief);
    }
  }
}

}  // namespace tablero
