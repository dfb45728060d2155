#include "charts/line_chart.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "charts/reduce.h"

namespace tablero {
namespace {

Color ink_of(const Ui& ui, const Look& look, bool focused) {
  return look.dimmed && !focused ? mix(look.color, ui.colors().background, 0.65f) : look.color;
}

}  // namespace

ImVec2 LineChart::measure_chart(Ui& ui, float width) {
  return {width, ui.px(height > 0 ? height : 240)};
}

void LineChart::find_lines() {
  count_ = 0;
  for (std::size_t row = 0; row < table().size() && count_ < kMaxLines;) {
    Series& one = lines_[count_++];
    one.first = row;
    one.end = one.known = row += table().run(row, line);
    while (one.known > one.first && !table().at(one.known - 1, y).known()) --one.known;
  }
}

ImVec2 LineChart::place(std::size_t row) const {
  return {plot_.x.at(table().at(row, x).value), plot_.y.at(table().at(row, y).value)};
}

void LineChart::lay_out(Ui& ui, ImVec2 pos, ImVec2 size) {
  find_lines();
  plot_.pos = pos;
  plot_.base = pos.y + size.y - ui.px(28);
  double right = 1, top = 1;
  float names = 0;
  for (std::size_t l = 0; l < count_; ++l) {
    const Series& one = lines_[l];
    right = std::max(right, table().at(one.end - 1, x).value);
    for (std::size_t row = one.first; row < one.end; ++row) {
      top = std::fmax(top, table().at(row, y).value);
    }
    names =
        std::max(names, measure(ui, TextStyle::kSmallStrong, table().at(one.first, line).text).x);
  }
  const float axis = measure(ui, TextStyle::kTiny, ui.number(top, 0)).x + ui.px(10);
  plot_.x = {0, right, pos.x + axis, pos.x + size.x - names - ui.px(16)};
  plot_.y = {0, top, plot_.base, pos.y + ui.px(14)};
}

void LineChart::draw_axes(Ui& ui) {
  const Palette& c = ui.colors();
  const Plot& plot = plot_;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Ticks up = nice_ticks(0, plot.y.max, 4);
  for (int i = 0; i < up.count; ++i) {
    const float at = std::round(plot.y.at(up.values[i])) + 0.5f;
    list->AddLine({plot.x.from, at}, {plot.x.to, at}, up.values[i] == 0 ? c.outline : c.hairline);
    const std::string_view text = ui.number(up.values[i], 0);
    const float wide = measure(ui, TextStyle::kTiny, text).x;
    draw_text(ui, list, {plot.x.from - ui.px(8) - wide, at - ui.font_size(TextStyle::kTiny) * 0.6f},
              TextStyle::kTiny, c.muted, text);
  }
  const int room = std::max(static_cast<int>((plot.x.to - plot.x.from) / ui.px(56)), 2);
  const Ticks along = nice_ticks(plot.x.min, plot.x.max, std::min(room, kMaxTicks - 1));
  LabelLine labels(ui.px(10));
  for (int i = 0; i < along.count; ++i) {
    const float at = plot.x.at(along.values[i]);
    list->AddLine({at, plot.base}, {at, plot.base + ui.px(5)}, c.outline);
    const std::string_view text = ui.number(along.values[i], along.step < 1 ? 1 : 0);
    const float wide = measure(ui, TextStyle::kSmall, text).x;
    if (!labels.fits(at - wide * 0.5f, wide)) continue;
    draw_text(ui, list, {at - wide * 0.5f, plot.base + ui.px(8)}, TextStyle::kSmall, c.muted, text);
  }
}

// Places each line's name at its end, moved down as far as the names above need room.
void LineChart::place_labels(Ui& ui) {
  const float tall = ui.line_height(TextStyle::kSmall);
  std::array<std::size_t, kMaxLines> order{};
  for (std::size_t l = 0; l < count_; ++l) {
    Series& one = lines_[l];
    one.top = (one.known > one.first ? place(one.known - 1).y : plot_.base) - tall * 0.5f;
    order[l] = l;
    for (std::size_t k = l; k > 0 && lines_[order[k]].top < lines_[order[k - 1]].top; --k) {
      std::swap(order[k], order[k - 1]);
    }
  }
  float lowest = plot_.base - tall;
  for (std::size_t k = count_; k-- > 0; lowest -= tall) {
    float& top = lines_[order[k]].top;
    top = std::min(top, lowest);
    lowest = std::min(lowest, top);
  }
}

void LineChart::draw_series(Ui& ui, std::size_t index, bool focused) {
  const Series& one = lines_[index];
  const Look look = look_of(looks, index);
  LineScratch& points = scratch_;
  points.x.clear();
  points.y.clear();
  for (std::size_t row = one.first; row < one.end; ++row) {
    points.x.push_back(table().at(row, x).value);
    points.y.push_back(table().at(row, y).value);
  }
  const int columns = static_cast<int>((plot_.x.to - plot_.x.from) * ui.pixel_density.x);
  reduce_line({points.x.data(), points.x.size()}, {points.y.data(), points.y.size()}, plot_.x.min,
              plot_.x.max, columns, points.kept);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Color ink = ink_of(ui, look, focused);
  const float thickness = focused || look.selected ? 3.0f : 2.0f;
  for (std::size_t k = 0; k + 1 < points.kept.size(); ++k) {
    const std::size_t a = points.kept[k], b = points.kept[k + 1];
    if (std::isnan(points.y[a]) || std::isnan(points.y[b])) continue;
    const ImVec2 from = place(one.first + a), to = place(one.first + b);
    if (steps) {
      list->AddLine(from, {to.x, from.y}, ink, thickness);
      list->AddLine({to.x, from.y}, to, ink, thickness);
    } else {
      list->AddLine(from, to, ink, thickness);
    }
  }
}

void LineChart::draw_one(Ui& ui, std::size_t index) {
  const Series& one = lines_[index];
  const Look look = look_of(looks, index);
  const std::string_view label = table().at(one.first, line).text;
  const float left = (one.known > one.first ? place(one.known - 1).x : plot_.x.to) + ui.px(10);
  const float right = left + measure(ui, TextStyle::kSmallStrong, label).x + ui.px(4);
  NodeDetail detail;
  detail.state = kStateToggle | (look.selected ? kStateChecked : 0u);
  const std::string_view name = ui.text.join(
      {label, ": ", table().at(one.end - 1, y).text, ", ", table().row(one.end - 1).note});
  const Press press = mark(ui, one.first, {left - ui.px(4), one.top},
                           {right, one.top + ui.line_height(TextStyle::kSmall)}, name, detail);
  if (!press.visible && !ImGui::IsRectVisible(plot_.pos, {plot_.x.to, plot_.base})) return;
  const bool focused = press.hovered || press.focused;
  draw_series(ui, index, focused);
  draw_text(ui, ImGui::GetWindowDrawList(), {left, one.top + ui.px(2)}, TextStyle::kSmallStrong,
            mix(ink_of(ui, look, focused), ui.colors().text, 0.35f), label);
  focus_ring(ui, press, ui.px(4));
}

// Tells the point nearest to the pointer.
void LineChart::draw_nearest(Ui& ui) {
  if (!ImGui::IsWindowHovered() ||
      !ImGui::IsMouseHoveringRect({plot_.x.from, plot_.pos.y},
                                  {plot_.x.to + ui.px(6), plot_.base})) {
    return;
  }
  const ImVec2 mouse = ImGui::GetMousePos();
  float best = ui.px(40) * ui.px(40);
  std::size_t found = table().size(), found_line = 0;
  for (std::size_t l = 0; l < count_; ++l) {
    for (std::size_t row = lines_[l].first; row < lines_[l].end; ++row) {
      if (!table().at(row, y).known()) continue;
      const ImVec2 off = place(row) - mouse;
      const float distance = off.x * off.x + off.y * off.y;
      if (distance > best) continue;
      best = distance;
      found = row;
      found_line = l;
    }
  }
  if (found == table().size()) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddCircleFilled(place(found), ui.px(6.5f), ui.colors().surface);
  list->AddCircleFilled(place(found), ui.px(5), look_of(looks, found_line).color);
  tooltip(ui, ui.text.join({table().at(found, line).text, ", ", table().at(found, x).text, ": ",
                            table().at(found, y).brief}));
}

void LineChart::draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) {
  lay_out(ui, pos, size);
  draw_axes(ui);
  place_labels(ui);
  for (std::size_t l = 0; l < count_; ++l) draw_one(ui, l);
  draw_nearest(ui);
}

}  // namespace tablero
