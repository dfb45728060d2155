#include "charts/strip.h"

#include <algorithm>
#include <cmath>

#include "charts/axis.h"
#include "ui/widgets.h"

namespace tablero {
namespace {

void draw_mark(Ui& ui, ImDrawList* list, const Bar& mark, const Press& press, ImVec2 at) {
  const Palette& c = ui.colors();
  const float radius = ui.px(press.hovered ? 6.5f : 5.5f);
  if (open_ended(mark.qualifier)) {
    const float tip = ui.px(14);
    list->AddLine(at, {at.x + tip, at.y}, c.primary, 1.5f);
    list->AddTriangleFilled({at.x + tip, at.y - ui.px(3)}, {at.x + tip, at.y + ui.px(3)},
                            {at.x + tip + ui.px(4), at.y}, c.primary);
  }
  list->AddCircleFilled(at, radius + 1.5f, c.surface);
  if (mark.selected) {
    list->AddCircleFilled(at, radius, c.primary);
  } else {
    list->AddCircleFilled(at, radius, c.surface);
    list->AddCircle(at, radius, c.muted, 0, 1.5f);
  }
  focus_ring(ui, press, ui.px(6));
}

}  // namespace

int draw_strip(Ui& ui, const Strip& strip, float width) {
  const ImVec2 pos = ImGui::GetCursorScreenPos();
  const float line = ui.line_height(TextStyle::kTiny);
  const float height = ui.px(18) + 2 * line;
  const float y = pos.y + height * 0.5f;
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImGui::PushID(strip.id.data(), strip.id.data() + strip.id.size());
  ui.sem.push(ui_id("chart"), Role::kImage, strip.name, {pos.x, pos.y, width, height});
  double top = 1;
  for (const Bar& m : strip.marks) {
    if (m.value.known()) top = std::max(top, m.value.value);
  }
  const LinearScale x{0, top, pos.x + ui.px(8), pos.x + width - ui.px(30)};
  list->AddLine({pos.x, y}, {pos.x + width, y}, ui.colors().hairline, 2);
  list->AddLine({x.from, y - ui.px(5)}, {x.from, y + ui.px(5)}, ui.colors().outline);
  LabelLine above(ui.px(6)), below(ui.px(6));
  int pressed = -1;
  for (std::size_t i = 0; i < strip.marks.size(); ++i) {
    const Bar& mark = strip.marks[i];
    if (!mark.value.known()) continue;
    const ImVec2 at(x.at(mark.value.value), y);
    const float reach = ui.px(10);
    ImGui::PushID(static_cast<int>(mark.id));
    const Press press = pressable_at(ui, "mark", {at.x - reach, at.y - reach},
                                     {at.x + reach, at.y + reach}, Role::kButton, mark.name);
    ImGui::PopID();
    if (press.pressed) pressed = static_cast<int>(i);
    if (!press.visible) continue;
    draw_mark(ui, list, mark, press, at);
    const TextStyle style = TextStyle::kTiny;
    const float label = measure(ui, style, mark.figure).x;
    const float left =
        std::clamp(at.x - label * 0.5f, pos.x, std::max(pos.x + width - label, pos.x));
    LabelLine& row = mark.selected ? above : below;
    if (row.fits(left, label)) {
      draw_text(ui, list,
                {left, mark.selected ? pos.y : pos.y + height - ui.font_size(style) * 1.2f}, style,
                mark.selected ? ui.colors().text : ui.colors().muted, mark.figure);
    }
    if (press.hovered) tooltip(ui, mark.name);
  }
  ui.sem.pop();
  ImGui::PopID();
  ImGui::Dummy({width, height});
  return pressed;
}

}  // namespace tablero
