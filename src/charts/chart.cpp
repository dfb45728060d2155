#include "charts/chart.h"

#include <imgui_internal.h>

namespace tablero {

ChartMark Chart::draw(Ui& ui) {
  pressed_ = {};
  const ImVec2 pos = ImGui::GetCursorScreenPos();
  const ImVec2 size = measure_chart(ui, width > 0 ? width : ImGui::GetContentRegionAvail().x);
  const std::string_view id = table_.head().id;
  ImGui::PushID(id.data(), id.data() + id.size());
  ui.sem.push(ui_id("chart"), role(), table_.sentence(), {pos.x, pos.y, size.x, size.y}, detail());
  ui.charts.push_back({ui.sem.last_id(), &table_, keyboard(), leads_, missing()});
  draw_marks(ui, pos, size);
  ui.sem.pop();
  ImGui::Dummy(size);
  draw_legend(ui);
  ImGui::PopID();
  return pressed_;
}

Press Chart::target(Ui& ui, std::size_t row, ImVec2 min, ImVec2 max, std::string_view name,
                    NodeDetail detail, int part) {
  const std::string_view id = table_.row(row).id;
  ImGui::PushID(id.data(), id.data() + id.size());
  ImGui::PushID(part);
  Press press;
  if (keyboard() == Keyboard::kMarks) {
    press = pressable_at(ui, "mark", min, max, Role::kButton, name, detail);
  } else {
    press.hovered = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(min, max);
    press.visible = ImGui::IsRectVisible(min, max);
    press.id = ui_id("mark");
    press.min = min;
    press.max = max;
    if (!press.visible) detail.state |= kStateScrolledOut;
    ui.sem.add(press.id, Role::kText, name, to_rect(min, max), detail);
  }
  ImGui::PopID();
  ImGui::PopID();
  if (press.pressed) pressed_ = {static_cast<int>(row), -1};
  return press;
}

Press Chart::mark(Ui& ui, std::size_t row, ImVec2 min, ImVec2 max, std::string_view name,
                  NodeDetail detail, int part) {
  const Press press = target(ui, row, min, max, name, detail, part);
  if (press.hovered && press.visible) tooltip(ui, name);
  return press;
}

void Chart::read_out(Ui& ui, std::size_t row, const Rect& rect, std::string_view name) {
  ui.sem.add(ui_id(table_.row(row).id), Role::kText, name, rect);
}

std::string_view Chart::row_name(Ui& ui, std::size_t row, std::size_t label,
                                 std::size_t value) const {
  const std::string_view note = table_.row(row).note;
  const std::string_view name =
      ui.text.join({table_.at(row, label).text, ": ", table_.at(row, value).text});
  return note.empty() ? name : ui.text.join({name, " (", note, ")"});
}

Color fill_of(const Ui& ui, const Look& look, bool hovered) {
  const Palette& c = ui.colors();
  Color fill = look.selected ? c.accent : (look.color != 0 ? look.color : c.primary);
  if (look.dimmed) fill = mix(fill, c.background, 0.65f);
  return hovered ? mix(fill, c.text, 0.12f) : fill;
}

bool open_ended(Qualifier q) { return q == Qualifier::kMoreThan || q == Qualifier::kAtLeast; }

void draw_hatch(ImDrawList* list, ImVec2 min, ImVec2 max, Color color, float spacing) {
  list->PushClipRect(min, max, true);
  const float height = max.y - min.y;
  for (float x = min.x - height; x < max.x; x += spacing) {
    list->AddLine({x, max.y}, {x + height, min.y}, color, 1.5f);
  }
  list->PopClipRect();
  list->AddRect(min, max, color);
}

}  // namespace tablero
