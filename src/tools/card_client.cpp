#include "tools/card_client.h"

#include <imgui.h>

#include "app/imgui_context.h"
#include "app/style.h"
#include "views/tabs.h"

namespace tablero {
CardClient::CardClient(Platform& platform, const std::string& lang, int year, bool gl)
    : platform_(platform),
      imgui_(make_imgui()),
      ui_(platform, semantics_),
      loader_(platform, store_, [] {}),
      lang_(lang),
      year_(year) {
  renderer_ = make_renderer(gl);
  ui_.gl = gl;
  ui_.theme = light_theme();
  loader_.start(lang);
  loader_.want(View::kFuentes);
}

CardClient::~CardClient() {
  ImGui::SetCurrentContext(imgui_);
  renderer_.reset();
  ImGui::DestroyContext(imgui_);
}

const Fault* CardClient::fault() const { return store_.first_fault(tab_of(View::kFuentes).files); }

bool CardClient::frame() {
  ImGui::SetCurrentContext(imgui_);
  if (!loader_.core_ready() || !store_.ready(tab_of(View::kFuentes).files) ||
      viewport_.pixel_width <= 0)
    return false;
  if (ui_.regular == nullptr) {
    add_fonts(ui_, loader_);
    apply_style(ui_);
  }
  if (ui_.strings.empty()) {
    if (!loader_.take_words(lang_, ui_.strings)) return false;
    ui_.lang = language_of(lang_, ui_.strings);
  }
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {viewport_.width, viewport_.height};
  io.DisplayFramebufferScale = {static_cast<float>(viewport_.pixel_width) / viewport_.width,
                                static_cast<float>(viewport_.pixel_height) / viewport_.height};
  io.DeltaTime = 1.0f / 60.0f;
  ui_.now = platform_.now();
  ui_.size = io.DisplaySize;
  ui_.pixel_density = io.DisplayFramebufferScale;
  ui_.text.reset();
  renderer_->begin_frame();
  ImGui::NewFrame();
  semantics_.begin_frame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ui_.size);
  ImGui::Begin("card", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoInputs);
  card_ = draw_impact_card(ui_, store_, year_);
  ImGui::End();
  ImGui::Render();
  semantics_.end_frame();
  renderer_->draw(viewport_, ui_.colors().background);
  ++frames_;
  return true;
}

}  // namespace tablero
