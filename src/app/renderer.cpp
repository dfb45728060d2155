#include "app/renderer.h"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include "gpu/gl.h"

namespace tablero {
namespace {

class GlRenderer final : public Renderer {
 public:
  GlRenderer() {
#ifdef __EMSCRIPTEN__
    ImGui_ImplOpenGL3_Init("#version 300 es");
#else
    ImGui_ImplOpenGL3_Init("#version 330 core");
#endif
  }
  ~GlRenderer() override { ImGui_ImplOpenGL3_Shutdown(); }

  void begin_frame() override { ImGui_ImplOpenGL3_NewFrame(); }

  void draw(const Viewport& viewport, Color background) override {
    const auto channel = [background](int shift) {
      return static_cast<float>((background >> shift) & 0xFF) / 255.0f;
    };
    glViewport(0, 0, viewport.pixel_width, viewport.pixel_height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(channel(0), channel(8), channel(16), 1.0f);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  }

  void context_lost() override {
    // The backend keeps textures that another context of ImGui uses too, as the transcript's does
    // the fonts: those are gone with the rest.
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->RefCount = 1;
    // Deleting names of a lost context is harmless; the backend recreates everything on its next
    // frame.
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
  }
};

class NullRenderer final : public Renderer {
 public:
  NullRenderer() { ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures; }
  void begin_frame() override {}
  void draw(const Viewport&, Color) override {
    ImDrawData* data = ImGui::GetDrawData();
    if (data->Textures == nullptr) return;
    for (ImTextureData* texture : *data->Textures) {
      if (texture->Status == ImTextureStatus_WantDestroy) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
      } else if (texture->Status != ImTextureStatus_OK) {
        texture->SetTexID(static_cast<ImTextureID>(1));
        texture->SetStatus(ImTextureStatus_OK);
      }
    }
  }
  void context_lost() override {}
};

}  // namespace

std::unique_ptr<Renderer> make_renderer(bool gl) {
  if (gl) return std::make_unique<GlRenderer>();
  return std::make_unique<NullRenderer>();
}

}  // namespace tablero
