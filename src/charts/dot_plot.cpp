#include "charts/dot_plot.h"

#include <algorithm>
#include <cmath>

#include "charts/axis.h"

namespace tablero {
namespace {

constexpr float kRow = 28, kHead = 22;

void draw_scale(Ui& ui, const LinearScale& scale, float top, float bottom) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Ticks ticks = nice_ticks(scale.min, scale.max, 5);
  for (int i = 0; i < ticks.count; ++i) {
    if (ticks.values[i] < scale.min || ticks.values[i] > scale.max) continue;
    const float x = scale.at(ticks.values[i]);
    list->AddLine({x, top + ui.px(20)}, {x, bottom}, ui.colors().hairline);
    const std::string_view text = ui.number(ticks.values[i], 0);
    draw_text(ui, list, {x - measure(ui, TextStyle::kTiny, text).x * 0.5f, top}, TextStyle::kTiny,
              ui.colors().muted, text);
  }
}

// Each series has its own shape, so that color is not the only cue (WCAG 1.4.1).
void draw_dot(Ui& ui, ImDrawList* list, ImVec2 at, std::size_t series, Color color) {
  const float r = ui.px(5);
  switch (series) {
    case 0:
      list->AddCircleFilled(at, r, color);
      break;
    case 1:
      list->AddRectFilled({at.x - r * 0.85f, at.y - r * 0.85f},
                          {at.x + r * 0.85f, at.y + r * 0.85f}, color);
      break;
    case 2:
      list->AddTriangleFilled({at.x - r, at.y + r * 0.8f}, {at.x, at.y - r},
                              {at.x + r, at.y + r * 0.8f}, color);
      break;
    default:
      list->AddQuadFilled({at.x - r * 1.1f, at.y}, {at.x, at.y - r * 1.1f}, {at.x + r * 1.1f, at.y},
                          {at.x, at.y + r * 1.1f}, color);
      break;
  }
}

}  // namespace

struct DotPlot::Plot {
  ImVec2 pos;
  float width, label, figure;
  LinearScale scale;
};

ImVec2 DotPlot::measure_chart(Ui& ui, float width) {
  return {width, ui.px(kHead) + ui.px(kRow) * static_cast<float>(table().size()) + ui.px(6)};
}

std::string_view DotPlot::name_of(Ui& ui, std::size_t row) const {
  std::string_view name = table().at(row, 0).text;
  for (std::size_t s = 1; s <= series() + 1; ++s) {
    const Cell& cell = table().at(row, s);
    if (s > series() && !cell.known()) break;
    name = ui.text.join({name, s == 1 ? ": " : "; ", table().columns()[s].name, " ", cell.text});
  }
  return name;
}

void DotPlot::draw_dots(Ui& ui, const Plot& plot, std::size_t row, float middle) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  double low = table().at(row, 1).value, high = low;
  for (std::size_t s = 1; s <= series(); ++s) {
    low = std::fmin(low, table().at(row, s).value);
    high = std::fmax(high, table().at(row, s).value);
  }
  if (high > low) {
    list->AddLine({plot.scale.at(low), middle}, {plot.scale.at(high), middle}, ui.colors().outline,
                  ui.px(1.5f));
  }
  for (std::size_t s = series(); s-- > 0;) {
    const Cell& cell = table().at(row, s + 1);
    if (cell.known()) draw_dot(ui, list, {plot.scale.at(cell.value), middle}, s, colors[s]);
  }
}

void DotPlot::draw_row(Ui& ui, const Plot& plot, std::size_t row, float top) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float half_text = ui.font_size(TextStyle::kSmall) * 0.5f;
  const float middle = top + ui.px(kRow) * 0.5f;
  const Press press = mark(ui, row, {plot.pos.x, top}, {plot.pos.x + plot.width, top + ui.px(kRow)},
                           name_of(ui, row));
  if (press.hovered) list->AddRectFilled(press.min, press.max, ui.colors().raised, ui.px(4));
  draw_text_cut(ui, list, {plot.pos.x, middle - half_text}, TextStyle::kSmall, ui.colors().text,
                table().at(row, 0).text, plot.label);
  draw_dots(ui, plot, row, middle);
  const Cell& difference = table().at(row, series() + 1);
  if (!difference.known()) return;
  const float wide = measure(ui, TextStyle::kSmall, difference.brief).x;
  draw_text(ui, list, {plot.pos.x + plot.width - std::min(wide, plot.figure), middle - half_text},
            TextStyle::kSmall, ui.colors().muted, difference.brief);
}

void DotPlot::draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) {
  const bool narrow = size.x < ui.px(520);
  Plot plot{pos, size.x, ui.px(narrow ? 110 : 150), ui.px(narrow ? 96 : 120), {}};
  double low = 0;
  for (std::size_t row = 0; row < table().size(); ++row) {
    for (std::size_t s = 1; s <= series(); ++s) low = std::fmin(low, table().at(row, s).value);
  }
  plot.scale = {std::floor(low / 10) * 10, 100, pos.x + plot.label + ui.px(10),
                pos.x + size.x - plot.figure - ui.px(12)};
  draw_scale(ui, plot.scale, pos.y, pos.y + size.y);
  for (std::size_t row = 0; row < table().size(); ++row) {
    draw_row(ui, plot, row, pos.y + ui.px(kHead) + ui.px(kRow) * static_cast<float>(row));
  }
}

void draw_dot_strip(Ui& ui, ImVec2 from, float width, std::span<const double> values, double min,
                    double max, Color color) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const LinearScale scale{min, max, from.x, from.x + width};
  list->AddLine(from, {from.x + width, from.y}, ui.colors().hairline);
  for (double v : values) {
    if (!std::isnan(v))
      list->AddCircleFilled({scale.at(v), from.y}, ui.px(4), with_alpha(color, 0.55f));
  }
}

}  // namespace tablero
