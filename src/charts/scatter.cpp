#include "charts/scatter.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "charts/axis.h"
#include "ui/widgets.h"

namespace tablero {
namespace {

constexpr int kMaxLabels = 64;

struct Frame {
  LinearScale x, y;  // x in log10
  ImRect plot;
  ImVec2 at(const ScatterPoint& p) const { return {x.at(std::log10(p.x)), y.at(p.y)}; }
};

Frame frame_of(Ui& ui, const ScatterChart& chart, ImVec2 start, ImVec2 size) {
  double x0 = 1e9, x1 = -1e9, y0 = 1e9, y1 = -1e9;
  for (const ScatterPoint& p : chart.points) {
    x0 = std::min(x0, std::log10(p.x));
    x1 = std::max(x1, std::log10(p.x));
    y0 = std::min(y0, p.y);
    y1 = std::max(y1, p.y);
  }
  const double pad_x = std::max((x1 - x0) * 0.08, 0.08);
  const double pad_y = std::max((y1 - y0) * 0.1, 1.0);
  Frame f;
  f.plot = ImRect({start.x + ui.px(44), start.y + ui.px(24)},
                  {start.x + size.x - ui.px(12), start.y + size.y - ui.px(44)});
  f.x = {x0 - pad_x, x1 + pad_x, f.plot.Min.x, f.plot.Max.x};
  f.y = {y0 - pad_y, y1 + pad_y, f.plot.Max.y, f.plot.Min.y};
  return f;
}

void draw_axes(Ui& ui, const ScatterChart& chart, const Frame& f) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Palette& c = ui.colors();
  const Ticks ticks = nice_ticks(f.y.min, f.y.max, 6);
  for (int i = 0; i < ticks.count; ++i) {
    if (ticks.values[i] < f.y.min || ticks.values[i] > f.y.max) continue;
    const float y = f.y.at(ticks.values[i]);
    list->AddLine({f.plot.Min.x, y}, {f.plot.Max.x, y}, c.hairline);
    const std::string_view text = ui.number(ticks.values[i], ticks.step < 1 ? 1 : 0);
    draw_text(ui, list,
              {f.plot.Min.x - ui.px(8) - measure(ui, TextStyle::kTiny, text).x,
               y - ui.font_size(TextStyle::kTiny) * 0.5f},
              TextStyle::kTiny, c.muted, text);
  }
  constexpr double kMarks[] = {0.1, 0.2, 0.5, 1,  2,   3,   5,   7,   10,
                               20,  30,  50,  70, 100, 200, 500, 1000};
  LabelLine labels(ui.px(10));
  for (double mark : kMarks) {
    const double at = std::log10(mark);
    if (at < f.x.min || at > f.x.max) continue;
    const float x = f.x.at(at);
    const std::string_view text = ui.number(mark, mark < 1 ? 1 : 0);
    const float width = measure(ui, TextStyle::kTiny, text).x;
    list->AddLine({x, f.plot.Max.y}, {x, f.plot.Max.y + ui.px(4)}, c.outline);
    if (!labels.fits(x - width * 0.5f, width)) continue;
    draw_text(ui, list, {x - width * 0.5f, f.plot.Max.y + ui.px(7)}, TextStyle::kTiny, c.muted,
              text);
  }
  draw_text(ui, list, {f.plot.Min.x, f.plot.Min.y - ui.px(22)}, TextStyle::kTiny, c.muted,
            chart.y_title);
  const float width = measure(ui, TextStyle::kTiny, chart.x_title).x;
  draw_text(ui, list, {f.plot.Max.x - width, f.plot.Max.y + ui.px(25)}, TextStyle::kTiny, c.muted,
            chart.x_title);
}

// Steps from each point of the front to the next more expensive one; there are few enough for a
// linear search.
void draw_front(Ui& ui, const ScatterChart& chart, const Frame& f) {
  const ScatterPoint* from = nullptr;
  for (;;) {
    const ScatterPoint* next = nullptr;
    for (const ScatterPoint& p : chart.points) {
      if (!p.front || (from != nullptr && p.x <= from->x)) continue;
      if (next == nullptr || p.x < next->x) next = &p;
    }
    if (next == nullptr) return;
    if (from != nullptr) {
      const ImVec2 a = f.at(*from), b = f.at(*next);
      const Color color = with_alpha(ui.colors().primary, 0.6f);
      ImGui::GetWindowDrawList()->AddLine(a, {b.x, a.y}, color, ui.px(1.5f));
      ImGui::GetWindowDrawList()->AddLine({b.x, a.y}, b, color, ui.px(1.5f));
    }
    from = next;
  }
}

void draw_point_labels(Ui& ui, const ScatterChart& chart, const Frame& f, int lit) {
  ImRect taken[kMaxLabels];
  int count = 0;
  for (int pass = 0; pass < 2; ++pass) {
    for (std::size_t i = 0; i < chart.points.size() && count < kMaxLabels; ++i) {
      const ScatterPoint& p = chart.points[i];
      const bool first = p.front || p.selected || static_cast<int>(i) == lit;
      if (first != (pass == 0) || (p.dimmed && !first)) continue;
      const ImVec2 at = f.at(p);
      const ImVec2 size = measure(ui, TextStyle::kTiny, p.label);
      // Label placement: right of the point, left, above, below; the first position without an
      // overlap.
      const float gap = ui.px(9);
      const ImVec2 places[] = {{at.x + gap, at.y - size.y * 0.5f},
                               {at.x - gap - size.x, at.y - size.y * 0.5f},
                               {at.x - size.x * 0.5f, at.y - gap - size.y},
                               {at.x - size.x * 0.5f, at.y + gap}};
      bool free = false;
      ImRect box;
      for (const ImVec2& place : places) {
        box = ImRect(place, place + size);
        free = f.plot.Contains(box);
        for (int k = 0; k < count; ++k) free = free && !taken[k].Overlaps(box);
        for (const ScatterPoint& q : chart.points) free = free && !box.Contains(f.at(q));
        if (free) break;
      }
      if (!free && static_cast<int>(i) != lit) continue;
      const ImVec2 min = box.Min;
      ImGui::GetWindowDrawList()->AddRectFilled(min, box.Max,
                                                with_alpha(ui.colors().background, 0.8f));
      taken[count++] = box;
      draw_text(ui, ImGui::GetWindowDrawList(), min, TextStyle::kTiny,
                first ? ui.colors().text : ui.colors().muted, p.label);
      if (count == kMaxLabels) return;
    }
  }
}

}  // namespace

int draw_scatter(Ui& ui, const ScatterChart& chart, int* hovered) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 size(ImGui::GetContentRegionAvail().x, ui.px(chart.height));
  ImGui::Dummy(size);
  if (hovered != nullptr) *hovered = -1;
  if (chart.points.empty()) return -1;
  const Frame f = frame_of(ui, chart, start, size);
  ui.sem.push(ui_id(chart.id), Role::kImage, chart.name, to_rect(start, start + size));
  ImGui::PushID(chart.id.data(), chart.id.data() + chart.id.size());
  draw_axes(ui, chart, f);
  draw_front(ui, chart, f);
  const ImVec2 mouse = ImGui::GetMousePos();
  int lit = -1;
  float best = ui.px(22) * ui.px(22);
  for (std::size_t i = 0; i < chart.points.size() && ImGui::IsWindowHovered(); ++i) {
    const ImVec2 d = f.at(chart.points[i]) - mouse;
    if (d.x * d.x + d.y * d.y <= best) {
      best = d.x * d.x + d.y * d.y;
      lit = static_cast<int>(i);
    }
  }
  int pressed = -1;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Palette& c = ui.colors();
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const ScatterPoint& p = chart.points[i];
    const ImVec2 at = f.at(p);
    const float r = ui.px(p.front || p.selected ? 6 : 5);
    const Color base = p.selected ? c.accent : (p.front ? c.primary : c.outline);
    const Color fill = p.dimmed ? with_alpha(base, 0.25f) : base;
    list->AddCircleFilled(at, r, fill);
    if (p.selected || static_cast<int>(i) == lit)
      list->AddCircle(at, r + ui.px(2), c.text, 0, ui.px(1.5f));
    const ImVec2 reach(ui.px(11), ui.px(11));
    ImGui::PushID(static_cast<int>(i));
    NodeDetail detail;
    detail.state = p.selected ? kStateSelected : 0u;
    const Press press =
        pressable_at(ui, "point", at - reach, at + reach, Role::kButton, p.name, detail);
    ImGui::PopID();
    // Points overlap: the press goes to the nearest one, wherever the item under the pointer is.
    if (press.pressed) pressed = press.hovered && lit >= 0 ? lit : static_cast<int>(i);
    focus_ring(ui, press, ui.px(11));
  }
  draw_point_labels(ui, chart, f, lit);
  ImGui::PopID();
  ui.sem.pop();
  if (hovered != nullptr) *hovered = lit;
  return pressed;
}

}  // namespace tablero
