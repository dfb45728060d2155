#include "charts/scatter.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "charts/axis.h"

namespace tablero {
namespace {

constexpr int kMaxLabels = 64;

}  // namespace

struct Scatter::Frame {
  LinearScale x, y;  // x in log10
  ImRect plot;
};

ImVec2 Scatter::measure_chart(Ui& ui, float width) {
  return {width, ui.px(height > 0 ? height : 420)};
}

Scatter::Frame Scatter::frame_of(Ui& ui, ImVec2 pos, ImVec2 size) const {
  double x0 = 1e9, x1 = -1e9, y0 = 1e9, y1 = -1e9;
  for (std::size_t row = 0; row < table().size(); ++row) {
    if (!table().row(row).marked) continue;
    const double at = std::log10(table().at(row, x).value), up = table().at(row, y).value;
    x0 = std::min(x0, at);
    x1 = std::max(x1, at);
    y0 = std::min(y0, up);
    y1 = std::max(y1, up);
  }
  const double pad_x = std::max((x1 - x0) * 0.08, 0.08);
  const double pad_y = std::max((y1 - y0) * 0.1, 1.0);
  Frame f;
  f.plot = ImRect({pos.x + ui.px(44), pos.y + ui.px(24)},
                  {pos.x + size.x - ui.px(12), pos.y + size.y - ui.px(44)});
  f.x = {x0 - pad_x, x1 + pad_x, f.plot.Min.x, f.plot.Max.x};
  f.y = {y0 - pad_y, y1 + pad_y, f.plot.Max.y, f.plot.Min.y};
  return f;
}

ImVec2 Scatter::place(const Frame& frame, std::size_t row) const {
  return {frame.x.at(std::log10(table().at(row, x).value)), frame.y.at(table().at(row, y).value)};
}

void Scatter::draw_axes(Ui& ui, const Frame& f) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Palette& c = ui.colors();
  const Ticks ticks = nice_ticks(f.y.min, f.y.max, 6);
  for (int i = 0; i < ticks.count; ++i) {
    if (ticks.values[i] < f.y.min || ticks.values[i] > f.y.max) continue;
    const float at = f.y.at(ticks.values[i]);
    list->AddLine({f.plot.Min.x, at}, {f.plot.Max.x, at}, c.hairline);
    const std::string_view text = ui.number(ticks.values[i], ticks.step < 1 ? 1 : 0);
    draw_text(ui, list,
              {f.plot.Min.x - ui.px(8) - measure(ui, TextStyle::kTiny, text).x,
               at - ui.font_size(TextStyle::kTiny) * 0.5f},
              TextStyle::kTiny, c.muted, text);
  }
  constexpr double kMarks[] = {0.1, 0.2, 0.5, 1,  2,   3,   5,   7,   10,
                               20,  30,  50,  70, 100, 200, 500, 1000};
  LabelLine labels(ui.px(10));
  for (double tick : kMarks) {
    const double log = std::log10(tick);
    if (log < f.x.min || log > f.x.max) continue;
    const float at = f.x.at(log);
    const std::string_view text = ui.number(tick, tick < 1 ? 1 : 0);
    const float wide = measure(ui, TextStyle::kTiny, text).x;
    list->AddLine({at, f.plot.Max.y}, {at, f.plot.Max.y + ui.px(4)}, c.outline);
    if (!labels.fits(at - wide * 0.5f, wide)) continue;
    draw_text(ui, list, {at - wide * 0.5f, f.plot.Max.y + ui.px(7)}, TextStyle::kTiny, c.muted,
              text);
  }
  const std::string_view across = table().columns()[x].name, up = table().columns()[y].name;
  draw_text(ui, list, {f.plot.Min.x, f.plot.Min.y - ui.px(22)}, TextStyle::kTiny, c.muted, up);
  const float wide = measure(ui, TextStyle::kTiny, across).x;
  draw_text(ui, list, {f.plot.Max.x - wide, f.plot.Max.y + ui.px(25)}, TextStyle::kTiny, c.muted,
            across);
}

// Steps from each point of the front to the next more expensive one; there are few enough for a
// linear search.
void Scatter::draw_front(Ui& ui, const Frame& f) {
  const std::size_t none = table().size();
  const auto cost = [&](std::size_t row) { return table().at(row, x).value; };
  for (std::size_t from = none;;) {
    std::size_t next = none;
    for (std::size_t row = 0; row < none; ++row) {
      if (!on_front(row) || (from != none && cost(row) <= cost(from))) continue;
      if (next == none || cost(row) < cost(next)) next = row;
    }
    if (next == none) return;
    if (from != none) {
      const ImVec2 a = place(f, from), b = place(f, next);
      const Color color = with_alpha(ui.colors().primary, 0.6f);
      ImGui::GetWindowDrawList()->AddLine(a, {b.x, a.y}, color, ui.px(1.5f));
      ImGui::GetWindowDrawList()->AddLine({b.x, a.y}, b, color, ui.px(1.5f));
    }
    from = next;
  }
}

void Scatter::draw_labels(Ui& ui, const Frame& f, int lit) {
  ImRect taken[kMaxLabels];
  int count = 0;
  const std::size_t rows = table().size();
  for (std::size_t k = 0; k < 2 * rows && count < kMaxLabels; ++k) {
    const std::size_t row = k % rows;
    if (!table().row(row).marked) continue;
    const Look look = look_of(looks, row);
    const bool hovered = static_cast<int>(row) == lit;
    const bool first = on_front(row) || look.selected || hovered;
    if (first != (k < rows) || (look.dimmed && !first)) continue;
    const ImVec2 at = place(f, row);
    const std::string_view text = table().at(row, label).text;
    const ImVec2 size = measure(ui, TextStyle::kTiny, text);
    // Label placement: right of the point, left, above, below; the first position without an
    // overlap.
    const float gap = ui.px(9);
    const ImVec2 places[] = {{at.x + gap, at.y - size.y * 0.5f},
                             {at.x - gap - size.x, at.y - size.y * 0.5f},
                             {at.x - size.x * 0.5f, at.y - gap - size.y},
                             {at.x - size.x * 0.5f, at.y + gap}};
    bool free = false;
    ImRect box;
    for (const ImVec2& corner : places) {
      box = ImRect(corner, corner + size);
      free = f.plot.Contains(box);
      for (int t = 0; t < count; ++t) free = free && !taken[t].Overlaps(box);
      for (std::size_t q = 0; q < rows && free; ++q) {
        free = !table().row(q).marked || !box.Contains(place(f, q));
      }
      if (free) break;
    }
    if (!free && !hovered) continue;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(box.Min, box.Max, with_alpha(ui.colors().background, 0.8f));
    taken[count++] = box;
    draw_text(ui, list, box.Min, TextStyle::kTiny, first ? ui.colors().text : ui.colors().muted,
              text);
  }
}

int Scatter::nearest(Ui& ui, const Frame& frame) const {
  if (!ImGui::IsWindowHovered()) return -1;
  const ImVec2 mouse = ImGui::GetMousePos();
  int found = -1;
  float best = ui.px(22) * ui.px(22);
  for (std::size_t row = 0; row < table().size(); ++row) {
    if (!table().row(row).marked) continue;
    const ImVec2 d = place(frame, row) - mouse;
    if (d.x * d.x + d.y * d.y > best) continue;
    best = d.x * d.x + d.y * d.y;
    found = static_cast<int>(row);
  }
  return found;
}

std::string_view Scatter::name_of(Ui& ui, std::size_t row) const {
  const std::string_view note = table().row(row).note;
  return ui.text.join({table().at(row, label).text, ": ", table().at(row, x).text, "; ",
                       table().at(row, y).text, note.empty() ? "" : "; ", note});
}

void Scatter::draw_point(Ui& ui, const Frame& f, std::size_t row, int lit) {
  const Palette& c = ui.colors();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Look look = look_of(looks, row);
  const ImVec2 at = place(f, row);
  const float r = ui.px(on_front(row) || look.selected ? 6 : 5);
  const Color base = look.selected ? c.accent : (on_front(row) ? c.primary : c.outline);
  list->AddCircleFilled(at, r, look.dimmed ? with_alpha(base, 0.25f) : base);
  if (look.selected || static_cast<int>(row) == lit)
    list->AddCircle(at, r + ui.px(2), c.text, 0, ui.px(1.5f));
  const ImVec2 reach(ui.px(11), ui.px(11));
  NodeDetail detail;
  detail.state = look.selected ? kStateSelected : 0u;
  const Press press = target(ui, row, at - reach, at + reach, name_of(ui, row), detail);
  // Points overlap: the press goes to the nearest one, wherever the item under the pointer is.
  if (press.pressed && press.hovered && lit >= 0) pressed({lit, -1});
  focus_ring(ui, press, ui.px(11));
}

void Scatter::draw_marks(Ui& ui, ImVec2 pos, ImVec2 size) {
  if (table().empty()) return;
  const Frame frame = frame_of(ui, pos, size);
  draw_axes(ui, frame);
  draw_front(ui, frame);
  const int lit = nearest(ui, frame);
  for (std::size_t row = 0; row < table().size(); ++row) {
    if (table().row(row).marked) draw_point(ui, frame, row, lit);
  }
  draw_labels(ui, frame, lit);
  if (lit >= 0 && !ui.environment.coarse_pointer) {
    tooltip(ui, name_of(ui, static_cast<std::size_t>(lit)));
  }
}

}  // namespace tablero
