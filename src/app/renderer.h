// Draws ImGui's draw data: with the OpenGL3 backend, or into nothing (tests without a GPU).
#pragma once

#include <memory>

#include "platform/platform.h"
#include "ui/theme.h"

namespace tablero {

class Renderer {
 public:
  virtual ~Renderer() = default;
  virtual void begin_frame() = 0;
  // Clears to `background` and draws ImGui's draw data of this frame.
  virtual void draw(const Viewport& viewport, Color background) = 0;
  // All GL objects are gone: forget them; they are made again at the next frame.
  virtual void context_lost() = 0;
};

// With `gl` false nothing is drawn, but texture requests are acknowledged so that ImGui's fonts
// work.
std::unique_ptr<Renderer> make_renderer(bool gl);

}  // namespace tablero
