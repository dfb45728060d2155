// The same shader sources as GLSL ES 3.00, compiled and linked by Mesa's OpenGL ES: what WebGL2
// will be given. (That they compile as GLSL 3.30 core is part of map_renderer_test.)
#ifdef TABLERO_HAS_NATIVE
#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "fixtures/files.h"
#include "gpu/gl.h"
#include "unit/gpu_headless.h"

namespace tablero {
namespace {

// What the web build puts in front of each stage.
constexpr const char* kHeader =
    "#version 300 es\nprecision highp float;\nprecision highp int;\nprecision highp sampler2D;\n";

class EsContext {
 public:
  EsContext() {
    display_ = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (eglInitialize(display_, nullptr, nullptr) == EGL_FALSE) return;
    eglBindAPI(EGL_OPENGL_ES_API);
    const EGLint attributes[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 0,
                                 EGL_NONE};
    context_ = eglCreateContext(display_, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, attributes);
    ok_ = eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_) == EGL_TRUE;
  }
  ~EsContext() {
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context_ != EGL_NO_CONTEXT) eglDestroyContext(display_, context_);
    eglBindAPI(EGL_OPENGL_API);
  }
  EsContext(const EsContext&) = delete;
  EsContext& operator=(const EsContext&) = delete;
  bool ok() const { return ok_; }

 private:
  EGLDisplay display_ = EGL_NO_DISPLAY;
  EGLContext context_ = EGL_NO_CONTEXT;
  bool ok_ = false;
};

std::string shader_file(const std::string& name) {
  return test::file_text(std::string(TABLERO_SHADER_DIR "/") + name);
}

GLuint compile(GLenum kind, const std::string& name, const std::string& defines) {
  const std::string text =
      kHeader + defines + shader_file("project.glsl") + "\n#line 1\n" + shader_file(name);
  const GLuint shader = glCreateShader(kind);
  const GLchar* start = text.c_str();
  glShaderSource(shader, 1, &start, nullptr);
  glCompileShader(shader);
  GLint done = 0;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &done);
  char log[2000] = "";
  glGetShaderInfoLog(shader, sizeof log, nullptr, log);
  EXPECT_NE(done, 0) << name << ": " << log;
  EXPECT_STREQ(log, "") << name << " compiles with a warning";
  return shader;
}

TEST(ShadersEs300, CompileAndLinkWithoutWarnings) {
  const EsContext context;
  ASSERT_TRUE(context.ok());
  const std::pair<const char*, const char*> programs[] = {
      {"land.vert", "land.frag"},      {"line.vert", "line.frag"},
      {"bubble.vert", "bubble.frag"},  {"density_splat.vert", "density_splat.frag"},
      {"screen.vert", "density.frag"}, {"screen.vert", "fade.frag"},
      {"screen.vert", "disc.frag"}};
  for (const char* defines :
       {"", "#define PATTERNS\n", "#define GLOBE\n", "#define GLOBE\n#define PATTERNS\n"}) {
    for (const auto& [vertex, fragment] : programs) {
      // The globe's ocean: the flat map has none.
      if (std::string_view(defines).find("GLOBE") == std::string_view::npos &&
          std::string_view(fragment) == "disc.frag")
        continue;
      SCOPED_TRACE(std::string(vertex) + " + " + fragment + ": " + defines);
      const GLuint program = glCreateProgram();
      glAttachShader(program, compile(GL_VERTEX_SHADER, vertex, defines));
      glAttachShader(program, compile(GL_FRAGMENT_SHADER, fragment, defines));
      glLinkProgram(program);
      GLint linked = 0;
      glGetProgramiv(program, GL_LINK_STATUS, &linked);
      char log[2000] = "";
      glGetProgramInfoLog(program, sizeof log, nullptr, log);
      EXPECT_NE(linked, 0) << log;
      glDeleteProgram(program);
    }
  }
}

}  // namespace
}  // namespace tablero
#endif
