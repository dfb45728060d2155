#include "app/style.h"

#include <imgui.h>

namespace tablero {
namespace {

void set(ImGuiStyle& style, ImGuiCol slot, Color color) {
  style.Colors[slot] = ImGui::ColorConvertU32ToFloat4(color);
}

}  // namespace

void apply_style(const Ui& ui) {
  const Palette& c = ui.colors();
  const Metrics& m = ui.theme.metrics;
  ImGuiStyle style;
  style.FontSizeBase = ui.font_size(TextStyle::kBody);
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 1;
  style.PopupBorderSize = 1;
  style.FrameBorderSize = 0;
  style.FrameRounding = ui.px(m.radius_small);
  style.PopupRounding = ui.px(m.radius_small);
  style.ChildRounding = 0;
  style.ItemSpacing = {ui.px(m.gap), ui.px(m.gap)};
  style.ItemInnerSpacing = {ui.px(m.gap), ui.px(4)};
  style.CellPadding = {ui.px(10), ui.px(6)};
  style.ScrollbarSize = ui.px(ui.environment.coarse_pointer ? 6 : 10);
  style.ScrollbarRounding = ui.px(5);
  style.GrabRounding = ui.px(5);
  style.HoverDelayShort = 0.15f;
  style.DisabledAlpha = 0.5f;

  for (int i = 0; i < ImGuiCol_COUNT; ++i) set(style, i, 0);
  set(style, ImGuiCol_Text, c.text);
  set(style, ImGuiCol_TextDisabled, c.disabled);
  set(style, ImGuiCol_PopupBg, c.surface);
  set(style, ImGuiCol_Border, c.hairline);
  set(style, ImGuiCol_FrameBg, c.surface);
  set(style, ImGuiCol_FrameBgHovered, c.surface);
  set(style, ImGuiCol_FrameBgActive, c.surface);
  set(style, ImGuiCol_ScrollbarGrab, with_alpha(c.outline, 0.45f));
  set(style, ImGuiCol_ScrollbarGrabHovered, with_alpha(c.outline, 0.8f));
  set(style, ImGuiCol_ScrollbarGrabActive, c.outline);
  set(style, ImGuiCol_TableHeaderBg, c.section);
  set(style, ImGuiCol_TableBorderLight, c.hairline);
  set(style, ImGuiCol_TableBorderStrong, c.hairline);
  set(style, ImGuiCol_TableRowBg, c.background);
  set(style, ImGuiCol_TableRowBgAlt, c.section);
  set(style, ImGuiCol_TextSelectedBg, with_alpha(c.accent, 0.45f));
  set(style, ImGuiCol_InputTextCursor, c.text);
  set(style, ImGuiCol_Separator, c.hairline);
  set(style, ImGuiCol_ModalWindowDimBg, c.scrim);
  ImGui::GetStyle() = style;
}

}  // namespace tablero
