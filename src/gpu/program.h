// A linked GL program from one source for both platforms: WebGL2 (GLSL ES 3.00) and OpenGL 3.3
// core.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/list.h"
#include "base/result.h"
#include "gpu/gl.h"

namespace tablero {

// One stage as written in shaders/: no #version line, no precision statement.
struct ShaderSource {
  std::string_view file;  // name for messages, e.g. "land.vert"
  std::string_view text;
};

// Owns a GL program. Needs a current context for everything but construction, moving and forget().
class Program {
 public:
  Program() = default;
  ~Program();
  Program(Program&& other) noexcept;
  Program& operator=(Program&& other) noexcept;
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // Starts compiling and linking. Each stage is preceded by the #version line of this platform, on
  // the web the default precisions (highp), `defines` (lines such as "#define GLOBE\n", or none)
  // and `prelude` (functions shared by several stages; may be empty). Attribute locations come from
  // `layout(location = N)` in the source. Not usable before finish(), which waits for the driver:
  // programs that are begun one after the other compile in parallel
  // (https://developer.mozilla.org/en-US/docs/Web/API/KHR_parallel_shader_compile). Fault: file =
  // "shaders/" + the stage (or the prelude's) name, pointer = "line N" when the driver named one,
  // found = the first line of the driver's message.
  static Result<Program> begin(std::string_view name, std::string_view defines,
                               const ShaderSource& prelude, const ShaderSource& vertex,
                               const ShaderSource& fragment);
  // Waits for the link and checks it; the fault names both stages.
  Result<void> finish();

  // Location of a uniform, -1 when the linker removed it. No GL call: locations are cached at link
  // time.
  GLint uniform(std::string_view name) const;

  GLuint id() const { return id_; }
  explicit operator bool() const { return id_ != 0; }
  const std::string& name() const { return name_; }

  // After a lost context: drops the id without a GL call.
  void forget();

 private:
  std::string name_;
  GLuint id_ = 0;
  std::string stages_;                            // for a fault of the link
  List<std::pair<std::string, GLint>> uniforms_;  // sorted by name
};

// The position that a driver's log names: a source line (0 if none) and the message on that line of
// the log. Understands Mesa "0:12(5): error", ANGLE "ERROR: 0:12: ..." and NVIDIA "0(12) : error".
// Public for tests.
struct LogPosition {
  int line = 0;
  std::string message;  // without its ending
};
LogPosition parse_shader_log(std::string_view log);

}  // namespace tablero
