#include "charts/small_multiples.h"

#include <algorithm>
#include <cmath>

#include "charts/motion.h"

namespace tablero {

ImVec2 SmallMultiples::measure_chart(Ui& ui, float width) {
  Layout& l = layout_;
  l.gap = ui.px(20);
  l.across = std::max(static_cast<int>((width + l.gap) / (ui.px(panel_width) + l.gap)), 1);
  l.panel = (width - l.gap * static_cast<float>(l.across - 1)) / static_cast<float>(l.across);
  l.title = ui.line_height(TextStyle::kSmall) + ui.line_height(TextStyle::kTiny);
  l.foot = ui.line_height(TextStyle::kTiny) + ui.px(3);
  l.plot_height = ui.px(panel_height);
  l.tall = l.title + l.plot_height + l.foot + ui.px(14);
  l.slot = l.panel / static_cast<float>(bars());
  l.bar = std::min(l.slot * 0.7f, ui.px(28));
  l.top = 0;
  for (std::size_t row = 0; row < table().size(); ++row) {
    l.top = std::fmax(l.top, table().at(row, value).value);
  }
  const int panels = static_cast<int>(table().size() / bars());
  const int lines = (panels + l.across - 1) / l.across;
  return {width, l.tall * static_cast<float>(lines)};
}

void SmallMultiples::draw_bar(Ui& ui, std::size_t row, const Press& press, float base) {
  const Palette& c = ui.colors();
  const Layout& l = layout_;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Cell& cell = table().at(row, value);
  const float center = (press.min.x + press.max.x) * 0.5f;
  const float left = std::round(center - l.bar * 0.5f), right = left + std::round(l.bar);
  Color fill = fill_of(ui, look_of(looks, row / bars()), false);
  if (press.hovered || press.focused) fill = mix(fill, c.text, 0.15f);
  if (!cell.known()) {
    draw_hatch(list, {left, base - ui.px(12)}, {right, base}, c.hairline, ui.px(5));
  } else {
    const float wanted =
        l.plot_height * static_cast<float>(cell.value) / static_cast<float>(std::max(l.top, 1.0));
    const float top = base - glide(ui, press.id, wanted);
    if (cell.value > 0) {
      list->AddRectFilled({left, top}, {right, base}, fill, ui.px(2), ImDrawFlags_RoundCornersTop);
    }
    const float width = measure(ui, TextStyle::kTiny, cell.brief).x;
    draw_text(ui, list, {center - width * 0.5f, top - ui.line_height(TextStyle::kTiny)},
              TextStyle::kTiny, cell.value > 0 ? c.text : c.muted, cell.brief);
  }
  const std::string_view column = table().at(row, bar).text;
  const float width = measure(ui, TextStyle::kTiny, column).x;
  if (width <= l.slot) {
    draw_text(ui, list, {center - width * 0.5f, base + ui.px(3)}, TextStyle::kTiny, c.muted,
              column);
  }
  focus_ring(ui, press, ui.px(3));
}

void SmallMultiples::draw_panel(Ui& ui, std::size_t first, ImVec2 min) {
  const Layout& l = layout_;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float base = std::round(min.y + l.title + l.plot_height) + 0.5f;
  const std::string_view name = table().at(first, panel).text;
  draw_text_cut(ui, list, min, TextStyle::kSmallStrong, ui.colors().text, name, l.panel);
  list->AddLine({min.x, base}, {min.x + l.panel, base}, ui.colors().outline);
  for (std::size_t i = 0; i < bars(); ++i) {
    const std::size_t row = first + i;
    const float x = min.x + l.slot * static_cast<float>(i);
    const Press press = mark(
        ui, row, {x, min.y + ui.line_height(TextStyle::kSmall)}, {x + l.slot, base + l.foot},
        ui.text.join({name, ", ", table().at(row, bar).text, ": ", table().at(row, value).text}));
    if (press.visible) draw_bar(ui, row, press, base);
  }
}

void SmallMultiples::draw_marks(Ui& ui, ImVec2 pos, ImVec2 /*size*/) {
  const Layout& l = layout_;
  for (std::size_t first = 0; first + bars() <= table().size(); first += bars()) {
    const int at = static_cast<int>(first / bars()), line = at / l.across;
    draw_panel(ui, first,
               {pos.x + (l.panel + l.gap) * static_cast<float>(at % l.across),
                pos.y + l.tall * static_cast<float>(line)});
  }
}

}  // namespace tablero
