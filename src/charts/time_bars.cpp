#include "charts/time_bars.h"

#include <algorithm>
#include <cmath>

#include "charts/axis.h"

namespace tablero {
namespace {

int month_number(Date d) { return d.year * 12 + std::max<int>(d.month, 1) - 1; }

}  // namespace

struct TimeBars::Plot {
  ImVec2 pos;
  float width, base;
  LinearScale x, y;
};

ImVec2 TimeBars::measure_chart(Ui& ui, float width) {
  return {width, ui.px(height > 0 ? height : 120)};
}

void TimeBars::draw_axis(Ui& ui, const Plot& p) {
  const Palette& c = ui.colors();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddLine({p.pos.x, p.base + 0.5f}, {p.pos.x + p.width, p.base + 0.5f}, c.outline);
  const TimeTicks ticks =
      time_ticks(table().at(0, month).date, table().at(table().size() - 1, month).date,
                 std::max(static_cast<int>(p.width / ui.px(64)), 1));
  LabelLine line(ui.px(10));
  for (int i = 0; i < ticks.count; ++i) {
    const float x = p.x.at(month_number(ticks.dates[i]));
    list->AddLine({x, p.base}, {x, p.base + ui.px(5)}, c.outline);
    Date date = ticks.dates[i];
    if (date.month == 1) date.month = 0;
    const std::string_view text = format_date_short(ui.text, ui.strings, date);
    const float width = measure(ui, TextStyle::kTiny, text).x;
    const float left =
        std::clamp(x - width * 0.5f, p.pos.x, std::max(p.pos.x + p.width - width, p.pos.x));
    if (line.fits(left, width)) {
      draw_text(ui, list, {left, p.base + ui.px(7)}, TextStyle::kTiny, c.muted, text);
    }
  }
}

void TimeBars::draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) {
  if (table().empty()) return;
  const std::size_t count = table().size();
  Plot p{};
  p.pos = pos;
  p.width = size.x;
  p.base = pos.y + size.y - ui.line_height(TextStyle::kTiny) - ui.px(8);
  double top = 1;
  for (std::size_t row = 0; row < count; ++row) top = std::fmax(top, table().at(row, value).value);
  p.x = {static_cast<double>(month_number(table().at(0, month).date)),
         static_cast<double>(month_number(table().at(count - 1, month).date)), pos.x + ui.px(12),
         pos.x + size.x - ui.px(12)};
  p.y = {0, top, p.base, pos.y + ui.line_height(TextStyle::kSmallStrong)};
  ImDrawList* list = ImGui::GetWindowDrawList();
  draw_axis(ui, p);
  const double months = std::max(p.x.max - p.x.min, 1.0);
  const float bar =
      std::clamp((p.x.to - p.x.from) / static_cast<float>(months) - 2, ui.px(3), ui.px(20));
  LabelLine labels(ui.px(4));
  for (std::size_t row = 0; row < count; ++row) {
    const Cell& cell = table().at(row, value);
    const float x = p.x.at(month_number(table().at(row, month).date));
    const float half = bar * 0.5f + 1;
    const Press press =
        mark(ui, row, {x - half, pos.y}, {x + half, p.base}, row_name(ui, row, month, value));
    if (!press.visible) continue;
    const int pale = row < hidden.size() ? hidden[row] : 0;
    const Color fill =
        press.hovered ? mix(ui.colors().primary, ui.colors().text, 0.2f) : ui.colors().primary;
    const float y_top = p.y.at(cell.value), y_live = p.y.at(cell.value - pale);
    list->AddRectFilled({x - bar * 0.5f, y_top}, {x + bar * 0.5f, p.base},
                        mix(fill, ui.colors().background, 0.75f), ui.px(2));
    if (cell.value > pale) {
      list->AddRectFilled({x - bar * 0.5f, y_live}, {x + bar * 0.5f, p.base}, fill, ui.px(2));
    }
    const float width = measure(ui, TextStyle::kTiny, cell.brief).x;
    if (labels.fits(x - width * 0.5f, width)) {
      draw_text(ui, list, {x - width * 0.5f, y_top - ui.font_size(TextStyle::kTiny) * 1.3f},
                TextStyle::kTiny, ui.colors().muted, cell.brief);
    }
    focus_ring(ui, press, ui.px(3));
  }
}

}  // namespace tablero
