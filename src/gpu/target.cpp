#include "gpu/target.h"

#include "gpu/gl.h"

namespace tablero {

unsigned bound_framebuffer() {
#ifdef __EMSCRIPTEN__
  return 0;
#else
  GLint name = 0;
  glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &name);
  return static_cast<unsigned>(name);
#endif
}

}  // namespace tablero
