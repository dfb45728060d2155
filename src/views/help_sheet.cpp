#include "views/help_sheet.h"

#include <imgui_internal.h>

#include "ui/widgets.h"

namespace tablero {
namespace {

constexpr float kKeyColumn = 92;  // design pixels
constexpr float kTextColumn = 232;

}  // namespace

void draw_help(Ui& ui) {
  if (!begin_dropdown(ui, "help", "?", ui.t("help.name"))) return;
  heading(ui, TextStyle::kStrong, 2, ui.t("help.name"));
  // A word for each row, help.key.1 and on: "key|what it does".
  for (int i = 1;; ++i) {
    const std::string_view word = ui.text.join({"help.key.", ui.text.number(i)});
    if (!ui.strings.has(word)) break;
    const std::string_view row = ui.t(word);
    const std::size_t bar = row.find('|');
    ui.sem.push(ui_id(row), Role::kGroup, {}, {});
    const float left = ImGui::GetCursorPosX();
    label(ui, TextStyle::kSmallStrong, ui.colors().text, row.substr(0, bar), ui.px(kKeyColumn));
    ImGui::SameLine(left + ui.px(kKeyColumn));
    label(ui, TextStyle::kSmall, ui.colors().text, row.substr(bar + 1), ui.px(kTextColumn));
    ui.sem.pop();
  }
  end_dropdown(ui);
}

float help_width(const Ui& ui) {
  return ui.control_height();  // as begin_dropdown has it for a sign
}

std::uint32_t help_button() {
  const ImGuiWindow* window = ImGui::FindWindowByName("tablero");
  return window == nullptr ? 0 : ImHashStr("##button", 0, ImHashStr("help", 0, window->ID));
}

}  // namespace tablero
