#include "gpu/program.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/sort.h"
#include "base/text.h"

namespace tablero {

namespace {

#ifdef __EMSCRIPTEN__
constexpr std::string_view kHeader =
    "#version 300 es\nprecision highp float;\nprecision highp int;\nprecision highp sampler2D;\n";
#else
constexpr std::string_view kHeader = "#version 330 core\n";
#endif
// Lines of the prelude are numbered from here on, because #line's source-string-number cannot
// identify it: Mesa (seen in 22.3) ignores that number.
constexpr int kPreludeLines = 10000;
constexpr std::size_t kLogSize = 4096;
constexpr std::size_t kNameSize = 64;
constexpr std::size_t kFoundSize = 160;

// Reads an unsigned number at `at` and moves past it; -1 without digits.
int read_number(std::string_view text, std::size_t* at) {
  int value = -1;
  while (*at < text.size() && is_digit(text[*at])) {
    value = std::min(std::max(value, 0) * 10 + (text[*at] - '0'), 1'000'000);
    ++*at;
  }
  return value;
}

// "1:12(5): ..." or "1(12) : ..." at `at`. False if it is neither.
bool read_position(std::string_view line, std::size_t at, LogPosition* out) {
  const int source = read_number(line, &at);
  if (source < 0 || at >= line.size() || (line[at] != ':' && line[at] != '(')) return false;
  ++at;
  const int number = read_number(line, &at);
  if (number < 0) return false;
  out->line = number;
  return true;
}

Fault compile_fault(const ShaderSource& prelude, const ShaderSource& stage, std::string_view log) {
  LogPosition where = parse_shader_log(log);
  const bool in_prelude = where.line > kPreludeLines;
  if (in_prelude) where.line -= kPreludeLines;
  const std::string_view file = in_prelude ? prelude.file : stage.file;
  if (where.message.size() > kFoundSize) where.message.resize(kFoundSize);
  return {"shaders/" + std::string(file),
          where.line > 0 ? "line " + std::to_string(where.line) : std::string(),
          "a shader that compiles", where.message};
}

// Compiles one stage.
Result<GLuint> compile_stage(GLenum kind, std::string_view defines, const ShaderSource& prelude,
                             const ShaderSource& stage) {
  std::string text(kHeader);
  text += defines;
  text += "#line " + std::to_string(kPreludeLines + 1) + "\n";
  text += prelude.text;
  text += "\n#line 1\n";
  text += stage.text;
  const GLuint shader = glCreateShader(kind);
  const GLchar* start = text.data();
  const auto length = static_cast<GLint>(text.size());
  glShaderSource(shader, 1, &start, &length);
  glCompileShader(shader);
  GLint done = 0;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &done);
  if (done != 0) return shader;
  std::array<GLchar, kLogSize> log{};
  glGetShaderInfoLog(shader, kLogSize, nullptr, log.data());
  glDeleteShader(shader);
  return compile_fault(prelude, stage, log.data());
}

}  // namespace

LogPosition parse_shader_log(std::string_view log) {
  LogPosition first;
  for (std::size_t at = 0; at < log.size();) {
    const std::size_t end = std::min(log.find('\n', at), log.size());
    std::string_view line = log.substr(at, end - at);
    at = end + 1;
    while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back())) != 0) {
      line.remove_suffix(1);
    }
    if (line.empty()) continue;
    if (first.message.empty()) first.message = line;
    constexpr std::string_view kAnglePrefix = "ERROR: ";
    const std::size_t begin =
        line.substr(0, kAnglePrefix.size()) == kAnglePrefix ? kAnglePrefix.size() : 0;
    LogPosition found;
    if (read_position(line, begin, &found)) {
      found.message = line;
      return found;
    }
  }
  return first;
}

Program::~Program() {
  if (id_ != 0) glDeleteProgram(id_);
}

Program::Program(Program&& other) noexcept
    : name_(std::move(other.name_)),
      id_(std::exchange(other.id_, 0)),
      stages_(std::move(other.stages_)),
      uniforms_(std::move(other.uniforms_)) {}

Program& Program::operator=(Program&& other) noexcept {
  if (this == &other) return *this;
  if (id_ != 0) glDeleteProgram(id_);
  name_ = std::move(other.name_);
  id_ = std::exchange(other.id_, 0);
  stages_ = std::move(other.stages_);
  uniforms_ = std::move(other.uniforms_);
  return *this;
}

void Program::forget() {
  id_ = 0;
  uniforms_.clear();
}

Result<Program> Program::begin(std::string_view name, std::string_view defines,
                               const ShaderSource& prelude, const ShaderSource& vertex,
                               const ShaderSource& fragment) {
  const Result<GLuint> vertex_shader = compile_stage(GL_VERTEX_SHADER, defines, prelude, vertex);
  if (!vertex_shader.ok()) return vertex_shader.fault();
  const Result<GLuint> fragment_shader =
      compile_stage(GL_FRAGMENT_SHADER, defines, prelude, fragment);
  if (!fragment_shader.ok()) {
    glDeleteShader(vertex_shader.value());
    return fragment_shader.fault();
  }
  Program program;
  program.name_ = name;
  program.id_ = glCreateProgram();
  glAttachShader(program.id_, vertex_shader.value());
  glAttachShader(program.id_, fragment_shader.value());
  glLinkProgram(program.id_);
  glDeleteShader(vertex_shader.value());
  glDeleteShader(fragment_shader.value());
  program.stages_ = std::string(vertex.file) + " + " + std::string(fragment.file);
  return program;
}

Result<void> Program::finish() {
  GLint linked = 0;
  glGetProgramiv(id_, GL_LINK_STATUS, &linked);
  if (linked == 0) {
    std::array<GLchar, kLogSize> log{};
    glGetProgramInfoLog(id_, kLogSize, nullptr, log.data());
    return Fault{"shaders/" + stages_, "", "stages that link",
                 parse_shader_log(log.data()).message};
  }
  GLint count = 0;
  glGetProgramiv(id_, GL_ACTIVE_UNIFORMS, &count);
  for (GLint i = 0; i < count; ++i) {
    std::array<GLchar, kNameSize> text{};
    GLint size = 0;
    GLenum type = 0;
    glGetActiveUniform(id_, static_cast<GLuint>(i), kNameSize, nullptr, &size, &type, text.data());
    const GLint location = glGetUniformLocation(id_, text.data());
    std::string plain(text.data());
    plain = plain.substr(0, plain.find('['));  // an array is found by its bare name
    uniforms_.emplace_back(std::move(plain), location);
  }
  sort(uniforms_);
  return {};
}

GLint Program::uniform(std::string_view name) const {
  const auto at =
      std::lower_bound(uniforms_.begin(), uniforms_.end(), name,
                       [](const auto& entry, std::string_view key) { return entry.first < key; });
  return at != uniforms_.end() && at->first == name ? at->second : -1;
}

}  // namespace tablero
