#include "platform/native/headless.h"

#define EGL_NO_X11
#define GL_GLEXT_PROTOTYPES 1
#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <GL/glext.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace tablero {
namespace {

Fault egl_fault(const char* what) {
  const unsigned error = static_cast<unsigned>(eglGetError());
  constexpr char kDigits[] = "0123456789abcdef";
  std::string code = "0x";
  for (int shift = 12; shift >= 0; shift -= 4) code += kDigits[(error >> shift) & 0xF];
  return {"EGL", "", what, "error " + code + " (are libegl-mesa0 and libgl1-mesa-dri installed?)"};
}

// RAII: a framebuffer with a color buffer, bound while it lives.
class Target {
 public:
  Target(int width, int height) : width_(width), height_(height) {
    glGenRenderbuffers(1, &color_);
    glBindRenderbuffer(GL_RENDERBUFFER, color_);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    glGenFramebuffers(1, &frame_);
    bind();
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, color_);
  }
  ~Target() {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDeleteFramebuffers(1, &frame_);
    glDeleteRenderbuffers(1, &color_);
  }
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;

  void bind() const { glBindFramebuffer(GL_FRAMEBUFFER, frame_); }
  bool complete() const {
    return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  }

  Image read() const {
    bind();
    return read_pixels(width_, height_);
  }

 private:
  int width_, height_;
  GLuint frame_ = 0, color_ = 0;
};

}  // namespace

Image read_pixels(int width, int height) {
  Image image{width, height, {}};
  const std::size_t row = static_cast<std::size_t>(width) * 4;
  std::vector<std::uint8_t> upside_down(row * static_cast<std::size_t>(height));
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
  image.rgba.resize(upside_down.size());
  for (int y = 0; y < height; ++y) {
    std::memcpy(&image.rgba[row * static_cast<std::size_t>(y)],
                &upside_down[row * static_cast<std::size_t>(height - 1 - y)], row);
  }
  return image;
}

Result<std::unique_ptr<HeadlessContext>> HeadlessContext::create() {
  std::unique_ptr<HeadlessContext> made(new HeadlessContext);
  EGLDisplay display =
      eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
  if (display == EGL_NO_DISPLAY) return egl_fault("the surfaceless platform");
  if (!eglInitialize(display, nullptr, nullptr))
    return egl_fault("a display that can be initialised");
  made->display_ = display;
  if (!eglBindAPI(EGL_OPENGL_API)) return egl_fault("OpenGL");
  const EGLint config_wishes[] = {EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT,
                                  EGL_NONE};
  EGLConfig config = nullptr;
  EGLint count = 0;
  if (!eglChooseConfig(display, config_wishes, &config, 1, &count) || count < 1) {
    return egl_fault("a configuration for OpenGL");
  }
  const EGLint context_wishes[] = {EGL_CONTEXT_MAJOR_VERSION,
                                   3,
                                   EGL_CONTEXT_MINOR_VERSION,
                                   3,
                                   EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                   EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                   EGL_NONE};
  EGLContext context = eglCreateContext(display, config, EGL_NO_CONTEXT, context_wishes);
  if (context == EGL_NO_CONTEXT) return egl_fault("an OpenGL 3.3 core context");
  made->context_ = context;
  if (!eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context)) {
    return egl_fault("a context that works without a surface");
  }
  return made;
}

HeadlessContext::~HeadlessContext() {
  if (display_ == nullptr) return;
  eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  if (context_ != nullptr) eglDestroyContext(display_, context_);
  // eglTerminate() is not called: it unloads the driver, and LeakSanitizer then reports the
  // driver's memory as leaks in an <unknown module>, which no suppression can name
  // (https://github.com/google/sanitizers/issues/89).
}

Result<Image> HeadlessPlatform::draw_settled(Client& client, int width, int height, float scale,
                                             const std::function<bool()>& settled) {
  Viewport viewport;
  viewport.width = static_cast<float>(width);
  viewport.height = static_cast<float>(height);
  viewport.pixel_width = std::max(1, static_cast<int>(std::lround(viewport.width * scale)));
  viewport.pixel_height = std::max(1, static_cast<int>(std::lround(viewport.height * scale)));
  const std::string size = std::to_string(viewport.pixel_width) + "x" +
                           std::to_string(viewport.pixel_height) + " pixels";

  GLint limit = 0;
  glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &limit);
  if (viewport.pixel_width > limit || viewport.pixel_height > limit) {
    return Fault{"picture", "", "at most " + std::to_string(limit) + " pixels a side", size};
  }
  const Target target(viewport.pixel_width, viewport.pixel_height);
  if (!target.complete()) return Fault{"picture", "", "a size that the GPU can draw", size};

  Environment environment;
  environment.reduced_motion = true;  // a still shows the end state of every animation
  client.on_environment(environment);
  client.on_viewport(viewport);
  for (int i = 0; i < kMaxFrames; ++i) {
    now_ += kFrameSeconds;
    target.bind();
    client.frame();
    if (settled()) return target.read();
  }
  return Fault{"picture", "", "a frame that settles",
               "none within " + std::to_string(kMaxFrames) + " frames"};
}

}  // namespace tablero
