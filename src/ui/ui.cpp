#include "ui/ui.h"

#include <imgui_internal.h>

#include <cfloat>
#include <cmath>

namespace tablero {

void Ui::begin_frame() {
  text.reset();
  wants_frame = false;
  wants_after = 1e9;
  claim_count = 0;
  text_node = 0;
  text_caret = -1;
  section_width = 0;
  charts.clear();
  offers.clear();
}

ImFont* Ui::font(TextStyle style) const {
  switch (style) {
    case TextStyle::kTiny:
    case TextStyle::kSmall:
    case TextStyle::kBody:
      return regular;
    default:
      return semibold;
  }
}

float Ui::font_size(TextStyle style) const {
  const Metrics& m = theme.metrics;
  switch (style) {
    case TextStyle::kTiny:
      return px(m.tiny);
    case TextStyle::kSmall:
    case TextStyle::kSmallStrong:
      return px(m.small);
    case TextStyle::kBody:
    case TextStyle::kStrong:
      return px(m.text);
    case TextStyle::kHeading:
      return px(m.heading);
    case TextStyle::kTitle:
      return px(m.title);
    case TextStyle::kFigure:
      return px(m.figure);
  }
  return px(m.text);
}

std::uint32_t ui_id(std::string_view name) {
  return ImGui::GetCurrentWindow()->GetID(name.data(), name.data() + name.size());
}

ImVec2 measure(const Ui& ui, TextStyle style, std::string_view text, float wrap) {
  const ImVec2 size = ui.font(style)->CalcTextSizeA(ui.font_size(style), FLT_MAX, wrap, text.data(),
                                                    text.data() + text.size());
  return {std::ceil(size.x), size.y};
}

namespace {

// Hit test: whether the pointer is over selectable text, i.e. text that is not a control.
bool points_at(const Ui& ui, const DrawnText& drawn, TextStyle style) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (mouse.x < drawn.x || mouse.y < drawn.y) return false;
  if (drawn.wrap <= 0 && mouse.y >= drawn.y + drawn.size) return false;
  const ImVec2 size = measure(ui, style, drawn.text, drawn.wrap);
  return mouse.x < drawn.x + size.x && mouse.y < drawn.y + size.y &&
         ImRect(drawn.left, drawn.top, drawn.right, drawn.bottom).Contains(mouse) &&
         ImGui::GetCurrentContext()->HoveredId == 0 && ImGui::IsWindowHovered();
}

}  // namespace

void draw_text(Ui& ui, ImDrawList* list, ImVec2 pos, TextStyle style, Color color,
               std::string_view text, float wrap) {
  // Whole device pixels keep stems sharp at every density.
  const ImVec2 d = ui.pixel_density;
  pos.x = std::round(pos.x * d.x) / d.x;
  pos.y = std::round(pos.y * d.y) / d.y;
  list->AddText(ui.font(style), ui.font_size(style), pos, color, text.data(),
                text.data() + text.size(), wrap);
  const ImVec4& clip = list->_CmdHeader.ClipRect;
  const DrawnText drawn = {pos.x,  pos.y,  ui.font_size(style),           wrap, clip.x, clip.y,
                           clip.z, clip.w, ui.font(style) == ui.semibold, text};
  ui.platform.drew_text(drawn);
  if (points_at(ui, drawn, style)) ui.platform.set_cursor(Cursor::kText);
}

float draw_text_cut(Ui& ui, ImDrawList* list, ImVec2 pos, TextStyle style, Color color,
                    std::string_view text, float width) {
  const float full = measure(ui, style, text).x;
  if (full <= width) {
    draw_text(ui, list, pos, style, color, text);
    return full;
  }
  constexpr std::string_view kDots = "…";
  const float dots = measure(ui, style, kDots).x;
  const char* rest = text.data();
  const float part = ui.font(style)
                         ->CalcTextSizeA(ui.font_size(style), ImMax(width - dots, 1.0f), 0.0f,
                                         text.data(), text.data() + text.size(), &rest)
                         .x;
  draw_text(ui, list, pos, style, color,
            text.substr(0, static_cast<std::size_t>(rest - text.data())));
  draw_text(ui, list, {pos.x + part, pos.y}, style, color, kDots);
  return part + dots;
}

namespace {

void flow_text(Ui& ui, TextStyle style, Color color, std::string_view text, float wrap, Role role,
               int level) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  if (window->SkipItems) return;
  // A tooltip is auto-sized and has no width yet: only the caller's width counts there.
  const float available = ImGui::GetContentRegionAvail().x;
  const bool free_width =
      (window->Flags & (ImGuiWindowFlags_Tooltip | ImGuiWindowFlags_Popup)) != 0;
  if (wrap <= 0 || (!free_width && wrap > available)) wrap = available;
  const ImVec2 size = measure(ui, style, text, wrap);
  const ImVec2 pos = window->DC.CursorPos;
  const ImRect box(pos, pos + size);
  ImGui::ItemSize(size);
  NodeDetail detail;
  detail.level = level;
  const bool shown = ImGui::ItemAdd(box, 0);
  if (!shown) detail.state |= kStateScrolledOut;
  ui.sem.add(ui_id(text), role, text, to_rect(box.Min, box.Max), detail);
  if (shown) draw_text(ui, window->DrawList, pos, style, color, text, wrap);
}

}  // namespace

void label(Ui& ui, TextStyle style, Color color, std::string_view text, float wrap) {
  flow_text(ui, style, color, text, wrap, Role::kText, 0);
}

void heading(Ui& ui, TextStyle style, int level, std::string_view text) {
  flow_text(ui, style, ui.colors().text, text, 0, Role::kHeading, level);
}

void space(Ui& ui, float design) { ImGui::Dummy({0, ui.px(design)}); }

}  // namespace tablero
