// Keyboard, text and focus of App.
#include <imgui.h>
#include <imgui_internal.h>

#include "app/app.h"
#include "views/help_sheet.h"

namespace tablero {
namespace {

#define TABLERO_KEYBOARD_KEY(enumerator, web, glfw, imgui) imgui,
constexpr ImGuiKey kImguiKeys[] = {
#include "platform/keyboard.def"
};
#undef TABLERO_KEYBOARD_KEY

bool is_editing_shortcut(Key key) {
  return key == Key::kA || key == Key::kC || key == Key::kV || key == Key::kX || key == Key::kY ||
         key == Key::kZ;
}

}  // namespace

bool App::on_key(const KeyEvent& event) {
  ImGui::SetCurrentContext(imgui_);
  ImGuiIO& io = ImGui::GetIO();
  const bool command = (event.mods & (kModCtrl | kModMeta)) != 0;
  // With a DOM mirror the browser moves the focus with Tab, into and out of the element in the
  // page's order (no focus trap).
  if (event.key == Key::kTab && !options_.own_focus) return false;
  // Browser shortcuts (zoom, find, reload, tabs) stay the browser's.
  if (command && !(io.WantTextInput && is_editing_shortcut(event.key))) return false;
  if ((event.mods & kModAlt) != 0) return false;
  if (event.key == Key::kSlash && event.down && !io.WantTextInput) {
    ui_.focus_search = true;
    wake();
    return true;
  }
  if (event.key == Key::kQuestion && event.down && !io.WantTextInput) {
    on_activate(help_button());
    return true;
  }
  io.AddKeyEvent(ImGuiMod_Ctrl, command);
  io.AddKeyEvent(ImGuiMod_Shift, (event.mods & kModShift) != 0);
  const ImGuiKey key = kImguiKeys[static_cast<std::size_t>(event.key)];
  if (key == ImGuiKey_None) return false;
  io.AddKeyEvent(key, event.down);
  wake();
  if (io.WantTextInput) return event.key != Key::kTab;
  const bool focused_item = imgui_->NavId != 0 && imgui_->NavCursorVisible;
  const bool popup = imgui_->OpenPopupStack.Size > 0;
  return focused_item || popup || ui_.key_claim;
}

void App::on_text(std::string_view text) {
  ImGui::SetCurrentContext(imgui_);
  // "/" has just focused the search field; the character must not be typed into it.
  if (ui_.focus_search && text == "/") return;
  const std::string copy(text);
  ImGui::GetIO().AddInputCharactersUTF8(copy.c_str());
  wake();
}

void App::on_focus(bool focused) {
  ImGui::SetCurrentContext(imgui_);
  ImGui::GetIO().AddFocusEvent(focused);
  ui_.away = !focused;
  if (!focused) pointer_.release_all();
  wake();
}

}  // namespace tablero
