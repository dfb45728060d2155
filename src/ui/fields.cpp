// Controls with inner state: the search field, dropdowns and their rows.
#include <imgui_internal.h>

#include <algorithm>

#include "base/text.h"
#include "ui/widgets.h"

namespace tablero {
namespace {

struct EditedText {
  std::string& text;
  std::size_t max_bytes;
};

// ImGui's resize callback for std::string, without its misc/cpp sources; and the limit: what does
// not fit goes, from the end of what was just inserted before the caret.
int on_edit(ImGuiInputTextCallbackData* data) {
  EditedText& edited = *static_cast<EditedText*>(data->UserData);
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    edited.text.resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = edited.text.data();
    return 0;
  }
  const auto length = static_cast<std::size_t>(data->BufTextLen);
  if (length <= edited.max_bytes) return 0;
  const std::size_t excess = length - edited.max_bytes;
  const auto caret = static_cast<std::size_t>(data->CursorPos);
  const std::size_t keep =
      caret > excess ? utf8_prefix({data->Buf, length}, caret - excess).size() : 0;
  data->DeleteChars(static_cast<int>(keep), static_cast<int>(caret - keep));
  return 0;
}

bool edit_text(Ui& ui, const char* id, EditedText edited, float width, float height,
               float pad_left) {
  const float pad_y = (height - ui.font_size(TextStyle::kBody)) * 0.5f;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(pad_left, pad_y));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, ui.px(ui.theme.metrics.radius_small));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1.0f);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, ui.colors().surface);
  ImGui::PushStyleColor(ImGuiCol_Border, ui.colors().outline);
  ImGui::PushFont(ui.regular, ui.font_size(TextStyle::kBody));
  ImGui::SetNextItemWidth(width);
  std::string& text = edited.text;
  text.reserve(256);
  const bool changed =
      ImGui::InputText(id, text.data(), text.capacity() + 1,
                       ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_CallbackEdit |
                           ImGuiInputTextFlags_EscapeClearsAll,
                       on_edit, &edited);
  ImGui::PopFont();
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(3);
  return changed;
}

}  // namespace

bool search_field(Ui& ui, std::string_view id, std::string& text, std::string_view placeholder,
                  float width, std::size_t max_bytes) {
  ImGui::PushID(id.data(), id.data() + id.size());
  const float height = ui.control_height();
  const std::uint32_t node = ui_id("##edit");
  std::string wanted;
  bool changed = false;
  if (ui.sem.take_value(node, wanted)) {
    wanted.resize(utf8_prefix(wanted, max_bytes).size());
    changed = wanted != text;
    text = wanted;
  }
  text.reserve(256);
  // The text was changed from outside, by the mirror or by a new state. The field stays active:
  // ending the edit would cancel an input method's composition and hide the on-screen keyboard.
  ImGuiInputTextState* state = ImGui::GetInputTextState(node);
  if (state != nullptr && text != state->TextA.Data) {
    const int end = static_cast<int>(text.size());
    const int caret = ui.edit_caret >= 0 && ui.edit_caret <= end ? ui.edit_caret : end;
    state->ReloadUserBufAndKeepSelection();
    state->ReloadSelectionStart = state->ReloadSelectionEnd = caret;
  }
  if (ui.sem.take_activate(node) || ui.sem.take_focus(node)) ImGui::SetKeyboardFocusHere();
  changed = edit_text(ui, "##edit", {text, max_bytes}, width, height, ui.px(34)) || changed;

  const ImVec2 min = ImGui::GetItemRectMin();
  const ImVec2 max = ImGui::GetItemRectMax();
  const bool active = ImGui::IsItemActive();
  if (ImGui::IsItemHovered()) ui.platform.set_cursor(Cursor::kText);
  if (active) {
    ui.text_node = node;
    state = ImGui::GetInputTextState(node);
    ui.text_caret = state != nullptr ? state->GetCursorPos() : -1;
  }
  NodeDetail detail;
  detail.value = text;
  detail.state = kStatePressable | (active ? kStateFocused : 0u);
  detail.controls = ui.panel_node;
  ui.sem.add(node, Role::kSearch, placeholder, to_rect(min, max), detail);

  ImDrawList* list = ImGui::GetWindowDrawList();
  const Palette& c = ui.colors();
  const float middle = (min.y + max.y) * 0.5f;
  draw_icon(list, Icon::kSearch, {min.x + ui.px(17), middle}, ui.px(13), c.muted);
  if (text.empty()) {
    draw_text_cut(ui, list, {min.x + ui.px(34), middle - ui.font_size(TextStyle::kBody) * 0.5f},
                  TextStyle::kBody, c.muted, placeholder, width - ui.px(40));
  }
  if (active) {
    list->AddRect(min, max, c.focus, ui.px(ui.theme.metrics.radius_small), 0,
                  ui.theme.metrics.focus_width);
  }
  if (!text.empty()) {
    const float side = ui.px(28);
    const Press clear =
        pressable_at(ui, "clear", {max.x - side - ui.px(2), middle - side * 0.5f},
                     {max.x - ui.px(2), middle + side * 0.5f}, Role::kButton, ui.t("search.clear"));
    draw_icon(list, Icon::kCross, (clear.min + clear.max) * 0.5f, ui.px(11),
              clear.hovered ? c.text : c.muted);
    if (clear.pressed) {
      text.clear();
      changed = true;
      ImGui::ClearActiveID();
    }
  }
  ImGui::PopID();
  return changed;
}

bool begin_dropdown(Ui& ui, std::string_view id, std::string_view summary, std::string_view name,
                    Icon icon) {
  ImGui::PushID(id.data(), id.data() + id.size());
  const bool open = ImGui::IsPopupOpen("##popup");
  NodeDetail detail;
  detail.state = open ? kStateExpanded : kStateCollapsed;
  const std::uint32_t list = ui_id("##button") + 1;
  detail.controls = open ? list : 0;
  // A one-character sign is drawn without a frame, like the icons beside it.
  const bool sign = summary.size() == 1;
  const float icon_width = icon == Icon::kNone ? 0 : ui.px(22);
  // Never wider than the available width: a long summary is truncated.
  const float room =
      std::max(ui.size.x - ui.page_padding() - ImGui::GetCursorScreenPos().x, ui.px(60));
  const float text = measure(ui, TextStyle::kBody, summary).x;
  const float width =
      sign ? ui.control_height() : std::min(text + icon_width + ui.px(14 + 34), room);
  // Label in name (WCAG 2.5.3, https://www.w3.org/WAI/WCAG22/Understanding/label-in-name.html): the
  // accessible name contains the visible text, so that speech input finds the control.
  const std::string_view full = sign ? name
                                : summary.substr(0, name.size()) == name
                                    ? summary
                                    : ui.text.join({name, ": ", summary});
  const Press press =
      pressable(ui, "##button", {width, ui.control_height()}, Role::kButton, full, detail);
  const Palette& c = ui.colors();
  const float radius = ui.px(ui.theme.metrics.radius_small);
  if (press.visible) {
    ImDrawList* drawn = ImGui::GetWindowDrawList();
    if (!sign || press.hovered || open) {
      drawn->AddRectFilled(press.min, press.max, press.hovered || open ? c.raised : c.surface,
                           radius);
    }
    if (!sign) drawn->AddRect(press.min, press.max, c.outline, radius);
    float x = sign ? press.min.x + (width - text) * 0.5f : press.min.x + ui.px(14);
    const float middle = (press.min.y + press.max.y) * 0.5f;
    if (icon != Icon::kNone) {
      draw_icon(drawn, icon, {x + ui.px(7), middle}, ui.px(14), c.text);
      x += icon_width;
    }
    draw_text_cut(ui, drawn, {x, middle - ui.font_size(TextStyle::kBody) * 0.5f}, TextStyle::kBody,
                  c.text, summary, sign ? width : press.max.x - ui.px(34) - x + 1);
    if (!sign) {
      draw_icon(drawn, Icon::kChevronDown, {press.max.x - ui.px(18), middle}, ui.px(11), c.muted);
    }
    focus_ring(ui, press, radius);
  }
  if (press.pressed) ImGui::OpenPopup("##popup");
  // Aligned with the left edge of the button, or with its right edge at the right end of the page.
  const bool last = press.max.x > ui.size.x - ui.px(40);
  ImGui::SetNextWindowPos({last ? press.max.x : press.min.x, press.max.y + ui.px(4)}, 0,
                          {last ? 1.0f : 0.0f, 0});
  ImGui::SetNextWindowSizeConstraints({width, 0}, {ui.size.x - ui.px(24), ui.size.y * 0.7f});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(8), ui.px(8)));
  ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, ui.px(8));
  ImGui::PushStyleColor(ImGuiCol_PopupBg, c.surface);
  ImGui::PushStyleColor(ImGuiCol_Border, c.outline);
  const bool shown = ImGui::BeginPopup("##popup", ImGuiWindowFlags_NoMove);
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(2);
  if (!shown) {
    ImGui::PopID();
    return false;
  }
  ui.sem.push(list, Role::kDialog, name, {});
  return true;
}

void end_dropdown(Ui& ui) {
  const ImVec2 pos = ImGui::GetWindowPos();
  ui.sem.set_open_rect(to_rect(pos, pos + ImGui::GetWindowSize()));
  ui.sem.pop();
  ImGui::EndPopup();
  ImGui::PopID();
}

bool check_row(Ui& ui, std::string_view id, std::string_view text, bool on, float width,
               std::string_view count_text, Role role) {
  NodeDetail detail;
  detail.state = on ? kStateChecked : 0u;
  detail.value = count_text;
  const float height = ui.environment.coarse_pointer ? ui.theme.metrics.touch_height : ui.px(32);
  const Press press = pressable(ui, id, {width, height}, role, text, detail);
  if (!press.visible) return press.pressed;
  const Palette& c = ui.colors();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float radius = ui.px(ui.theme.metrics.radius_small);
  if (press.hovered) list->AddRectFilled(press.min, press.max, c.raised, radius);
  const float middle = (press.min.y + press.max.y) * 0.5f;
  const float side = ui.px(16);
  const ImVec2 box(press.min.x + ui.px(8), middle - side * 0.5f);
  if (role == Role::kRadio) {
    const ImVec2 dot(box.x + side * 0.5f, middle);
    list->AddCircle(dot, side * 0.44f, on ? c.primary : c.outline, 0, on ? 2.0f : 1.0f);
    if (on) list->AddCircleFilled(dot, side * 0.22f, c.primary);
  } else if (on) {
    list->AddRectFilled(box, {box.x + side, box.y + side}, c.primary, ui.px(4));
    draw_icon(list, Icon::kCheck, {box.x + side * 0.5f, middle}, ui.px(11), c.on_primary);
  } else {
    list->AddRect(box, {box.x + side, box.y + side}, c.outline, ui.px(4));
  }
  const float count_width =
      count_text.empty() ? 0 : measure(ui, TextStyle::kSmall, count_text).x + ui.px(16);
  draw_text_cut(ui, list,
                {box.x + side + ui.px(10), middle - ui.font_size(TextStyle::kBody) * 0.5f},
                TextStyle::kBody, c.text, text, width - side - ui.px(26) - count_width);
  if (!count_text.empty()) {
    draw_text(
        ui, list,
        {press.max.x - count_width + ui.px(4), middle - ui.font_size(TextStyle::kSmall) * 0.5f},
        TextStyle::kSmall, c.muted, count_text);
  }
  focus_ring(ui, press, radius);
  return press.pressed;
}

}  // namespace tablero
