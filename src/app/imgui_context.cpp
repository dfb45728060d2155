#include "app/imgui_context.h"

#include <imgui.h>

namespace tablero {

ImGuiContext* make_imgui(ImFontAtlas* fonts) {
  IMGUI_CHECKVERSION();
  ImGuiContext* context = ImGui::CreateContext(fonts);
  // If another context exists, CreateContext() leaves that one current.
  ImGui::SetCurrentContext(context);
  ImGui::GetIO().IniFilename = nullptr;
  ImGui::GetIO().LogFilename = nullptr;
  return context;
}

void add_fonts(Ui& ui, const Loader& loader) {
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.PixelSnapH = false;
  ImFont** fonts[] = {&ui.regular, &ui.semibold};
  for (int weight = 0; weight < 2; ++weight) {
    const std::string& bytes = loader.font_bytes(weight);
    *fonts[weight] = atlas->AddFontFromMemoryTTF(const_cast<char*>(bytes.data()),
                                                 static_cast<int>(bytes.size()), 16.0f, &config);
  }
}

}  // namespace tablero
