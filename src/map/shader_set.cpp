#include "map/shader_set.h"

#include <string>

namespace tablero {

namespace {

struct Stages {
  std::string_view name, vertex, fragment;
};

constexpr std::string_view kPrelude = "project.glsl";

// In the order of MapProgram.
constexpr std::array<Stages, static_cast<std::size_t>(MapProgram::kCount)> kStages = {{
    {"land", "land.vert", "land.frag"},
    {"line", "line.vert", "line.frag"},
    {"bubble", "bubble.vert", "bubble.frag"},
    {"density splat", "density_splat.vert", "density_splat.frag"},
    {"density", "screen.vert", "density.frag"},
    {"fade", "screen.vert", "fade.frag"},
    {"disc", "screen.vert", "disc.frag"},
}};

}  // namespace

void ShaderSet::compile(MapProgram which, Entry* entry) {
  const Stages& stages = kStages[static_cast<std::size_t>(which)];
  // Copies: a text is valid only until the next one is asked for.
  const std::string prelude(text_(kPrelude)), vertex(text_(stages.vertex)),
      fragment(text_(stages.fragment));
  for (const auto& [file, text] : {std::pair(kPrelude, &prelude), std::pair(stages.vertex, &vertex),
                                   std::pair(stages.fragment, &fragment)}) {
    if (!text->empty()) continue;
    entry->fault = Fault{"shaders/" + std::string(file), "", "a shader", "no such file"};
    return;
  }
  Result<Program> made = Program::compile(stages.name, {kPrelude, prelude}, {stages.vertex, vertex},
                                          {stages.fragment, fragment});
  if (made.ok()) {
    entry->program = std::move(made.value());
    entry->fault.reset();
  } else {
    entry->fault = made.fault();
  }
}

const Program* ShaderSet::use(MapProgram which) {
  Entry& entry = entries_[static_cast<std::size_t>(which)];
  if (!entry.is_tried) {
    entry.is_tried = true;
    compile(which, &entry);
  }
  if (!entry.program) return nullptr;
  glUseProgram(entry.program.id());
  return &entry.program;
}

void ShaderSet::reload() {
  for (Entry& entry : entries_) entry.is_tried = false;
}

const Fault* ShaderSet::fault() const {
  for (const Entry& entry : entries_) {
    if (entry.fault) return &*entry.fault;
  }
  return nullptr;
}

void ShaderSet::forget() {
  for (Entry& entry : entries_) {
    entry.program.forget();
    entry.is_tried = false;
    entry.fault.reset();
  }
}

}  // namespace tablero
